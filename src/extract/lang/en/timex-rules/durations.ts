import type { TimexRule } from '../../../timex-engine.ts';
import { CUE } from '../time-cues.ts';
import { countOf, WORD_NUMBER } from '../time-words.ts';
import { APPROX, MANY, periodOf, UNIT_S, withApprox } from './amounts.ts';

/** Durations. */

// [two weeks], [nearly five months], [10-year], [a few days], [the past two years], [the next several days]
export const duration: TimexRule = {
  name: '<count> <unit>',
  cues: CUE.unit,
  pattern: new RegExp(
    `\\b(?:the (?:past|last|next|first|coming|previous|following|final|other) |(?:past|next|another) )?${APPROX}?${MANY}(?: ?-|(?: (?:more|full|long|short|additional|consecutive|straight|mere|whole|entire))?) ?${UNIT_S}(?![\\w])`,
    'i',
  ),
  read: ({ approx, vague, count, unit }, at) => {
    // "23 seconds", "a second" of an ordinal: a second is a time only in the plural or after a number.
    const word = (unit ?? '').toLowerCase();
    if (word === 'second' && !/s$/i.test(at.sentence.slice(at.start, at.end))) return null;
    // Three-quarters of the town; a quarter of it.
    if (word === 'quarter' && (/-quarters$/i.test(at.sentence.slice(at.start, at.end)) || /^an?$/i.test(count ?? '')))
      return null;
    // "A 24-hour news channel" never closes.
    if (
      /^ (?:news|TV|television|cable|channel|hotline|service|shop|store)\b/.test(at.sentence.slice(at.end, at.end + 12))
    )
      return null;
    const [said, before] = [
      at.sentence.slice(at.start, at.end),
      at.sentence.slice(Math.max(0, at.start - 12), at.start),
    ];
    // "The Six-Day War", "24 Hours of Le Mans": a name.
    if (at.start > 0 && /[ -][A-Z][a-z]+$/.test(said)) return null;
    if (
      /^(?:-(?:round|out|by|to|in)\b| (?:traders?|trading|trips?|hand|shift)\b)/.test(
        at.sentence.slice(at.end, at.end + 9),
      )
    )
      return null;
    // "One day he will win"
    if (/^(?:one|some) day$/i.test(said) && !MEASURES.test(before)) return null;
    if (/\baged $/.test(before) || (/\bas $/.test(before) && /^many /.test(said))) return null;
    // An age is no time: "52 years old", "a 52-year-old", "19 years of age".
    if (/^(?:[ -]olds?\b| of age\b)/.test(at.sentence.slice(at.end, at.end + 8))) return null;
    return withApprox(
      { kind: 'duration', value: periodOf(vague === undefined ? countOf(count ?? '') : null, word) },
      approx,
    );
  },
};

const COUNTED = new RegExp(`(?:\\d|\\b(?:many|${WORD_NUMBER}))[ -]$`, 'i');
const MEASURES =
  /\b(?:for|in|within|lasted|lasts|took|takes|of|by|after|before|only|just|than|least|about|over|and|every|per) $/i;

// [years], [days]: some, nobody counted; [the past year], [the last decade]
export const bareDuration: TimexRule = {
  name: '<units>',
  cues: CUE.unit,
  pattern:
    /(?:(?<the>the (?:past|last|next|coming|first|whole|entire) (?<one>day|week|month|year|decade|century))|(?:(?:recent|coming|previous|following|past|succeeding|intervening) |the (?:coming|following|past|intervening|succeeding|first|last|final|opening|closing|early|dying) )?(?<unit>hour|minute|day|week|month|year|decade|centurie)s)(?![\w-]| old| of age)/i,
  read: ({ one, unit }, { sentence, start }) => {
    // Part of a name ("Thirty Years' War"), or of a count that is no time ("aged 7 years").
    if (start > 0 && (/^[A-Z]/.test(unit ?? '') || COUNTED.test(sentence.slice(Math.max(0, start - 12), start))))
      return null;
    return { kind: 'duration', value: one === undefined ? periodOf(null, unit ?? '') : periodOf(1, one) };
  },
};
