// /embed.js: turns `<dateline-map story="…">` into a frame. A classic script, as small as it can be: it is a guest on
// news pages. What the element is asked, and what the frame tells, passes as messages; see the README.

import { LAYOUT_HEIGHTS, LEAST_HEIGHT, MOST_HEIGHT } from './embed-layouts.ts';
import { HOUSE } from './house-names.ts';

/** The options that the element hands on to the frame's address; src/web/options.ts reads them. */
const OPTIONS = ['lang', 'theme', 'layout', 'start', 'window', 'category', 'source', 'height', 'plain', 'static'];

const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? script.src : location.href;
const sheet = new CSSStyleSheet();
sheet.replaceSync(':host{display:block}iframe{display:block;width:100%;border:0}');

class DatelineMap extends HTMLElement {
  static observedAttributes = ['story', ...OPTIONS];
  #root = this.attachShadow({ mode: 'closed' });
  #frame = document.createElement('iframe');
  #slug = '';
  #origin = '';
  #waiting: unknown[] | null = [];

  constructor() {
    super();
    // What stands in the element is for readers without script, and for a story that is none.
    this.#root.append(document.createElement('slot'));
    this.#root.adoptedStyleSheets = [sheet];
    this.#frame.loading = 'lazy';
    this.#frame.allow = 'fullscreen; clipboard-write';
  }

  connectedCallback() {
    addEventListener('message', this.#hear);
    addEventListener('hashchange', this.#follow);
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear);
    removeEventListener('hashchange', this.#follow);
  }

  attributeChangedCallback() {
    // The attributes that it begins with are read once, when it is connected.
    if (this.#slug) this.#load();
  }

  /** Opens an event by its id. */
  select(event: string) {
    this.#tell({ dateline: 'select', event });
  }

  play(on = true) {
    this.#tell({ dateline: 'play', on });
  }

  pause() {
    this.play(false);
  }

  /** Shows a stretch of time: instants or days, null for the start or the end of the story. */
  setRange(from: string | null, to: string | null) {
    this.#tell({ dateline: 'range', from, to });
  }

  #load() {
    // The address of a story page, or its slug at the origin that the script came from.
    const story = this.getAttribute('story') ?? '';
    let url: URL;
    try {
      url = new URL(story.includes('/') ? story : `/s/${story}`, base);
    } catch {
      return;
    }
    this.#slug = url.pathname.split('/').pop() ?? '';
    if (!/^https?:/.test(url.protocol) || !this.#slug) return;
    this.#origin = url.origin;
    const query = new URLSearchParams();
    for (const name of OPTIONS) {
      const value = this.getAttribute(name);
      if (value !== null) query.set(name, value);
    }
    this.#frame.title = this.title || this.innerText.trim() || this.#slug;
    const heights: Record<string, number> = LAYOUT_HEIGHTS;
    // The colours and type faces of the house, as its own style sheet gives them: `--dateline-accent: …`.
    const style = getComputedStyle(this);
    for (const name of HOUSE) {
      const value = style.getPropertyValue(`--dateline-${name}`).trim();
      if (value) query.set(name, value);
    }
    this.#stand(heights[query.get('layout') ?? ''] ?? LAYOUT_HEIGHTS.full);
    this.#stand(Number(query.get('height')));
    this.#waiting = [];
    const state = this.#linked();
    // Without a state no "#" either: an empty fragment scrolls to the frame.
    this.#frame.src = `${this.#origin}/embed/${this.#slug}?${query}${state ? `#${state}` : ''}`;
    this.#root.replaceChildren(this.#frame);
    if (state !== null) this.scrollIntoView();
  }

  /** Anything but a whole number of pixels in range leaves the frame as it stands. */
  #stand(height: unknown) {
    if (Number.isInteger(height) && Number(height) >= LEAST_HEIGHT && Number(height) <= MOST_HEIGHT)
      this.#frame.style.height = `${height}px`;
  }

  /** The state that the page's own address asks for: `#dateline={slug}&…`. */
  #linked(): string | null {
    const [, slug, state] = /^#dateline=([^&]*)&?(.*)/.exec(location.hash) ?? [];
    return slug === this.#slug ? (state ?? '') : null;
  }

  #follow = () => {
    const state = this.#linked();
    if (state === null) return;
    this.#tell({ dateline: 'state', state });
    this.scrollIntoView();
  };

  #tell(message: unknown) {
    if (this.#waiting) this.#waiting.push(message);
    else this.#frame.contentWindow?.postMessage(message, this.#origin);
  }

  #hear = ({ source, origin, data }: MessageEvent) => {
    if (source !== this.#frame.contentWindow || origin !== this.#origin || typeof data?.dateline !== 'string') return;
    const { dateline, ...detail } = data;
    if (dateline === 'height') {
      const { height } = detail;
      if (Number.isInteger(height) && height >= LEAST_HEIGHT && height <= MOST_HEIGHT)
        this.#frame.style.height = `${height}px`;
      return;
    }
    if (dateline === 'ready') {
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      this.#frame.title = detail.title;
      this.#tell({ dateline: 'host', address: location.href.split('#')[0] });
      for (const message of waiting) this.#tell(message);
    }
    this.dispatchEvent(new CustomEvent(`dateline-${dateline}`, { detail, bubbles: true, composed: true }));
  };
}

// A second copy of the script, as two articles on one page bring it, finds the element there.
if (!customElements.get('dateline-map')) customElements.define('dateline-map', DatelineMap);
