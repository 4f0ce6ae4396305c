import { describe, expect, test } from 'vitest';
import {
  addMonths,
  formatDay,
  fromDay,
  isDay,
  isoWeek,
  readDay,
  toDay,
  weekdayOf,
} from '../../src/extract/calendar.ts';

const MS_A_DAY = 86_400_000;
const SPANS = [
  [1880, 2110],
  [-2, 2],
  [-480, -478],
  [9998, 9999],
] as const;

describe('calendar', () => {
  test('agrees with Date on every day of several centuries, and around year 0', () => {
    const wrong: number[] = [];
    for (const [first, last] of SPANS) {
      for (let day = toDay(first); day <= toDay(last, 12, 31); day += 1) {
        const date = new Date(day * MS_A_DAY);
        const { year, month, day: dayOfMonth } = fromDay(day);
        const same =
          year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && dayOfMonth === date.getUTCDate();
        if (!same || toDay(year, month, dayOfMonth) !== day || weekdayOf(day) % 7 !== date.getUTCDay()) wrong.push(day);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('runs over into the next month and year', () => {
    expect(formatDay(toDay(2024, 13, 1))).toBe('2025-01-01');
    expect(formatDay(toDay(2024, 0, 1))).toBe('2023-12-01');
    expect(formatDay(toDay(2024, -11, 1))).toBe('2023-01-01');
    expect(formatDay(toDay(2024, 2, 30))).toBe('2024-03-01');
    expect(formatDay(addMonths(toDay(2024, 1, 31), 1))).toBe('2024-02-29');
    expect(formatDay(addMonths(toDay(2024, 3, 31), -13))).toBe('2023-02-28');
  });

  test('knows ISO weeks and days that do not exist', () => {
    expect(isoWeek(toDay(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
    expect(isoWeek(toDay(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(isDay(2023, 2, 29)).toBe(false);
    expect(isDay(2024, 2, 29)).toBe(true);
    expect(isDay(10_000, 1, 1)).toBe(false);
  });

  test('reads the day of an instant in its own offset', () => {
    expect(readDay('2024-11-30T23:30:00-05:00')).toBe(toDay(2024, 11, 30));
    expect(readDay('2024-11-30')).toBe(toDay(2024, 11, 30));
    for (const bad of [undefined, '', 'yesterday', '2024-02-30', '2024-13-01', '20241130'])
      expect(readDay(bad)).toBeNull();
  });
});
