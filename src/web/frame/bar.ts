import { h } from '../dom.ts';
import { INITIAL, type State, writeState } from '../state.ts';
import { type PageWords, plural } from '../words.ts';
import { joinFragment, type Secret } from './secret.ts';

export interface Bar {
  /** Keeps the link to the story at what is shown. */
  follow(state: State): void;
  /** Offers to load the page anew, as it stands, for events that are not on it yet. */
  offer(count: number): void;
}

/** The line at the foot of an embed: the whole story, full screen where the host allows it, and what is new. */
export function createBar(
  bar: HTMLElement,
  page: string,
  { words, lang }: { words: PageWords; lang: string },
  secret: Secret,
): Bar {
  const link = bar.querySelector('a');
  const news = h('button', { type: 'button', class: 'quiet news', hidden: true, click: reload });
  bar.prepend(h('span', { role: 'status' }, news));
  if (document.fullscreenEnabled) bar.append(fullScreenButton(words.fullScreen));
  // WordPress's frames may open no window: its script follows a link for them.
  link?.addEventListener('click', (event) => {
    if (secret.value === null) return;
    event.preventDefault();
    parent.postMessage({ message: 'link', value: link.href, secret: secret.value }, '*');
  });
  return {
    follow(state) {
      const fragment = writeState(state);
      if (link) link.href = fragment === writeState(INITIAL) ? page : `${page}#${fragment}`;
    },
    offer(count) {
      news.textContent = plural(words.newEvents, count, lang);
      news.hidden = false;
    },
  };

  function reload() {
    const fragment = joinFragment(location.hash, secret);
    if (fragment !== '') history.replaceState(null, '', `#${fragment}`);
    location.reload();
  }
}

function fullScreenButton(label: string): HTMLElement {
  return h('button', {
    type: 'button',
    class: 'full-screen',
    'aria-label': label,
    title: label,
    click: () =>
      void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  });
}
