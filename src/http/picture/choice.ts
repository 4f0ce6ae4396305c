import { CATEGORIES, type Category } from '../../types.ts';
import type { Item } from '../../web/item.ts';
import { readWindow } from '../../web/moment.ts';
import { readOptions } from '../../web/options.ts';
import { readState, type State } from '../../web/state.ts';
import type { MapColours } from '../../web/themes.ts';
import { zoneOffset } from '../../web/time.ts';
import { windowOf, within } from '../../web/visible.ts';
import { markOf } from '../map-colours.ts';
import { type Language, pickLanguage } from '../words/index.ts';
import type { PictureTheme } from './palette.ts';
import { CARD, nearestSize, type PictureSize } from './sizes.ts';

/** What a picture shows and how: all that its address says. */
export interface PictureChoice {
  size: PictureSize;
  theme: PictureTheme;
  /** Without words: the map alone. */
  plain: boolean;
  lang: Language;
  /** Id of the one event that it is about; null for the story. */
  event: string | null;
  /** First and last day, `YYYY-MM-DD`/`YYYY-MM-DD`, in the zone of the story; null for all of it. */
  window: string | null;
  /** Of the kinds and the outlets that the story has; empty for all of them. */
  categories: Category[];
  sources: string[];
}

/** The story that pictures are made of. */
export interface PictureStory {
  lang: string;
  timeZone: string;
  items: readonly Item[];
}

const LONGEST_ID = 200;
const THEMES: readonly PictureTheme[] = ['light', 'dark', 'print'];

/**
 * Reads the address of a picture: the options of an embed, `event`, `width` and `height`. Like those it takes no offence.
 * What is asked for is snapped to what the story has (days on which something happens, kinds and outlets that occur, the
 * nearest of the sizes), so that all who want the same picture come to one address.
 */
export function readPicture(query: URLSearchParams, story: PictureStory): PictureChoice {
  const { view, plain } = readOptions(query, story.timeZone);
  const { event: _, ...state } = readState(view).state;
  return {
    size: nearestSize(pixels(query.get('width')), pixels(query.get('height'))),
    theme: THEMES.find((name) => name === query.get('theme')) ?? 'light',
    plain,
    lang: pickLanguage(query.get('lang') ?? undefined, story.lang),
    ...snapState({ ...state, event: query.get('event')?.slice(0, LONGEST_ID) ?? null }, story),
  };
}

type Shown = Pick<PictureChoice, 'event' | 'window' | 'categories' | 'sources'>;

/** What of a shared state a picture can show, snapped to the story: an event, or else days, kinds and outlets. */
export function snapState(
  state: Omit<State, 'search' | 'statuses' | 'inView' | 'view' | 'since'>,
  story: PictureStory,
): Shown {
  const { items, timeZone } = story;
  const event = items.find(({ id }) => id === state.event)?.id ?? null;
  if (event !== null) return { event, window: null, categories: [], sources: [] };
  const categories = some(
    CATEGORIES.filter((name) => state.categories.includes(name)),
    items.map(({ category }) => category),
  );
  const sources = some(
    [...state.sources].sort(),
    items.flatMap((item) => item.sources),
  );
  const window = windowOf(state, null);
  const passing = items.filter((item) => passes(item, { categories, sources }));
  const shown = passing.filter((item) => within(item, window));
  if (shown.length === 0) return { event, window: null, categories: [], sources: [] };
  const times = shown
    .flatMap(({ start, end }) => [start, end])
    .filter((time) => time !== null)
    .filter((time) => time >= window.from && time <= window.to);
  const days =
    shown.length < passing.length && times.length > 0
      ? [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))]
      : null;
  return { event, window: days?.map((time) => dayOf(time, timeZone)).join('/') ?? null, categories, sources };
}

/** What every picture of a story hangs on, beside its choice: the story's version and the newsroom's colours. */
export function lookOf(version: number, colours: MapColours | null): string {
  return colours ? `${version}-${markOf(colours)}` : String(version);
}

/** The query of a picture's address, always in one order, without what goes without saying; `look` is of {@link lookOf}. */
export function writePicture(choice: PictureChoice, story: Pick<PictureStory, 'lang'>, look: string): string {
  const { size, theme, plain, lang, event, window, categories, sources } = choice;
  const query = new URLSearchParams({ v: look });
  if (size !== CARD) {
    query.set('width', String(size.width));
    query.set('height', String(size.height));
  }
  if (theme !== 'light') query.set('theme', theme);
  if (plain) query.set('plain', '');
  if (lang !== pickLanguage(story.lang)) query.set('lang', lang);
  if (event !== null) query.set('event', event);
  if (window !== null) query.set('window', window);
  if (categories.length > 0) query.set('category', categories.join(','));
  if (sources.length > 0) query.set('source', sources.join('|'));
  return query.toString();
}

/** The items that a choice shows, in their order. */
export function itemsOf({ window, categories, sources }: Shown, { items, timeZone }: PictureStory): Item[] {
  const range = window === null ? null : readWindow(window, timeZone);
  const days = range && windowOf({ ...range, mode: 'window' }, null);
  return items.filter((item) => passes(item, { categories, sources }) && (days === null || within(item, days)));
}

function passes(item: Item, { categories, sources }: Pick<Shown, 'categories' | 'sources'>): boolean {
  return (
    (categories.length === 0 || categories.includes(item.category)) &&
    (sources.length === 0 || item.sources.some((source) => sources.includes(source)))
  );
}

/** Those of the names that occur; none where they are all that occur. */
function some<T>(names: readonly T[], present: readonly T[]): T[] {
  const kept = names.filter((name) => present.includes(name));
  return new Set(present).size === kept.length ? [] : kept;
}

/** The calendar day of an instant. */
function dayOf(time: number, zone: string): string {
  return new Date(time + zoneOffset(time, zone) * 60_000).toISOString().slice(0, 10);
}

function pixels(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}
