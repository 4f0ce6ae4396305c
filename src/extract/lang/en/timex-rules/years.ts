import type { Match, TimexRule } from '../../../timex-engine.ts';
import { CUE } from '../time-cues.ts';
import { anyOf, COUNT, countOf, DECADES, ORDINAL, ordinalOf, SPOKEN_CENTURIES, WORD_NUMBER } from '../time-words.ts';
import { yearOf } from './dates.ts';

/** Years, decades and centuries. */

const ERA = ' ?(?<era>BCE?\\b|B\\.C\\.?(?:E\\.)?)';

// since [2016], the [1960] presidential election
export const year: TimexRule = {
  name: '<year>',
  cues: CUE.fourDigits,
  pattern:
    /(?:[Tt]he years? )?(?<year>1\d{3}|20\d\d)(?![\d%]|[.,:]\d|-(?:year|day|mile|foot|acre|pound|ton|seat|member|strong)|[a-z]{1,2}\b)/,
  read: (groups, at) => (isYear(groups, at) ? { kind: 'calendar', year: Number(groups.year) } : null),
};

// in ['99], the class of ['68]
export const shortYear: TimexRule = {
  name: "'<yy>",
  cues: CUE.shortYear,
  pattern: /'(?<year>\d\d)(?![\w-]|'s|[.,:]\d)/,
  read: ({ year: written }, { sentence, start }) =>
    /\b(?:in|of|since|from|until|by|and|to|fiscal|early|late|mid|spring|summer|fall|autumn|winter)[ -]$/i.test(
      sentence.slice(Math.max(0, start - 8), start),
    )
      ? { kind: 'calendar', year: yearOf(written ?? '') }
      : null,
};

// [the sixties]
export const namedDecade: TimexRule = {
  name: 'the <sixties>',
  cues: CUE.decade,
  pattern: new RegExp(
    `\\b(?:the (?:(?!early|late|mid)[a-z]{1,12} )?|nineteen |(?<=\\bthe (?:early|late|mid)[- ]))(?<decade>${anyOf(Object.keys(DECADES))})(?!\\w)`,
    'i',
  ),
  read: ({ decade: word }) => {
    const from = DECADES[(word ?? '').toLowerCase()];
    return from === undefined ? null : { kind: 'span', unit: 'decade', from };
  },
};

// in [the year two thousand]
export const yearInWords: TimexRule = {
  name: 'the year two thousand',
  cues: CUE.unit | CUE.spokenYear,
  pattern: new RegExp(`the year two thousand(?:(?: and)? (?<rest>${COUNT}))?(?!\\w)`, 'i'),
  read: ({ rest }) => ({ kind: 'calendar', year: 2000 + (rest === undefined ? 0 : (countOf(rest) ?? 0)) }),
};

// in [nineteen ninety-six], as broadcasters say it
export const spokenYear: TimexRule = {
  name: 'nineteen ninety-six',
  cues: CUE.spokenYear,
  pattern: new RegExp(
    `\\b(?<century>${anyOf(Object.keys(SPOKEN_CENTURIES))})(?: hundred(?: and)?)?[- ](?<rest>${WORD_NUMBER})(?![\\w-]| (?:people|men|women|miles|dollars|percent|years|days))`,
    'i',
  ),
  read: ({ century: hundreds, rest }) => {
    const [first, last] = [SPOKEN_CENTURIES[(hundreds ?? '').toLowerCase()], countOf(rest ?? '')];
    return first === undefined || last === null || last < 10 || last > 99
      ? null
      : { kind: 'calendar', year: first + last };
  },
};

// 1915-[17], 1957/[58]
export const secondYearOfTwo: TimexRule = {
  name: '<year>-<year>',
  cues: CUE.fourDigits | CUE.dateMark,
  pattern: /(?<=(?:^|[^\d.,$-])(?<century>1\d|20)(?<first>\d\d) ?[-/] ?)(?<second>\d\d)(?![\d%-]|[.,:/]\d|\/[A-Z])/,
  read: ({ century, first, second }) =>
    Number(second) > Number(first) && (Number(second) > 12 || Number(first) < 13 || Number(second) - Number(first) < 10)
      ? { kind: 'calendar', year: Number(`${century}${second}`) }
      : null,
};

// [480 BC], c. [466 B.C.]
export const yearBc: TimexRule = {
  name: '<year> BC',
  cues: CUE.era,
  pattern: new RegExp(`(?<year>\\d{1,4})${ERA}`),
  read: ({ year: written, era }) => ({ kind: 'calendar', year: yearOf(written ?? '', era) }),
};

