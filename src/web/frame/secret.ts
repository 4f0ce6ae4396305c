/**
 * The word under which WordPress's script takes messages of a frame. WordPress writes it at the end of the frame's address,
 * as `#?secret=…`, behind whatever fragment the address has already; or says it in its message "ready".
 */
export interface Secret {
  value: string | null;
}

/** What a frame's fragment holds: the state of the story, and the secret. */
export function splitFragment(hash: string): { state: string; secret: string | null } {
  const fragment = hash.replace(/^#/, '');
  const found = /(?:^|[#&])\??secret=(?<word>[\w-]{1,100})$/.exec(fragment);
  return found
    ? { state: fragment.slice(0, found.index), secret: found.groups?.word ?? null }
    : { state: fragment, secret: null };
}

/** The fragment with which a frame that loads itself anew is still known to its host. */
export function joinFragment(hash: string, { value }: Secret): string {
  const { state } = splitFragment(hash);
  return value === null ? state : [state, `secret=${value}`].filter((part) => part !== '').join('&');
}
