import { CATEGORIES, type Category, type Status } from '../types.ts';

export const MODES = ['sofar', 'window', 'moment'] as const;
/** `sofar`: all that has begun by the moment; `window`: all that touches a range; `moment`: all that holds at it. */
export type Mode = (typeof MODES)[number];
export const STATUSES: readonly Status[] = ['reported', 'claimed', 'disputed', 'planned'];

/** All that a view is. It lives in the fragment of the address, so a view shared or embedded is just its URL. */
export interface State {
  mode: Mode;
  /** ms since 1970; null means the first and the last instant of the story. */
  from: number | null;
  to: number | null;
  /** Id of the chosen event. */
  event: string | null;
  /** Only the main events. */
  main: boolean;
  categories: Category[];
  statuses: Status[];
  sources: string[];
  search: string;
  /** Only what lies on the visible part of the map. */
  inView: boolean;
  view: { zoom: number; lat: number; lng: number } | null;
  /** Marks what was first reported after this instant. */
  since: number | null;
}

export const INITIAL: State = {
  mode: 'sofar',
  from: null,
  to: null,
  event: null,
  main: false,
  categories: [],
  statuses: [],
  sources: [],
  search: '',
  inView: false,
  view: null,
  since: null,
};

/** What a fragment may hold; beyond it, it is not ours. */
const LONGEST = 2000;
// Dates of the Gregorian calendar that ECMAScript and Intl agree on: years -9999 to 9999.
const FURTHEST = 253_402_300_799_999;

/**
 * Reads `#e=…&m=window&t=2024-11-27T00:00Z/2024-11-30T21:59Z&k=conflict&o=Outlet&c=claimed&q=…&main&here&v=7.5/36.2/37.1&since=…`.
 * `clean` is false when some part could not be read; that part is then left at its default.
 */
export function readState(fragment: string): { state: State; clean: boolean } {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST) return { state: { ...INITIAL }, clean: false };
  const params = new URLSearchParams(text);
  let clean = true;
  const part = <T>(name: string, read: (value: string) => T | null, fallback: T): T => {
    const value = params.get(name);
    if (value === null) return fallback;
    const found = read(value);
    if (found === null) clean = false;
    return found ?? fallback;
  };
  const range = part('t', readRange, { from: null, to: null });
  const state: State = {
    mode: part('m', (value) => MODES.find((mode) => mode === value) ?? null, INITIAL.mode),
    ...range,
    event: part('e', (value) => (value.length > 0 && value.length <= 200 ? value : null), null),
    categories: part('k', (value) => readList(value, CATEGORIES), []),
    statuses: part('c', (value) => readList(value, STATUSES), []),
    sources: params.getAll('o').filter((source) => source.length > 0 && source.length <= 200),
    search: part('q', (value) => value.slice(0, 200), ''),
    main: params.has('main'),
    inView: params.has('here'),
    view: part('v', readView, null),
    since: part('since', readInstant, null),
  };
  return { state, clean };
}

/** The inverse of {@link readState}: the fragment of a state without `#`, empty for the initial one. */
export function writeState(state: State): string {
  const parts: string[] = [];
  const add = (name: string, value: string) => parts.push(`${name}=${encode(value)}`);
  if (state.event !== null) add('e', state.event);
  if (state.mode !== INITIAL.mode) add('m', state.mode);
  if (state.from !== null || state.to !== null) add('t', writeRange(state));
  if (state.categories.length > 0) add('k', state.categories.join(','));
  if (state.statuses.length > 0) add('c', state.statuses.join(','));
  for (const source of state.sources) add('o', source);
  if (state.search !== '') add('q', state.search);
  if (state.main) parts.push('main');
  if (state.inView) parts.push('here');
  if (state.view) add('v', `${state.view.zoom}/${state.view.lat}/${state.view.lng}`);
  if (state.since !== null) add('since', writeInstant(state.since));
  return parts.join('&');
}

// Slashes, colons and commas may stand in a fragment as they are, and are easier to read so.
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(/%(?:2F|3A|2C)/g, decodeURIComponent);
}

function readRange(value: string): { from: number | null; to: number | null } | null {
  const [first = '', last, ...rest] = value.split('/');
  if (rest.length > 0) return null;
  if (last === undefined) {
    const to = readInstant(first);
    return to === null ? null : { from: null, to };
  }
  const from = first === '..' ? null : readInstant(first);
  const to = last === '..' ? null : readInstant(last);
  if ((from === null && first !== '..') || (to === null && last !== '..')) return null;
  return from !== null && to !== null && from > to ? null : { from, to };
}

function writeRange({ from, to }: State): string {
  if (from === null && to !== null) return writeInstant(to);
  return `${from === null ? '..' : writeInstant(from)}/${to === null ? '..' : writeInstant(to)}`;
}

function readInstant(value: string): number | null {
  if (!/^-?\d{4,6}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?)?$/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) || Math.abs(time) > FURTHEST ? null : time;
}

/** To the second; the day alone for midnight UTC. */
function writeInstant(time: number): string {
  const text = new Date(Math.round(time / 1000) * 1000).toISOString();
  return text.replace('T00:00:00.000Z', '').replace(/(?::00)?\.000Z$/, 'Z');
}

function readList<T extends string>(value: string, known: readonly T[]): T[] | null {
  const names = value.split(',');
  const found = known.filter((name) => names.includes(name));
  return found.length === new Set(names).size ? found : null;
}

function readView(value: string): State['view'] {
  const numbers = value.split('/').map(Number);
  const [zoom = Number.NaN, lat = Number.NaN, lng = Number.NaN] = numbers;
  const fine = numbers.length === 3 && zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  return fine ? { zoom, lat, lng } : null;
}
