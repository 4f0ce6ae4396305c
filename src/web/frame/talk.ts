import type { Item } from '../item.ts';
import { readWindow } from '../moment.ts';
import { INITIAL, readState, type State, writeState } from '../state.ts';
import type { StoryControl, Surroundings } from '../surroundings.ts';

export interface Talk extends Surroundings {
  /** Answers the host from now on, and tells it so. */
  open(story: StoryControl): void;
}

/**
 * The messages between an embed and the page around it, objects with a member `dateline`:
 *
 *     host -> frame  host {address} · state {state} · select {event} · range {from, to} · play {on}
 *     frame -> host  ready {story, title} · select {event, title} · range {from, to} · play {on} · height {height}
 *
 * Only the page around the frame is listened to, and nothing that it says goes further than a link of ours could.
 */
export function talkWithHost({ slug: story, zone }: { slug: string; zone: string }, page: string): Talk {
  let host: string | null = null;
  let told: Told = { event: null, range: null, playing: false };
  const tell = (message: object) => parent.postMessage(message, '*');
  return {
    framed: true,
    addressOf(fragment) {
      if (host === null) return fragment === '' ? page : `${page}#${fragment}`;
      return `${host}#dateline=${story}${fragment === '' ? '' : `&${fragment}`}`;
    },
    drawn(state, chosen, playing) {
      const now = toldOf(state, chosen, playing);
      if (now.event !== told.event) tell({ dateline: 'select', event: now.event, title: chosen?.title ?? null });
      if (now.range !== told.range) tell({ dateline: 'range', from: instant(state.from), to: instant(state.to) });
      if (now.playing !== told.playing) tell({ dateline: 'play', on: playing });
      told = now;
    },
    open(control) {
      addEventListener('message', ({ source, data }) => {
        if (source !== parent || typeof data !== 'object' || data === null) return;
        if (data.dateline === 'host') host = readAddress(data.address) ?? host;
        else obey(control, data, zone);
      });
      tell({ dateline: 'ready', story, title: document.title });
    },
  };
}

interface Told {
  event: string | null;
  range: string | null;
  playing: boolean;
}

function toldOf({ from, to }: State, chosen: Item | null, playing: boolean): Told {
  return { event: chosen?.id ?? null, range: from === null && to === null ? null : `${from}/${to}`, playing };
}

/** What is asked goes through the reader of fragments: the host can ask for no more than a link can. */
function obey(control: StoryControl, data: Record<string, unknown>, zone: string) {
  const { dateline } = data;
  if (dateline === 'state' && typeof data.state === 'string') control.set(readState(data.state).state);
  if (dateline === 'select' && typeof data.event === 'string') control.select(data.event);
  if (dateline === 'select' && data.event === null) control.set({ event: null });
  if (dateline === 'play' && typeof data.on === 'boolean') control.play(data.on);
  if (dateline === 'range') {
    const range = readWindow([data.from, data.to].map((end) => (typeof end === 'string' ? end : '..')).join('/'), zone);
    if (range) control.set({ ...range, mode: range.from === null ? 'sofar' : 'window' });
  }
}

/** The host's own address without its fragment; other schemes than the web's are none to give to a reader. */
function readAddress(text: unknown): string | null {
  const url = typeof text === 'string' ? URL.parse(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href.replace(/#.*/, '') : null;
}

function instant(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** The fragment that an embed begins with: that of its address, and where it holds no state, the editor's choice. */
export function firstFragment(fragment: string, chosen: string): string {
  const { state } = readState(fragment);
  return writeState(state) === writeState(INITIAL) ? chosen : writeState(state);
}
