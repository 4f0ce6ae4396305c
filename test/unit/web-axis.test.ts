import { describe, expect, test } from 'vitest';
import { axisEnds, makeAxis } from '../../src/web/axis.ts';

const DAY = 86_400_000;
const day = (text: string, days = 1) => ({ from: Date.parse(text), to: Date.parse(text) + days * DAY - 1000 });
const WAR = ['2024-11-27', '2024-11-28', '2024-11-29', '2024-11-29', '2024-11-30', '2024-12-01'].map((text) =>
  day(text),
);
const YEARS = [day('2011-01-01', 365), day('2015-01-01', 365), day('2016-12-01'), day('2020-03-01', 31)];

describe('the axis', () => {
  test('keeps one piece where events follow each other', () => {
    expect(makeAxis(WAR, 600).pieces).toHaveLength(1);
  });

  test('breaks between a burst of days and the years behind it, and gives the burst the room', () => {
    const { pieces } = makeAxis([...WAR, ...YEARS], 600);
    expect(pieces).toHaveLength(2);
    const [years, days] = pieces;
    expect(new Date(days?.first ?? 0).toISOString()).toBe('2024-11-27T00:00:00.000Z');
    expect((days?.x1 ?? 0) - (days?.x0 ?? 0)).toBeGreaterThan((years?.x1 ?? 0) - (years?.x0 ?? 0));
    expect((years?.x1 ?? 0) - (years?.x0 ?? 0)).toBeGreaterThan(100);
  });

  test('gives a burst within years of events a piece of its own', () => {
    const years = Array.from({ length: 100 }, (_, index) => day(new Date(Date.UTC(2016, index, 1)).toISOString()));
    const burst = Array.from({ length: 100 }, (_, index) =>
      day(`2022-02-${String((index % 20) + 1).padStart(2, '0')}`),
    );
    const { pieces } = makeAxis([...years, ...burst], 800);
    const widest = pieces.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))[0];
    expect(pieces.length).toBeGreaterThan(1);
    expect(widest?.first).toBeGreaterThanOrEqual(Date.parse('2022-01-01'));
    expect(widest?.last).toBeLessThan(Date.parse('2022-04-01'));
    for (const [index, piece] of pieces.entries()) {
      expect(piece.to).toBeGreaterThan(piece.from);
      expect(piece.from).toBeGreaterThanOrEqual(pieces[index - 1]?.to ?? 0);
    }
  });

  test('does not cut off a single event that crowds nothing', () => {
    expect(makeAxis([day('2001-01-01'), day('2004-01-01'), day('2005-01-01')], 600).pieces).toHaveLength(1);
  });

  test('lets a month among days run past its end instead of giving it a month', () => {
    const { pieces } = makeAxis([...WAR, day('2024-12-01', 31)], 600);
    expect((pieces.at(-1)?.last ?? 0) - Date.parse('2024-12-01')).toBeLessThan(2 * DAY);
  });

  test.each([120, 360, 1440])('turns instants into pixels and back, in order, at %i pixels', (width) => {
    const axis = makeAxis([...WAR, ...YEARS], width);
    let last = -1;
    for (const { from } of [...YEARS, ...WAR].sort((a, b) => a.from - b.from)) {
      const x = axis.x(from);
      expect(x).toBeGreaterThanOrEqual(last);
      expect(x).toBeLessThanOrEqual(width);
      expect(Math.abs(axis.time(x) - from)).toBeLessThan(1000);
      last = x;
    }
  });

  test('stands an event alone in the middle, and nothing at all on an empty axis', () => {
    const { from } = day('2024-11-30');
    expect(makeAxis([{ from, to: from }], 400).x(from)).toBeCloseTo(200);
    expect(axisEnds([])).toBeNull();
    expect(axisEnds(WAR)).toEqual({ from: WAR[0]?.from, to: WAR.at(-1)?.to });
  });
});
