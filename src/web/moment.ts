import { readState } from './state.ts';
import { zoned } from './time.ts';

const SECOND = 1000;

/**
 * A moment as an editor or a host's script writes it, in ms since 1970: an instant (`2024-11-27T18:30Z`), or a day or
 * month of the story's zone, of which its first or last second is meant. Null for anything else.
 */
export function readMoment(text: string, zone: string, end: 'first' | 'last'): number | null {
  const match = /^(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d))?$/.exec(text);
  const { state, clean } = readState(new URLSearchParams({ t: text }).toString());
  if (!clean || state.from !== null || state.to === null) return null;
  if (!match?.groups) return state.to;
  const [year, month, day] = ['year', 'month', 'day'].map((name) => Number(match.groups?.[name] ?? 0));
  if (year === undefined || month === undefined) return null;
  if (end === 'first') return zoned(zone, year, month - 1, day || 1);
  return (day ? zoned(zone, year, month - 1, day + 1) : zoned(zone, year, month)) - SECOND;
}

/** `2024-11-27/2024-11-30`, `../2024-11-30`, `2024-11/..`; both ends are part of it. Null when it is none. */
export function readWindow(text: string, zone: string): { from: number | null; to: number | null } | null {
  const [first = '', last, ...rest] = text.split('/');
  if (last === undefined || rest.length > 0) return null;
  const from = first === '..' ? null : readMoment(first, zone, 'first');
  const to = last === '..' ? null : readMoment(last, zone, 'last');
  if ((from === null && first !== '..') || (to === null && last !== '..')) return null;
  return from !== null && to !== null && from > to ? null : { from, to };
}
