import { describe, expect, test } from 'vitest';
import { en } from '../../src/http/words/en.ts';
import { type Axis, makeAxis } from '../../src/web/axis.ts';
import { findRuns, type Stretch } from '../../src/web/bursts.ts';
import { makeGaps, makeTicks } from '../../src/web/ticks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = (text: string, days = 1): Stretch => ({ from: Date.parse(text), to: Date.parse(text) + days * DAY - 1000 });
const WAR = ['2024-11-27', '2024-11-28', '2024-11-29', '2024-11-29', '2024-11-30', '2024-12-01'].map((text) =>
  day(text),
);
const YEARS = [day('2011-01-01', 365), day('2015-01-01', 365), day('2016-12-01'), day('2020-03-01', 31)];

/** Numbers from 0 to 1, the same at every run. */
function numbers(): () => number {
  let seed = 11;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

/** So many days between two, chance's choice. */
function some(count: number, from: string, days: number): Stretch[] {
  const next = numbers();
  return Array.from({ length: count }, () =>
    day(new Date(Date.parse(from) + Math.floor(next() * days) * DAY).toISOString()),
  );
}

/** Kinds of stories, and how many pieces their axes have at 800 pixels. */
const KINDS: Record<string, { events: Stretch[]; pieces: number }> = {
  'all on one day, by the hour': {
    events: Array.from({ length: 20 }, (_, i) => ({
      from: Date.parse('2024-11-30T06:00Z') + i * HOUR * 0.7,
      to: Date.parse('2024-11-30T06:00Z') + i * HOUR * 0.7,
    })),
    pieces: 1,
  },
  'all on one day, of unknown hours': { events: Array.from({ length: 9 }, () => day('2024-11-30')), pieces: 1 },
  'five days and the years behind them': { events: [...WAR, ...WAR, ...WAR, ...YEARS], pieces: 2 },
  'twelve days, the years behind them, and a day planned for the autumn': {
    events: [...some(45, '2024-06-28', 12), ...YEARS, day('2024-11-30')],
    pieces: 3,
  },
  'two bursts months apart': { events: [...some(20, '2024-02-01', 4), ...some(20, '2024-06-10', 4)], pieces: 2 },
  'a decade evenly': { events: some(120, '2012-01-01', 3650), pieces: 1 },
  'one event': { events: [day('2024-11-30')], pieces: 1 },
  'ten thousand in three years': { events: some(10_000, '2021-01-01', 1095), pieces: 1 },
  'half of ten thousand in twenty days of nine years': {
    events: [...some(5000, '2016-01-01', 3200), ...some(5000, '2024-11-15', 20)],
    pieces: 2,
  },
  'a month among days': { events: [...WAR, ...WAR, day('2024-12-01', 31)], pieces: 1 },
};

const widthOf = ({ x0, x1 }: Axis['pieces'][number]) => x1 - x0;

describe.each(Object.entries(KINDS))('the axis of %s', (_, { events, pieces: expected }) => {
  const instants = events.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);

  test('has as many pieces as its paces', () => {
    expect(makeAxis(events, 800).pieces).toHaveLength(expected);
  });

  test.each([
    120, 328, 800, 1440,
  ])('runs on without a jump or a turn, and can be read both ways, at %i pixels', (width) => {
    const axis = makeAxis(events, width);
    const [first, last] = [axis.pieces[0]?.from ?? 0, axis.pieces.at(-1)?.to ?? 0];
    let before = -1;
    for (const time of new Set(instants.filter((time) => time <= last))) {
      const x = axis.x(time);
      expect(x).toBeGreaterThanOrEqual(Math.max(0, before));
      expect(x).toBeLessThanOrEqual(width + 1e-6);
      expect(Math.abs(axis.time(x) - time)).toBeLessThan(1000);
      before = x;
    }
    for (let x = 0; x < width; x += 1) {
      const [a, b] = [axis.time(x), axis.time(x + 1)];
      expect(b).toBeGreaterThan(a);
      expect(axis.x((a + b) / 2) - axis.x(a)).toBeLessThanOrEqual(1 + 1e-6);
    }
    expect([axis.x(first), axis.x(last)].map(Math.round)).toEqual([0, width]);
  });

  test.each([328, 800])('gives each piece about its share of %i pixels, and none too little to be seen', (width) => {
    const { pieces } = makeAxis(events, width);
    const room = pieces.reduce((sum, piece) => sum + widthOf(piece), 0);
    for (const piece of pieces) {
      const mine = events.filter(({ from }) => from >= piece.from && from <= piece.to).length / events.length;
      const floors = ((pieces.length - 1) * room * 0.4) / pieces.length;
      expect(widthOf(piece)).toBeGreaterThan(Math.min(mine * room, room - floors) * 0.75);
      expect(widthOf(piece)).toBeGreaterThan(30);
    }
  });

  test('breaks only where less happens than on either side', () => {
    const { pieces } = makeAxis(events, 800);
    for (const [index, after] of pieces.entries()) {
      const before = pieces[index - 1];
      if (!before) continue;
      expect(after.from).toBeGreaterThan(before.to);
      expect(events.filter(({ from }) => from > before.to && from < after.from)).toEqual([]);
    }
  });

  test.each([328, 800])('names time on every piece, and no two names on each other, at %i pixels', (width) => {
    const axis = makeAxis(events, width);
    const ticks = makeTicks(axis, { lang: 'en', zone: 'UTC', words: en }, 1);
    for (const { x0, x1 } of axis.pieces)
      expect(ticks.filter(({ middle }) => middle >= x0 && middle <= x1).length).toBeGreaterThan(0);
    expect(makeGaps(axis, { lang: 'en', zone: 'UTC', words: en })).toHaveLength(axis.pieces.length - 1);
  });
});

