import type { TimexRule } from '../../../timex-engine.ts';
import { atDayPart, clock, hour, militaryHour, noon, overnight, partOfDayPart, wordHour } from './clock.ts';
import { counted, countedFrom, unitBesideEvent, weekFrom } from './counted.ts';
import { dayAlone, dayMonth, firstDayOfTwo, month, monthDay, monthYear, secondDayOfTwo } from './dates.ts';
import { bareDuration, duration } from './durations.ts';
import { feast } from './feasts.ts';
import { isoDate, nineEleven, slashDate } from './numeric.ts';
import { reference } from './references.ts';
import {
  dayPartOfDay,
  namedDay,
  previousMonth,
  thatUnit,
  theDayPart,
  theUnit,
  theWeekend,
  thisMonth,
  thisUnit,
  unitBefore,
  unitEnd,
} from './relative.ts';
import { half, quarter, reporting, season, seasonYear, shortQuarter } from './seasons.ts';
import { adverbSet, everyDayPart, everyUnit, everyYear, perUnit, timesPerUnit } from './sets.ts';
import { everyWeekday, nthWeekday, weekday } from './weekdays.ts';
import {
  century,
  decade,
  firstYearBc,
  fiscalYear,
  namedDecade,
  secondYearOfTwo,
  shortYear,
  spokenYear,
  year,
  yearBc,
  yearInWords,
  yearOfOldTimes,
} from './years.ts';

/** Where two rules read the same stretch, the one further up is right. */
export const RULES: readonly TimexRule[] = [
  isoDate,
  slashDate,
  nineEleven,
  monthDay,
  dayMonth,
  secondDayOfTwo,
  firstDayOfTwo,
  monthYear,
  thisMonth,
  previousMonth,
  month,
  dayAlone,
  everyWeekday,
  everyYear,
  weekFrom,
  nthWeekday,
  weekday,
  feast,
  seasonYear,
  quarter,
  reporting,
  shortQuarter,
  half,
  decade,
  namedDecade,
  century,
  yearBc,
  firstYearBc,
  fiscalYear,
  yearInWords,
  spokenYear,
  // A clock with its zone reads "1400 GMT" before it can be a year.
  militaryHour,
  clock,
  hour,
  wordHour,
  noon,
  overnight,
  partOfDayPart,
  atDayPart,
  year,
  shortYear,
  secondYearOfTwo,
  yearOfOldTimes,
  namedDay,
  thisUnit,
  thatUnit,
  unitBefore,
  dayPartOfDay,
  theDayPart,
  season,
  theWeekend,
  counted,
  countedFrom,
  unitBesideEvent,
  timesPerUnit,
  perUnit,
  everyUnit,
  everyDayPart,
  // Last, as it reads any number of units: what is counted from something comes first.
  duration,
  theUnit,
  unitEnd,
  bareDuration,
  adverbSet,
  reference,
];