// [AD 79], [79 AD], [400 CE]
export const yearAd: TimexRule = {
  name: '<year> AD',
  cues: CUE.rare,
  pattern: /(?:A\.?D\.? (?<after>\d{1,4})(?!\d)|(?<before>[1-9]\d{0,3}) (?:AD\b|CE\b|A\.D\.))/,
  read: ({ after, before }) => {
    const number = Number(after ?? before);
    return number === 0 ? null : { kind: 'calendar', year: number };
  },
};

// in [480], where the text is about the years BC
export const yearOfOldTimes: TimexRule = {
  name: 'in <year> (BC)',
  cues: CUE.threeDigits,
  pattern:
    /(?<year>[1-9]\d{2})(?= (?:and|to)\b|[.,;:)]|$|-\d{3} ?B| (?!\d|AD\b|CE\b|[a-z]{1,20}s\b|men\b|people\b|women\b))(?![.,]\d)/,
  read: ({ year: written }, { sentence, start }) =>
    /\b(?:in|by|since|until|during|of|from|early|late|and|to)[ -]$|\d{3}-$/i.test(
      sentence.slice(Math.max(0, start - 8), start),
    )
      ? { kind: 'calendar', year: 1 - Number(written), onlyIfOld: true }
      : null,
};

// the [480]-479 BC war
export const firstYearBc: TimexRule = {
  name: '<year> to <year> BC',
  cues: CUE.era,
  pattern: new RegExp(`(?<year>\\d{2,4})(?= ?(?:-| to | and | or ) ?\\d{1,4}${ERA})`),
  read: ({ year: written, era }) => ({ kind: 'calendar', year: yearOf(written ?? '', era) }),
};