describe('the axis', () => {
  test('gives the days of a burst most of the room, whatever is planned for later', () => {
    const burst = some(45, '2024-06-28', 12);
    const alone = makeAxis([...burst, ...YEARS], 800).pieces.at(-1);
    for (const planned of [day('2024-11-30'), day('2024-08-01', 120), day('2031-01-01', 365)]) {
      const piece = makeAxis([...burst, ...YEARS, planned], 800).pieces[1];
      expect(piece?.first).toBe(alone?.first);
      expect(piece ? widthOf(piece) : 0).toBeGreaterThan((alone ? widthOf(alone) : 0) * 0.7);
    }
  });

  test('follows the weight: what is told as background gets less', () => {
    const weigh = (events: Stretch[], mass: number) => events.map((one) => ({ ...one, mass }));
    const burst = (mass: number) => {
      const piece = makeAxis([...weigh([...WAR, ...WAR], mass), ...weigh(YEARS, 1)], 800).pieces.at(-1);
      return piece ? widthOf(piece) : 0;
    };
    expect(burst(3)).toBeGreaterThan(burst(1));
  });

  test('does not cut off a single event that crowds nothing', () => {
    expect(makeAxis([day('2001-01-01'), day('2004-01-01'), day('2005-01-01')], 600).pieces).toHaveLength(1);
  });

  test('lets a month among days run past its end instead of giving it a month', () => {
    const { pieces } = makeAxis([...WAR, day('2024-12-01', 31)], 600);
    expect((pieces.at(-1)?.last ?? 0) - Date.parse('2024-12-01')).toBeLessThan(2 * DAY);
  });

  test('stands an event alone in the middle, and nothing at all on an empty axis', () => {
    const { from } = day('2024-11-30');
    expect(makeAxis([{ from, to: from }], 400).x(from)).toBeCloseTo(200);
    expect(makeAxis([], 400).pieces.every(({ first, last }) => first === last)).toBe(true);
    const { pieces } = makeAxis(WAR, 400);
    expect([pieces[0]?.first, pieces.at(-1)?.last]).toEqual([WAR[0]?.from, WAR.at(-1)?.to]);
  });
});

describe('runs of events', () => {
  test('cost as little as any other way to cut them', () => {
    const events = [...some(9, '2024-01-01', 8), ...some(8, '2024-03-01', 5), ...some(4, '2019-01-01', 900)].sort(
      (a, b) => a.from - b.from,
    );
    const average = ((events.at(-1)?.from ?? 0) - (events[0]?.from ?? 0)) / events.length;
    const cost = (runs: Stretch[][]) =>
      runs.reduce((sum, run) => {
        const last = run.reduce((most, { to }) => Math.max(most, to), 0);
        return (
          sum + run.length * Math.log((last - (run[0]?.from ?? 0) + average / run.length ** 2) / run.length / HOUR)
        );
      }, 0) +
      (runs.length - 1) * (0.2 * Math.log(10) * events.length + 6);
    const ways: Stretch[][][] = [[events]];
    for (let a = 1; a < events.length; a++) {
      ways.push([events.slice(0, a), events.slice(a)]);
      for (let b = a + 1; b < events.length; b++) ways.push([events.slice(0, a), events.slice(a, b), events.slice(b)]);
    }
    const apart = ways.filter((runs) =>
      runs.every((run, index) => index === 0 || run[0]?.from !== runs[index - 1]?.at(-1)?.from),
    );
    expect(cost(findRuns(events, 3))).toBeCloseTo(Math.min(...apart.map(cost)));
  });

  test('keep all events, whole and in order', () => {
    for (const { events } of Object.values(KINDS)) {
      const runs = findRuns(events, 4);
      expect(runs.flat()).toEqual(events.toSorted((a, b) => a.from - b.from));
      expect(runs.every((run) => run.length > 0)).toBe(true);
    }
    expect(findRuns([], 4).flat()).toEqual([]);
  });
});
