import { nthWeekday, toDay } from './calendar.ts';
import { monthInYear, type OtherCalendar } from './other-calendars.ts';
import { dayPeriod, type Period, stretchPeriod } from './timex-value.ts';

/** The days of feasts and holidays, by their own names, computed from the year. */

/** The days of a feast that begins in a year; null for one that is unknown here, or not known for that year. */
export function feastPeriod(feast: string, year: number): Period | null {
  const rule = FEASTS[feast];
  const found = rule ? rule(year) : null;
  return typeof found === 'number' ? dayPeriod(found) : found;
}

/** A day number, or a stretch of days. */
type FeastRule = (year: number) => number | Period | null;

const fixed =
  (month: number, day: number): FeastRule =>
  (year) =>
    toDay(year, month, day);

/** The nth such weekday of a month (-1 is the last), and so many days on: the Tuesday after the first Monday. */
const nth =
  (count: number, weekday: number, month: number, shift = 0): FeastRule =>
  (year) =>
    nthWeekday(year, month, weekday, count) + shift;

const fromEaster =
  (shift: number): FeastRule =>
  (year) =>
    easter(year) + shift;

/** A feast of another calendar: the day of the month that it begins on, and how many days it lasts (0: the whole month). */
const inCalendar =
  (calendar: OtherCalendar, month: string, day: number, days = 1): FeastRule =>
  (year) => {
    const found = monthInYear(calendar, month, year);
    if (!found) return null;
    if (days === 0) return stretchPeriod(found.from, found.to);
    const first = found.from + day - 1;
    return days === 1 ? first : stretchPeriod(first, first + days - 1);
  };

const FEASTS: Readonly<Record<string, FeastRule>> = {
  newYear: fixed(1, 1),
  newYearsEve: fixed(12, 31),
  epiphany: fixed(1, 6),
  mlk: nth(3, 1, 1),
  burns: fixed(1, 25),
  australia: fixed(1, 26),
  valentine: fixed(2, 14),
  presidents: nth(3, 1, 2),
  womensDay: fixed(3, 8),
  stPatrick: fixed(3, 17),
  shroveTuesday: fromEaster(-47),
  ashWednesday: fromEaster(-46),
  palmSunday: fromEaster(-7),
  maundyThursday: fromEaster(-3),
  goodFriday: fromEaster(-2),
  easter: fromEaster(0),
  easterMonday: fromEaster(1),
  ascension: fromEaster(39),
  pentecost: fromEaster(49),
  whitMonday: fromEaster(50),
  anzac: fixed(4, 25),
  mayDay: fixed(5, 1),
  mothersDay: nth(2, 7, 5),
  memorial: nth(-1, 1, 5),
  juneteenth: fixed(6, 19),
  fathersDay: nth(3, 7, 6),
  dDay: () => toDay(1944, 6, 6),
  canada: fixed(7, 1),
  independence: fixed(7, 4),
  bastille: fixed(7, 14),
  labor: nth(1, 1, 9),
  columbus: nth(2, 1, 10),
  halloween: fixed(10, 31),
  allSaints: fixed(11, 1),
  guyFawkes: fixed(11, 5),
  armistice: fixed(11, 11),
  remembrance: nth(2, 7, 11),
  thanksgiving: nth(4, 4, 11),
  blackFriday: nth(4, 4, 11, 1),
  cyberMonday: nth(4, 4, 11, 4),
  usElection: nth(1, 1, 11, 1),
  christmasEve: fixed(12, 24),
  christmas: fixed(12, 25),
  boxing: fixed(12, 26),
  orthodoxChristmas: fixed(1, 7),
  orthodoxEaster,
  ramadan: inCalendar('islamic-umalqura', 'Ramadan', 1, 0),
  eidAlFitr: inCalendar('islamic-umalqura', 'Shawwal', 1),
  eidAlAdha: inCalendar('islamic-umalqura', 'DhulHijjah', 10),
  ashura: inCalendar('islamic-umalqura', 'Muharram', 10),
  islamicNewYear: inCalendar('islamic-umalqura', 'Muharram', 1),
  passover: inCalendar('hebrew', 'Nisan', 15, 7),
  roshHashanah: inCalendar('hebrew', 'Tishri', 1, 2),
  yomKippur: inCalendar('hebrew', 'Tishri', 10),
  hanukkah: inCalendar('hebrew', 'Kislev', 25, 8),
  nowruz: inCalendar('persian', 'Farvardin', 1),
  lunarNewYear: inCalendar('chinese', 'FirstMonth', 1),
};

/** Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return toDay(year, month, day);
}

/** Easter of the eastern churches: the Julian computus (Meeus, ch. 8), moved to the Gregorian calendar. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const julianShift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return toDay(year, 3, d + e + 22) + julianShift;
}
