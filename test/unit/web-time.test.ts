import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, wordsOf } from '../../src/http/words/index.ts';
import { dateLabel, momentLabel, spanLabel, spokenSpan, type Tongue, zoned, zoneOffset } from '../../src/web/time.ts';
import { fill, plural } from '../../src/web/words.ts';

const tongue = (lang: Language, zone = 'Asia/Damascus'): Tongue => ({ lang, zone, words: wordsOf(lang) });

// Spaces that Intl puts differ from version to version.
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/ ?– ?/g, '–').replace(/,/g, '');

describe('dates as readers say them', () => {
  test.each([
    ['2024-11-30', 'Saturday 30 November 2024'],
    ['2024-11', 'November 2024'],
    ['2011', '2011'],
    ['2016/..', 'since 2016'],
    ['../2016-12', 'until December 2016'],
    ['2024-11-30~', 'about Saturday 30 November 2024'],
    ['2016?', 'about 2016'],
    ['2024-11-30T17:00', '30 November 2024 at 17:00'],
    ['2024-11-30T17:00:00+03:00', '30 November 2024 at 17:00'],
    ['2024-11-27/2024-11-30', '27–30 November 2024'],
    ['2024-11-27/2024-12-01', '27 November–1 December 2024'],
    ['2024-11-30/2024-12', 'Saturday 30 November 2024 to December 2024'],
    ['2023-21', 'March–May 2023'],
    ['2023-24', 'December 2023–February 2024'],
    ['', 'Date not known'],
    ['../..', 'Date not known'],
    ['2024-11-XX', '2024-11-XX'],
    ['2024-13', '2024-13'],
    ['<b>soon</b>', '<b>soon</b>'],
  ])('%s is "%s"', (edtf, label) => {
    expect(plain(dateLabel(edtf, tongue('en')))).toBe(label);
  });

  test.each([
    ['de', '30. November 2024'],
    ['fr', '30 novembre 2024'],
    ['es', '30 de noviembre de 2024'],
  ] as const)('speak %s', (lang, label) => {
    expect(dateLabel('2024-11-30', tongue(lang))).toContain(label);
  });

  test('are no more exact than their grain', () => {
    const time = Date.parse('2024-11-30T14:00:00+03:00');
    expect(momentLabel(time, tongue('en'), 'long', 'year')).toBe('2024');
    expect(momentLabel(time, tongue('en'), 'long', 'month')).toBe('November 2024');
    expect(plain(spanLabel(time, time + 86_400_000, tongue('en')))).toBe('30 November–1 December 2024');
  });

  const spans: [Language, string][] = [
    ['en', '27 to 30 November 2024'],
    ['de', '27. bis 30. November 2024'],
    ['fr', '27 à 30 novembre 2024'],
    ['es', '27 a 30 de noviembre de 2024'],
    ['ar', '27 إلى 30 نوفمبر 2024'],
  ];
  test.each(spans)('say a range in words: %s', (lang, said) => {
    const spoken = (to: number) => plain(spokenSpan(Date.UTC(2024, 10, 27), to, tongue(lang, 'UTC')));
    expect(spoken(Date.UTC(2024, 10, 30))).toBe(said);
    expect(spoken(Date.UTC(2024, 10, 27))).not.toMatch(/ (?:to|bis|à|a|إلى) /);
    expect(spoken(Date.UTC(2025, 1, 3))).toMatch(/2024.* (?:to|bis|à|a|إلى) .*2025/);
    expect(spoken(Date.UTC(2025, 1, 3))).not.toContain('–');
  });

  test('count days in the zone of the story', () => {
    const late = Date.parse('2024-11-30T22:30:00Z');
    expect(momentLabel(late, tongue('en'))).toContain('1 December');
    expect(momentLabel(late, tongue('en', 'America/New_York'))).toContain('30 November');
  });
});

describe('zones', () => {
  test.each([
    ['Asia/Damascus', '2024-11-30T00:00:00Z', 180],
    ['America/New_York', '2024-07-01T00:00:00Z', -240],
    ['Asia/Kathmandu', '2024-07-01T00:00:00Z', 345],
    ['UTC', '1923-01-01T00:00:00Z', 0],
  ])('%s at %s is %i minutes off', (zone, time, minutes) => {
    expect(zoneOffset(Date.parse(time), zone)).toBe(minutes);
  });

  test('find the instant of a wall clock, over a change of clocks too', () => {
    expect(new Date(zoned('Europe/Berlin', 2024, 2, 31, 12)).toISOString()).toBe('2024-03-31T10:00:00.000Z');
    expect(new Date(zoned('Europe/Berlin', 2024, 2, 30, 12)).toISOString()).toBe('2024-03-30T11:00:00.000Z');
    expect(new Date(zoned('Asia/Damascus', 99, 0)).getUTCFullYear()).toBe(98);
  });
});

describe('words', () => {
  test.each(
    Object.keys(LANGUAGES) as Language[],
  )('%s has every word, and every blank of the English pattern', (lang) => {
    const [mine, english] = [flat(wordsOf(lang)), flat(wordsOf('en'))];
    for (const [key, pattern] of english) {
      if (/\.(?:zero|one|two|few|many)$/.test(key)) continue;
      const word = mine.get(key);
      expect(word, key).toBeTruthy();
      expect(blanks(word ?? ''), key).toEqual(blanks(pattern));
    }
  });

  test('count as the language does', () => {
    const { events } = wordsOf('ar');
    expect(plural(events, 2, 'ar')).toBe('حدثان');
    expect(plural(events, 5, 'ar')).toMatch(/أحداث$/);
    expect(plural(events, 11, 'ar')).toMatch(/حدثًا$/);
    expect(plural(wordsOf('en').events, 1, 'en')).toBe('1 event');
  });

  test('are filled in once, whatever they are filled with', () => {
    expect(fill('{from} to {to}', { from: '{to}', to: '$&' })).toBe('{to} to $&');
  });
});

function flat(value: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? [[`${path}${key}`, inner] as const] : [...flat(inner, `${path}${key}.`)],
    ),
  );
}

function blanks(pattern: string): string[] {
  return (pattern.match(/\{\w+\}|#/g) ?? []).sort();
}
