import type { TimexRule } from '../../../timex-engine.ts';
import { CUE } from '../time-cues.ts';
import { MONTH, monthOf, SHIFT, WEEKDAY, weekdayNamed } from '../time-words.ts';

/** Weekdays. Which one is meant is the resolver's business. */

// [Wednesday], [last Friday], [next Tuesday]
export const weekday: TimexRule = {
  name: '<weekday>',
  cues: CUE.weekday,
  pattern: new RegExp(
    `\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming) )?(?<weekday>${WEEKDAY})(?![\\w]|-[A-Z])`,
  ),
  read: ({ which, weekday: word }, { sentence, start, end }) => {
    const day = weekdayNamed(word);
    // "The first Monday of each month" is no one day.
    if (
      /\b(?:first|second|third|fourth) $/.test(sentence.slice(Math.max(0, start - 7), start)) &&
      /^ (?:in|of)\b/.test(sentence.slice(end, end + 4))
    )
      return null;
    if (which === undefined && NAME_BEFORE.test(sentence.slice(Math.max(0, start - 19), start))) return null;
    if (NAME_AFTER_THE.test(sentence.slice(end, end + 16)) && THE.test(sentence.slice(Math.max(0, start - 4), start)))
      return null;
    if (
      day === 7 &&
      which === undefined &&
      OF_SUNDAYS.test(sentence.slice(end, end + 10)) &&
      !/\b[Oo]n $/.test(sentence.slice(Math.max(0, start - 4), start))
    )
      return null;
    if (day === undefined || NAME_AFTER.test(sentence.slice(end, end + 16))) return null;
    const shift = SHIFT[(which ?? '').toLowerCase().split(' ').pop() ?? ''];
    if (shift === undefined) return { kind: 'calendar', weekday: day };
    return { kind: 'nearest', shift, weekday: day, from: 'dct' };
  },
};

const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

// [the last Friday in May], [the first Monday of June 2024]
export const nthWeekday: TimexRule = {
  name: 'the <nth> <weekday> of <month>',
  cues: CUE.weekday | CUE.month,
  pattern: new RegExp(
    `\\b(?:[Tt]he )?(?<nth>first|second|third|fourth|last) (?<weekday>${WEEKDAY}) (?:in|of) (?<month>${MONTH})(?!\\w)(?:,? (?<year>[12]\\d{3})(?!\\d))?`,
  ),
  read: ({ nth, weekday: word, month, year }) => {
    const [day, monthNumber] = [weekdayNamed(word), monthOf(month)];
    if (day === undefined || monthNumber === undefined) return null;
    const count = NTH[nth ?? ''] ?? 1;
    return {
      kind: 'calendar',
      month: monthNumber,
      weekday: day,
      nth: count,
      ...(year !== undefined && { year: Number(year) }),
    };
  },
};

// [Sundays], [every Friday], [each Monday]
export const everyWeekday: TimexRule = {
  name: 'every <weekday>',
  cues: CUE.weekday,
  pattern: new RegExp(
    `\\b(?:(?:[Ee]very|[Ee]ach|[Aa]ny) (?:other |second |third |single )?(?<weekday>${WEEKDAY})|(?<plural>${WEEKDAY})s)(?!\\w)`,
  ),
  // A name: "TGI Fridays", "the Happy Mondays".
  read: ({ weekday: word, plural }, { sentence, start }) =>
    plural !== undefined && NAME_BEFORE.test(sentence.slice(Math.max(0, start - 19), start))
      ? null
      : { kind: 'set', value: `XXXX-WXX-${weekdayNamed(word ?? plural)}` },
};

/** Days with a name of their own, long past or of the church year; people, bands and papers called by a day. */
const NAME_BEFORE =
  /\b(?:Good|Black|Bloody|Super|Cyber|Fat|Holy|Maundy|Shrove|Whit|Easter|Palm|Ash|[Hh](?:er|is) (?:Man|Girl)|Ruby|Happy|TGI|[Tt]he (?:Mail|Independent) on) $/;

/** Newspapers and the like: the Sunday Times, Friday Prayers are no days. */
const NAME_AFTER =
  /^(?: (?:Times|Telegraph|Mirror|Mail|Herald|Post|Evening Post|Express|People|Star|Sun|Tribune|Night (?:Live|Football|Lights)|Review|Harbor)\b|\.com\b)/;

/** The Sunday World, the Monday Club, the Sunday League; without the article it is a day and what happened on it. */
const NAME_AFTER_THE = /^ (?:World|Paper|Independent|Club|League|Assembly)\b/;
/** "Sunday school", but not "on Sunday school officials said". */
const OF_SUNDAYS = /^ (?:school|best|roast|papers)\b/;
const THE = /\b[Tt]he $/;