// [the 1990s], [1930's], [the '60s], [the 470s BC]
export const decade: TimexRule = {
  name: 'the <decade>s',
  cues: CUE.shortYear,
  pattern: new RegExp(`(?:[Tt]he )?(?<decade>[12]\\d\\d0|\\d\\d0(?='?s ?B)|'?[1-9]0)'?s(?!\\w)(?:${ERA})?`),
  read: ({ decade: written, era }, at) => {
    const digits = (written ?? '').replace("'", '');
    if (digits.length === 2 && !/^[Tt]he |^'/.test(at.sentence.slice(at.start))) return null;
    // "in his 60s", "temperatures in the 80s": an age or a measure, unless it is written as a decade.
    if (
      digits.length === 2 &&
      /\b(?:his|her|their|my|your|mid-|low|upper|to|temperatures? (?:\w{1,9} ){0,2}(?:in|into|\w{1,9})) ?$/i.test(
        at.sentence.slice(Math.max(0, at.start - 36), at.start),
      )
    )
      return null;
    const from = digits.length === 2 ? yearOf(digits) : Number(digits);
    return era ? { kind: 'span', unit: 'decade', from, bc: true } : { kind: 'span', unit: 'decade', from };
  },
};

// [the 20th century], [nineteenth-century], [the 4th century BC]
export const century: TimexRule = {
  name: 'the <ordinal> century',
  cues: CUE.century,
  pattern: new RegExp(`(?<ordinal>${ORDINAL})[- ]century(?!\\w)(?:${ERA})?`, 'i'),
  read: ({ ordinal, era }, { sentence, start, end }) => {
    // A name: "21st Century Fox".
    if (/ C[a-z]+$/.test(sentence.slice(start, end)) && /^ [A-Z]/.test(sentence.slice(end, end + 2))) return null;
    const number = ordinalOf(ordinal);
    if (number === null || number < 1 || number > 30) return null;
    return era
      ? { kind: 'span', unit: 'century', from: number * 100, bc: true }
      : { kind: 'span', unit: 'century', from: (number - 1) * 100 };
  },
};

// [fiscal 1989], [Fiscal year 2024], [FY2024], [FY24]
export const fiscalYear: TimexRule = {
  name: 'fiscal <year>',
  cues: CUE.rare,
  pattern:
    /(?:[Tt]he )?(?:[Ff]iscal(?: [Yy]ear)? |[Ff]inancial [Yy]ear |FY ?)(?:(?<year>(?:19|20)\d\d)|(?<=FY ?)(?<short>\d\d))(?!\d|[.,]\d|%)/,
  read: ({ year: written, short }) => ({ kind: 'calendar', year: yearOf(written ?? short ?? '') }),
};

const LEADS_TO_YEAR =
  /(?:^|[^A-Za-z])(?:in|of|by|since|until|till|from|during|before|after|between|through|throughout|early|late|mid|circa|ca\.|c\.|around|spring|summer|autumn|fall|winter|for|year|years|to|and|or|into|than|on|the|as of|as late as|back to)[ -]$|[(]$|[12]\d{3}(?:-| - | to | and |, )$|[12]\d{3}, [12]\d{3}, (?:and )?$/i;
const COUNTED_BEFORE =
  /(?:[$£€#]|\b(?:about|some|nearly|almost|over|than|least|to|roughly|approximately|around|killed|crowd of|plates?|No\.|[Nn]umber|[Rr]esolution|[Ff]ormula|Flight|flight|Route|Highway|Boeing|Airbus|Room|room|[Pp]age|HIV-|Apt\.?|Suite|Box|Unit)) ?$/;
/** "1200 armed men" are counted, "2017 after months" is a year: what stands between belongs to the noun. */
const COUNTED_AFTER =
  /^[- ](?:(?!(?:after|before|and|or|but|for|by|in|to|with|when|while|as|until|till|from|following|amid|despite|over|of|at|on|under|during|has|had|was|were|is|are|that|which|who)\b)[a-z]{1,12} )?(?:people|men|women|troops|soldiers|dead|killed|wounded|prisoners|miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|yards?|acres?|hectares?|litres?|liters?|horsepower|kilowatts?|megawatts?|hits|tons?|tonnes|pounds|dollars|euros|degrees|votes?|seats|points|goals|runs|games|starts|caps|appearances|rooms|beds|pages|words|copies|jobs|workers|homes|houses|cars|vehicles|shares|barrels|aircraft|tanks|guns|ships|hours|minutes|days|weeks|months|years|percent|rpm|mph|kg|hrs?|GMT|UTC|EST|local)\b/;

/** [1984] Oak Street */
const ADDRESS_AFTER = /^ (?:[A-Z][a-z]{1,15} ){1,2}(?:Street|Avenue|Road|Lane|Drive|Boulevard|Way|Place|Square)\b/;

function isYear({ year: written }: Readonly<Record<string, string | undefined>>, at: Match): boolean {
  const number = Number(written);
  const before = at.sentence.slice(Math.max(0, at.start - 30), at.start);
  const after = at.sentence.slice(at.end, at.end + 30);
  if (/^[Tt]he year/.test(at.sentence.slice(at.start, at.end))) return true;
  if (
    /[\d.,][.,/-]$|[$£€#/:]$|[A-Za-z]-$/.test(before) &&
    !/(?:mid|pre|post|end|early|late)-$|(?:^|\D)[12]\d{3}[-/]$/i.test(before)
  )
    return false;
  if (
    COUNTED_AFTER.test(after) ||
    ADDRESS_AFTER.test(at.sentence.slice(at.end, at.end + 50)) ||
    (/\d $/.test(before) && /^ ?\d|^ for\b/.test(after)) ||
    /\d{4} $|^ \d{4}/.test(before)
  )
    return false;
  if (
    /\b(?:about|around|roughly|approximately) $/i.test(before) &&
    /^(?:$|[.,;)]| (?:and|by|when|to|in|at|with)\b)/.test(after)
  )
    return true;
  const led = LEADS_TO_YEAR.test(before);
  if (/^-(?:1\d)?\d\d\b(?!-)/.test(after) && number >= 1000) return true;
  if (number < 1900 || number > 2040)
    return (
      led && (/\bthe $/.test(before) || !/^ [a-z]+s\b/.test(after.replace(/^ (?:was|is|has|as|its|this|his)\b/, '')))
    );
  if (COUNTED_BEFORE.test(before) && !/\b(?:up|back|prior|from) to $|\b(?:1\d{3}|20\d\d) to $/.test(before))
    return false;
  // "Windows 2000", "the Russell 2000": a product or an index, unless it is an event's year.
  if (
    !led &&
    /[A-Z][A-Za-z]{1,20} $/.test(before) &&
    !/(?:Cup|Olympics|Games|Championships?|Elections?|Festival|Summit|Conference|Congress|Expo|Open|Awards|[A-Z]{3,9}) $/.test(
      before,
    )
  )
    return false;
  return (
    led ||
    /(?:\b(?:its|his|her|their|our)|'s) $/.test(before) ||
    !/^ [a-z]{1,20}s\b/.test(after.replace(/^ (?:was|is|has|as|its|this|his|elections|olympics)\b/, ''))
  );
}
