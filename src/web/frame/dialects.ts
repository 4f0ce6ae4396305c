import type { Secret } from './secret.ts';

/** A way in which some host's script lets a frame tell its height. */
export interface Dialect {
  name: string;
  /** The message that says the height in CSS pixels; null while the host has not shown that it speaks so. */
  tell(height: number): unknown;
  /** Takes a message of the host; true when it asks for the height. */
  hear?(data: unknown): boolean;
  /** What the frame says first, unasked. */
  hello?: unknown;
}

/**
 * Every dialect that hosts of news pages speak, for a frame at `address`. A message holds a height and nothing else, so
 * it may go to any host; where a host gave the frame an id or a secret, it is told only under that. A secret that is not
 * known yet is learnt from the host.
 */
export function dialectsFor(address: URL, secret: Secret): Dialect[] {
  const query = address.searchParams;
  return [
    pym(word(query.get('childId'))),
    amp(),
    iframeResizer(),
    datawrapper(address.pathname.split('/').pop() ?? ''),
    flourish(query.get('auto') === '1', address.href),
    wordPress(secret),
    { name: 'dateline', tell: (height) => ({ dateline: 'height', height }) },
  ];
}

/** pym.js v1: strings `pymxPYMx{childId}xPYMx{type}xPYMx{value}`; the host's `width` message asks for the height. */
function pym(id: string | null): Dialect {
  const start = `pymxPYMx${id}xPYMx`;
  return {
    name: 'pym.js',
    tell: (height) => (id === null ? null : `${start}heightxPYMx${height}`),
    hear: (data) => id !== null && typeof data === 'string' && data.startsWith(`${start}width`),
  };
}

/** amp-iframe, and `@newswire/frames`, which took over its messages. Neither need say that it listens. */
function amp(): Dialect {
  return {
    name: 'AMP',
    tell: (height) => ({ sentinel: 'amp', type: 'embed-size', height }),
    hear: (data) => isRecord(data) && data.sentinel === 'amp' && data.type === 'frames-init',
    hello: { sentinel: 'amp', type: 'embed-ready' },
  };
}

/**
 * iframe-resizer: the host's first message `[iFrameSizer]{id}:{margin}:…` gives the id under which it wants answers
 * `[iFrameSizer]{id}:{height}:{width}:{event}`; later ones (`resize`, `pageInfo`) have fewer fields.
 */
function iframeResizer(): Dialect {
  const start = '[iFrameSizer]';
  let id: string | null = null;
  let event = 'init';
  return {
    name: 'iframe-resizer',
    tell(height) {
      if (id === null) return null;
      const message = `${start}${id}:${height}:${innerWidth}:${event}`;
      event = 'resize';
      return message;
    },
    hear(data) {
      if (typeof data !== 'string' || !data.startsWith(start)) return false;
      const [first, ...rest] = data.slice(start.length).split(':');
      if (rest.length >= 7 && first) {
        id = first;
        event = 'init';
        return true;
      }
      return first === 'resize';
    },
    hello: '[iFrameResizerChild]Ready',
  };
}

/** Datawrapper's listener, which many newsrooms' pages have: it finds the frame by the message's source, or by its id. */
function datawrapper(id: string): Dialect {
  return { name: 'Datawrapper', tell: (height) => ({ 'datawrapper-height': { [id]: height } }) };
}

/** Flourish resizes frames whose address says `auto=1`, by a JSON string. */
function flourish(auto: boolean, src: string): Dialect {
  return {
    name: 'Flourish',
    tell: (height) =>
      auto ? JSON.stringify({ sender: 'Flourish', context: 'iframe.resize', method: 'resize', height, src }) : null,
  };
}

/** WordPress's script for discovered embeds; it takes heights from 200 to 1000 and clamps the rest. */
function wordPress(secret: Secret): Dialect {
  return {
    name: 'WordPress',
    tell: (height) =>
      secret.value === null
        ? null
        : { message: 'height', value: Math.min(1000, Math.max(200, height)), secret: secret.value },
    hear(data) {
      if (!isRecord(data) || data.message !== 'ready' || typeof data.secret !== 'string') return false;
      secret.value ??= word(data.secret);
      return data.secret === secret.value;
    },
  };
}

/** An id that the host made up. What is not a plain word is not repeated to it. */
function word(text: string | null): string | null {
  return text !== null && /^[\w-]{1,100}$/.test(text) ? text : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
