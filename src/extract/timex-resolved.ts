import type { Timex, TimexMod, TimexType } from '../types.ts';
import { pad } from './calendar.ts';
import type { CalendarFields, Direction, Mention, Unit } from './timex-meaning.ts';
import type { Period } from './timex-value.ts';
import { WEEKEND } from './timex-which.ts';

/** What the resolver is given, and what it finds: a period, or a value that says how much is unknown. */

/** A mention in its place in the text, with what the words around it say of its direction. */
export interface PlacedMention extends Mention {
  /** Offsets into the article. */
  span: { start: number; end: number; text: string };
  sentence: number;
  direction: Direction;
  /** Said in brackets, or as the other end of a comparison: the account does not go on from it. */
  aside: boolean;
  /** Bare words of the happening whose day it tells; only where the text counts from one. */
  dates?: readonly string[];
}

export interface Resolved {
  value: string;
  period: Period | null;
  anchor?: Timex['anchor'];
  type?: TimexType;
  mod?: TimexMod;
  /** The days that are meant, where `period` is longer. */
  within?: { from: number; to: number };
}

export function known(period: Period): Resolved {
  return { value: period.value, period };
}

/** A unit that nobody knows the place of: some day, some week. */
export function unknownUnit(unit: Unit): Resolved {
  return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
}

const UNKNOWN: Partial<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  year: 'XXXX',
};

/** Without a DCT the value says what is known: XXXX-11-30, XXXX-WXX-3. */
export function unknownDate({ month, day, weekday, season, quarter, half }: CalendarFields): Resolved {
  let value = 'XXXX';
  if (weekday !== undefined && month === undefined) value = weekday === WEEKEND ? 'XXXX-WXX-WE' : `XXXX-WXX-${weekday}`;
  else if (month !== undefined) value = `XXXX-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
  else if (season !== undefined) value = `XXXX-${season}`;
  else if (quarter !== undefined) value = `XXXX-Q${quarter}`;
  else if (half !== undefined) value = `XXXX-H${half}`;
  else if (day !== undefined) value = `XXXX-XX-${pad(day)}`;
  return { value, period: null };
}
