import type { Report } from '../types.ts';
import { type DaySpan, daysBetween, daysOf } from './edtf.ts';
import { STOP_WORDS } from './lang/en/stop-words.ts';
import { commonStem } from './lang/en/synonyms.ts';

/** A report with what the comparison needs, worked out once. */
export interface Account {
  report: Report;
  days: DaySpan;
  /** Whole days from the first to the last; 0 for one day or an open end. */
  length: number;
  /** Stems of the words that tell it apart, one for all of a kind, without those of its place. */
  words: ReadonlySet<string>;
  /** Those who take part by name, and by what they are: "the chief", "rebels". */
  names: ReadonlySet<string>;
  roles: ReadonlySet<string>;
}

/** Null where the report's time is none. */
export function toAccount(report: Report): Account | null {
  const days = daysOf(report.edtf);
  if (!days) return null;
  const length = days.from && days.to ? daysBetween(days.from, days.to) : 0;
  const names = report.actors.filter((actor) => actor !== actor.toLowerCase());
  const roles = report.actors.filter((actor) => actor === actor.toLowerCase());
  return {
    report,
    days,
    length,
    words: tellingWords(report),
    names: new Set(names),
    roles: new Set(roles.map(commonStem)),
  };
}

/** All that an account tells of, each kind under its own mark. */
export function* thingsOf({ report, words, names, roles }: Account): Generator<string> {
  for (const sense of report.senses) yield `sense ${sense}`;
  for (const name of names) yield `name ${name}`;
  for (const role of roles) yield `role ${role}`;
  for (const word of words) yield word;
}

function tellingWords({ quote, place, toponym, timex }: Report): Set<string> {
  const ownNames = new Set((place?.name ?? '').toLowerCase().split(/[^\p{L}]+/u));
  // "the Port of Baltimore" is where, as Baltimore is.
  const of = toponym ? quote.indexOf(` of ${toponym.text}`) : -1;
  if (of > 0) ownNames.add(quote.slice(quote.lastIndexOf(' ', of - 1) + 1, of).toLowerCase());
  const words = new Set<string>();
  for (const [word] of quote.replace(timex?.text ?? '', ' ').matchAll(/\p{L}[\p{L}\p{M}]+|\d[\d,.]*\d|\d/gu)) {
    const lower = word.toLowerCase();
    if (!STOP_WORDS.has(lower) && !ownNames.has(lower)) words.add(commonStem(lower));
  }
  return words;
}
