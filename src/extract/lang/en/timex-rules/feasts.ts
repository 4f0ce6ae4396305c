import type { TimexRule } from '../../../timex-engine.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { addCues, CUE } from '../time-cues.ts';
import { anyOf } from '../time-words.ts';

/** Feasts and holidays by name. */

const NAMES: Readonly<Record<string, string>> = {
  "New Year's Day": 'newYear',
  "New Year's Eve": 'newYearsEve',
  "New Year's": 'newYear',
  'Martin Luther King Day': 'mlk',
  "Valentine's Day": 'valentine',
  "Presidents' Day": 'presidents',
  "International Women's Day": 'womensDay',
  "St. Patrick's Day": 'stPatrick',
  'Ash Wednesday': 'ashWednesday',
  'Palm Sunday': 'palmSunday',
  'Good Friday': 'goodFriday',
  'Easter Sunday': 'easter',
  'Easter Monday': 'easterMonday',
  Easter: 'easter',
  'Ascension Day': 'ascension',
  Pentecost: 'pentecost',
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
  'Remembrance Day': 'armistice',
  'Thanksgiving Day': 'thanksgiving',
  Thanksgiving: 'thanksgiving',
  'Election Day': 'usElection',
  'D-Day': 'dDay',
  'Black Friday': 'blackFriday',
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

const SHIFT: Readonly<Record<string, number>> = { last: -1, next: 1, this: 0 };

// [Christmas], [last Thanksgiving], [New Year's Eve 1999]
export const feast: TimexRule = {
  name: '<feast>',
  cues: CUE.feast,
  pattern: new RegExp(
    `\\b(?:(?<which>[Ll]ast|[Nn]ext) )?(?<name>${anyOf(Object.keys(NAMES))})(?!\\w|-[A-Z]| (?:War|Offensive|Agreement|Accords?)\\b)(?:,? (?<year>[12]\\d{3})(?!\\d))?`,
  ),
  read: ({ which, name, year }) => {
    const found = NAMES[name ?? ''];
    if (found === undefined) return null;
    const meaning: Meaning = { kind: 'feast', feast: found };
    if (year !== undefined) meaning.year = Number(year);
    const shift = SHIFT[(which ?? '').toLowerCase()];
    if (shift !== undefined) meaning.shift = shift;
    return meaning;
  },
};
