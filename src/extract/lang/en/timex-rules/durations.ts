import type { Match, TimexRule } from '../../../timex-engine.ts';
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
    if (isNoLength(at, count ?? '', word)) return null;
    // "A 24-hour news channel" never closes.
    if (
      /^ (?:news|TV|television|cable|channel|hotline|service|shop|store)\b/.test(at.sentence.slice(at.end, at.end + 12))
    )
      return null;
    const [said, before] = [
      at.sentence.slice(at.start, at.end),
      at.sentence.slice(Math.max(0, at.start - 12), at.start),
    ];
    // "The Six-Day War", "24 Hours of Le Mans", "60 Minutes": a name.
    if ((at.start > 0 || /^\d/.test(said)) && /[ -][A-Z][a-z]+$/.test(said)) return null;
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

/** What a word of time counts or means besides time: cricket, fractions, "a minute amount". */
function isNoLength({ sentence, start, end }: Match, count: string, word: string): boolean {
  const [before, after] = [sentence.slice(Math.max(0, start - 12), start), sentence.slice(end, end + 14)];
  if (count.toLowerCase() === 'zero') return true;
  if (word === 'quarter') return /^three$/i.test(count) && /^ of (?!the year)/.test(after);
  if (!/^(?:an?|one)$/i.test(count)) return false;
  if (word === 'minute') return /^ (?:amount|quantity|trace|fraction|dose|crack|detail|speck)/.test(after);
  if (word === 'century') return /\b(?:scored|hit|made|struck|smashed|short of) $/.test(before);
  if (
    word === 'day' &&
    (/\bcall(?:ed|ing)? it $/.test(before) || (/\ball in $/.test(before) && /^'s work\b/.test(after)))
  )
    return true;
  return (word === 'day' || word === 'night') && /^ (?:labou?rers?|watchm[ae]n|nursery|stand)\b/.test(after);
}

const COUNTED = new RegExp(`(?:\\d|\\b(?:many|${WORD_NUMBER}))[ -]$`, 'i');
const MEASURES =
  /\b(?:for|in|within|lasted|lasts|took|takes|of|by|after|before|only|just|than|least|about|over|and|every|per) $/i;

// [years], [days]: some, nobody counted; [the past year], [the last decade]
export const bareDuration: TimexRule = {
  name: '<units>',
  cues: CUE.unit,
  pattern:
    /(?:(?<the>the (?:past|last|next|coming|first|whole|entire) (?<one>day|week|month|year|decade|century))|(?:(?:recent|coming|previous|following|past|succeeding|intervening) |the (?:coming|following|past|intervening|succeeding|first|last|final|opening|closing|early|dying) )?(?<unit>hour|minute|day|week|month|year|decade|centurie)s)(?![\w-]| old| of age)/i,
  read: ({ one, unit }, { sentence, start, end }) => {
    // Part of a name ("Thirty Years' War"), or of a count that is no time ("aged 7 years").
    if (start > 0 && (/^[A-Z]/.test(unit ?? '') || COUNTED.test(sentence.slice(Math.max(0, start - 12), start))))
      return null;
    if (one === undefined && UNIT_OF_OTHERS.test(sentence.slice(Math.max(0, start - 10), end))) return null;
    // What a clerk writes down.
    if (/^minutes$/i.test(sentence.slice(start, end)) && RECORDED.test(sentence.slice(end, end + 48))) return null;
    return { kind: 'duration', value: one === undefined ? periodOf(null, unit ?? '') : periodOf(1, one) };
  },
};

/** Light years measure a distance, man-hours work, office hours an opening. */
const UNIT_OF_OTHERS =
  /\b(?:(?:light|dog|leap)[- ]years|man-hours|after-hours|zero-hours|(?:office|opening|visiting|working|business) hours)$/i;
/** The minutes of the board meeting. */
const RECORDED = /^ (?:of|from) (?:[a-z']{1,12} ){0,3}(?:meetings?|sessions?|hearings?)\b/;
