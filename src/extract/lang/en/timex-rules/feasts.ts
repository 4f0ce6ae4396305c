import type { TimexRule } from '../../../timex-engine.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { addCues, CUE } from '../time-cues.ts';
import { anyOf, SHIFT } from '../time-words.ts';

/** Feasts and holidays by name. */

const NAMES: Readonly<Record<string, string>> = {
  "New Year's Day": 'newYear',
  "New Year's Eve": 'newYearsEve',
  "New Year's": 'newYear',
  'Martin Luther King Day': 'mlk',
  'Martin Luther King Jr. Day': 'mlk',
  'MLK Day': 'mlk',
  "Valentine's Day": 'valentine',
  "Presidents' Day": 'presidents',
  'Presidents Day': 'presidents',
  "International Women's Day": 'womensDay',
  "St. Patrick's Day": 'stPatrick',
  "St Patrick's Day": 'stPatrick',
  'Anzac Day': 'anzac',
  'Australia Day': 'australia',
  'Burns Night': 'burns',
  'Canada Day': 'canada',
  Nowruz: 'nowruz',
  'Shrove Tuesday': 'shroveTuesday',
  'Ash Wednesday': 'ashWednesday',
  'Palm Sunday': 'palmSunday',
  'Maundy Thursday': 'maundyThursday',
  'Good Friday': 'goodFriday',
  'Easter Sunday': 'easter',
  'Easter Monday': 'easterMonday',
  Easter: 'easter',
  'Ascension Day': 'ascension',
  Pentecost: 'pentecost',
  'Whit Monday': 'whitMonday',
  'May Day': 'mayDay',
  "Mother's Day": 'mothersDay',
  'Memorial Day': 'memorial',
  Juneteenth: 'juneteenth',
  "Father's Day": 'fathersDay',
  'Independence Day': 'independence',
  'the Fourth of July': 'independence',
  'Fourth of July': 'independence',
  'Bastille Day': 'bastille',
  'Labor Day': 'labor',
  'Labour Day': 'labor',
  'Columbus Day': 'columbus',
  Halloween: 'halloween',
  "All Saints' Day": 'allSaints',
  'Bonfire Night': 'guyFawkes',
  'Guy Fawkes Night': 'guyFawkes',
  'Armistice Day': 'armistice',
  'Veterans Day': 'armistice',
  "Veterans' Day": 'armistice',
  'Remembrance Day': 'armistice',
  'Remembrance Sunday': 'remembrance',
  'Thanksgiving Day': 'thanksgiving',
  Thanksgiving: 'thanksgiving',
  'Election Day': 'usElection',
  'D-Day': 'dDay',
  'Black Friday': 'blackFriday',
  'Cyber Monday': 'cyberMonday',
  'Christmas Eve': 'christmasEve',
  'Christmas Day': 'christmas',
  Christmas: 'christmas',
  'Boxing Day': 'boxing',
  'Orthodox Christmas': 'orthodoxChristmas',
  'Orthodox Easter': 'orthodoxEaster',
  Ramadan: 'ramadan',
  'Eid al-Fitr': 'eidAlFitr',
  'Eid ul-Fitr': 'eidAlFitr',
  'Eid al-Adha': 'eidAlAdha',
  'Eid ul-Adha': 'eidAlAdha',
  'the Feast of Sacrifice': 'eidAlAdha',
  Ashura: 'ashura',
  'Islamic New Year': 'islamicNewYear',
  Passover: 'passover',
  'Rosh Hashanah': 'roshHashanah',
  'Yom Kippur': 'yomKippur',
  Hanukkah: 'hanukkah',
  'Lunar New Year': 'lunarNewYear',
  'Chinese New Year': 'lunarNewYear',
};

/** Words of those names that say nothing: the first other word of a name shows it. */
const COMMON = new Set([
  'year',
  'sunday',
  'monday',
  'wednesday',
  'friday',
  'night',
  'july',
  'the',
  'day',
  'international',
]);

addCues(
  Object.keys(NAMES).map(
    (name) =>
      name
        .toLowerCase()
        .split(/[^a-z]+/)
        .find((word) => word.length > 2 && !COMMON.has(word)) ?? 'day',
  ),
  CUE.feast,
);

/** "Ukraine's Independence Day" is not that of America, and on a day that this table does not know. */
const ELSEWHERE =
  /(?<!\b(?:America|nation|States|U\.S\.|US)'s )(?<!\bAmerican )(?:\b(?:its|their)|'s|[a-z](?:an|ese|ish|i)) $/;

// [Christmas], [last Thanksgiving], [New Year's Eve 1999]
export const feast: TimexRule = {
  name: '<feast>',
  cues: CUE.feast,
  pattern: new RegExp(
    `\\b(?:(?<which>[Ll]ast|[Nn]ext) )?(?<!Father )(?<name>${anyOf(Object.keys(NAMES))})(?!\\w|-[A-Z]| (?:War|Offensive|Agreement|[Aa]ccords?|Island|Creek|[Tt]rees?|[Cc]ards?|[Cc]ake|[Ee]ggs?|[Bb]unny|[Cc]arols?)\\b)(?:,? (?<year>[12]\\d{3})(?!\\d))?(?: (?<around>weekend|week)(?!\\w))?`,
  ),
  read: ({ which, name, year, around }, { sentence, start }) => {
    const owner = sentence.slice(Math.max(0, start - 16), start);
    const found = name === 'Independence Day' && ELSEWHERE.test(owner) ? 'independence elsewhere' : NAMES[name ?? ''];
    if (found === undefined) return null;
    const meaning: Meaning = { kind: 'feast', feast: found };
    if (year !== undefined) meaning.year = Number(year);
    if (around !== undefined) meaning.around = around === 'week' ? 'week' : 'weekend';
    const shift = SHIFT[(which ?? '').toLowerCase()];
    if (shift !== undefined) meaning.shift = shift;
    return meaning;
  },
};
