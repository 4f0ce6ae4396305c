import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/extract/sentences.ts';
import { findTimexes } from '../../src/extract/timexes.ts';

/** Whatever comes in: no error, true offsets, years that EDTF can write, and a time that grows with the length alone. */

const read = (text: string) => findTimexes(splitSentences(text), '2024-11-30');

const ODD = [
  '',
  '\u0000',
  '\ud800 in 2016 \udfff',
  'in\u00a02016',
  'on \u200fNov.\u200f 27\u200f',
  'in 99999999999999999999',
  'the 0th century and the 99th century',
  'Feb. 30, 2024 and 31/31/2024 and 2024-13-45 and 29 February 2023',
  '9999-12-31 and in 9999 and the 9990s',
  '5000000 years ago and 99999 years later and 9999 centuries ago',
  'in 1 BC, in 0 BC and in 9999 BC',
  '25:61 and 24:00 and 99:99 a.m.',
  'January January January 2016 2016 2016',
  'Nov.\n27,\n2024',
  'next last this Monday Tuesday week year',
  'يوم الجمعة 2016 年 5月',
  'NOV 30 2024 AT 5 PM GMT',
  'two days after the vote on 30 February 2024',
  'the last 400 days of 2023 and the fifth week of February 2023',
  'two hundred years before 9999 BC',
  'the fifth decade of the decade',
  '99999 years after Christmas 2024',
  '\ud83d\ude80Nov. 3,\u200b 2024\ud83d\ude80 at 9\u202fa.m. Eastern\u00a0time',
  'on 3\r\nJune\r\n2024\r\n',
];

describe('odd input', () => {
  test.each(ODD)('%j', (text) => {
    for (const time of read(text)) {
      expect(text.slice(time.start, time.end)).toBe(time.text);
      expect(time.value).not.toBe('');
      for (const day of [time.from, time.to]) if (day !== null) expect(day).toMatch(/^-?\d{4}-\d\d-\d\d$/);
    }
  });

  test('spans stay true where white space is folded', () => {
    const text = 'It began on   Nov.\t27,\u00a0\u00a02024, and  ended  last   week.';
    expect(read(text).map((time) => [time.text, time.value])).toEqual([
      ['Nov.\t27,\u00a0\u00a02024', '2024-11-27'],
      ['last   week', '2024-W47'],
    ]);
  });

  test('what has no width changes nothing', () => {
    const text = 'It began on Sep\u00adtem\u00adber\u200b 3,\ufeff 2024 and \u2060ended last\u200c week\u200d.';
    expect(read(text).map((time) => [time.text, time.value])).toEqual([
      ['Sep\u00adtem\u00adber\u200b 3,\ufeff 2024', '2024-09-03'],
      ['last\u200c week', '2024-W47'],
    ]);
  });

  test('lines that end as Windows ends them', () => {
    const text =
      'It began on\r\nNov. 27 and went on\r\nuntil Friday \ud83d\ude80 night.\r\n\r\nIt ended \ud83d\ude80on Saturday.';
    const times = read(text);
    expect(times.map((time) => [time.text, time.value])).toEqual([
      ['Nov. 27', '2024-11-27'],
      ['Friday', '2024-11-29'],
      ['Saturday', '2024-11-30'],
    ]);
    for (const time of times) expect(text.slice(time.start, time.end)).toBe(time.text);
  });

  test('any bytes', () => {
    let seed = 1;
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const pieces = [
      'Nov. ',
      '2016',
      ' ago',
      'the ',
      'last ',
      'Monday',
      '17:00',
      ' to ',
      '-',
      '\n',
      '.',
      ' a.m.',
      '3',
      'è',
      '\ud83d',
      ' BC',
      "'s ",
    ];
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 30 }, () => pieces[next(pieces.length)]).join('');
      for (const time of read(text)) expect(text.slice(time.start, time.end)).toBe(time.text);
    }
  });
});

describe('growth', () => {
  const UNITS = [
    '1 hour ',
    'on ',
    '1234567890',
    'Nov. 3, ',
    'a few ',
    'the end of ',
    '\n',
    ' \t',
    'a.',
    '"',
    'the week of ',
    '2016-',
    '1 2 3 4 BC ',
    'early ',
    'The vote on 3 June passed. Two days after the vote he left. ',
    'two days after the vote ',
    'the last week of ',
    'half past ',
    'June 1, 2, 3 and ',
    'a day ',
  ];
  test.each(UNITS)('of %j again and again is linear', (unit) => {
    const cost = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      // Of this thread alone, in µs: other processes on the machine take none of it.
      const start = process.threadCpuUsage();
      read(text);
      const { user, system } = process.threadCpuUsage(start);
      return (user + system) / 1000;
    };
    cost(5_000);
    const small = Math.min(cost(20_000), cost(20_000));
    const large = Math.min(cost(200_000), cost(200_000));
    // Ten times the text; a quadratic reader would take a hundred times as long. The slack is for a collection of garbage.
    expect(large).toBeLessThan(40 * small + 300);
  });
});
