import { type EmbedLayout, LAYOUT_HEIGHTS, LEAST_HEIGHT, MOST_HEIGHT } from './embed-layouts.ts';
import { readHouse, writeHouse } from './house.ts';
import { readMoment, readWindow } from './moment.ts';
import { INITIAL, readState, type State, writeState } from './state.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;

/** How an editor wants an embed: the query of its address, and the attributes of `<dateline-map>` by the same names. */
export interface EmbedOptions {
  theme: (typeof THEMES)[number];
  layout: EmbedLayout;
  /** Of the frame in CSS pixels; `auto`: as high as the content, with the whole list. */
  height: number | 'auto';
  /** Without headline. */
  plain: boolean;
  /** Without script: text and picture. */
  static: boolean;
  /** Query of `/house.css`, the colours and type faces of the house; empty for ours. */
  house: string;
  /** Fragment of the view that it opens with, empty for that of the story. */
  view: string;
}

/**
 * Reads the options one by one: what is not understood is as if it had not been said, and spoils no other. Days are
 * those of `zone`.
 */
export function readOptions(query: URLSearchParams, zone: string): EmbedOptions {
  const layout = (Object.keys(LAYOUT_HEIGHTS) as EmbedLayout[]).find((name) => name === query.get('layout')) ?? 'full';
  return {
    theme: THEMES.find((name) => name === query.get('theme')) ?? 'auto',
    layout,
    height: readHeight(query.get('height')) ?? LAYOUT_HEIGHTS[layout],
    plain: readFlag(query.get('plain')),
    static: readFlag(query.get('static')),
    house: writeHouse(readHouse(query)),
    view: writeState({ ...INITIAL, ...readTimes(query, zone), ...readFilters(query) }),
  };
}

function readHeight(text: string | null): number | 'auto' | null {
  if (text === 'auto') return text;
  if (!/^\d{1,5}$/.test(text ?? '')) return null;
  const height = Number(text);
  return height >= LEAST_HEIGHT && height <= MOST_HEIGHT ? height : null;
}

/** `plain`, `plain=1` and `plain=true` alike, as an attribute is there or not. */
function readFlag(text: string | null): boolean {
  return text !== null && /^(?:|1|true|yes)$/i.test(text);
}

function readTimes(query: URLSearchParams, zone: string): Partial<State> {
  const window = readWindow(query.get('window') ?? '', zone);
  if (window) return { ...window, mode: 'window' };
  const to = readMoment(query.get('start') ?? '', zone, 'last');
  return to === null ? {} : { to };
}

/** Names are taken one by one: `category=conflict,nonsense` is `conflict`. Outlets are parted by `|`. */
function readFilters(query: URLSearchParams): Partial<State> {
  const categories = query
    .getAll('category')
    .flatMap((names) => names.split(','))
    .slice(0, 50)
    .flatMap((name) => readState(new URLSearchParams({ k: name }).toString()).state.categories);
  const sources = query
    .getAll('source')
    .flatMap((names) => names.split('|'))
    .filter((name) => name.trim() !== '' && name.length <= 200)
    .slice(0, 20);
  return { categories: [...new Set(categories)], sources: [...new Set(sources)] };
}
