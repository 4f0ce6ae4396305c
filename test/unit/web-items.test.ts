import { describe, expect, test } from 'vitest';
import type { EventFeature } from '../../src/types.ts';
import { makeAxis } from '../../src/web/axis.ts';
import { backgroundOf } from '../../src/web/background.ts';
import { layBars } from '../../src/web/bars.ts';
import { packItems, unpackItems } from '../../src/web/columns.ts';
import { focus } from '../../src/web/focus.ts';
import { byTime, type Item, toItem } from '../../src/web/item.ts';
import { mainEvents } from '../../src/web/main-events.ts';
import { namePlaces } from '../../src/web/place-names.ts';
import { spotsOf } from '../../src/web/spots.ts';
import { INITIAL } from '../../src/web/state.ts';
import { nextItem } from '../../src/web/steps.ts';
import {
  extent,
  freshSince,
  makeCounter,
  passes,
  stretches,
  thumbsOf,
  type Window,
  windowOf,
  within,
} from '../../src/web/visible.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2024, 10, 30);

function item(id: string, part: Partial<Item> = {}): Item {
  return {
    id,
    title: id,
    edtf: '',
    start: NOW,
    end: NOW + DAY,
    inferred: false,
    status: 'reported',
    category: 'conflict',
    place: null,
    at: [37, 36],
    sources: ['Wire'],
    weight: 0.2,
    seen: null,
    ...part,
  };
}

/** The same items at every run. */
function many(count: number): Item[] {
  let seed = 42;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, index) => {
    const start = NOW + Math.floor(next() * 60) * DAY;
    const open = next();
    return item(`i${index}`, {
      start: open < 0.05 ? null : start,
      end: open < 0.05 ? (next() < 0.5 ? null : start) : open > 0.95 ? null : start + Math.floor(next() * 5) * DAY,
      at: [Math.round(next() * 4), Math.round(next() * 4)],
    });
  });
}

describe('what a window shows', () => {
  const items = many(500);
  const windows: Window[] = [
    { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    { from: Number.NEGATIVE_INFINITY, to: NOW + 20 * DAY },
    { from: NOW + 10 * DAY, to: NOW + 12 * DAY },
    { from: NOW + 30 * DAY, to: NOW + 30 * DAY },
    { from: NOW + 50 * DAY, to: Number.POSITIVE_INFINITY },
    { from: NOW + 900 * DAY, to: NOW + 901 * DAY },
  ];
  test.each(windows)('is counted as a scan counts it: %j', (window) => {
    expect(makeCounter(items)(window)).toBe(items.filter((one) => within(one, window)).length);
  });

  test('follows the mode', () => {
    const whole = { from: NOW, to: NOW + 9 * DAY, now: NOW + 5 * DAY };
    const times = { from: NOW + DAY, to: NOW + 2 * DAY };
    expect(windowOf({ mode: 'sofar', ...times }, whole)).toEqual({ from: Number.NEGATIVE_INFINITY, to: times.to });
    expect(windowOf({ mode: 'window', ...times }, whole)).toEqual(times);
    expect(windowOf({ mode: 'moment', ...times }, whole)).toEqual({ from: times.to, to: times.to });
    expect(windowOf({ mode: 'moment', from: null, to: null }, whole)).toEqual({ from: whole.now, to: whole.now });
  });

  test('steps back from what has just ended in the middle of the axis and at its end, where all is shown', () => {
    const whole = { from: NOW, to: NOW + 9 * DAY, now: NOW + 5 * DAY };
    const spanAt = () => 10 * DAY;
    for (const to of [whole.to - 3 * DAY, whole.to, whole.to + DAY])
      expect(freshSince({ mode: 'sofar', from: null, to }, whole, spanAt)).toBe(Math.min(to, whole.to) - 2 * DAY);
    for (const state of [{ mode: 'sofar', to: null } as const, { mode: 'moment', to: whole.to } as const])
      expect(freshSince({ ...state, from: null }, whole, spanAt)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('is all there is before the thumb is moved and at the end of the axis, also what has no date', () => {
    const whole = { from: NOW, to: NOW + 9 * DAY, now: NOW + 5 * DAY };
    const undated = item('undated', { start: null, end: null });
    for (const to of [null, whole.to]) {
      expect(within(undated, windowOf({ mode: 'sofar', from: null, to }, whole))).toBe(true);
    }
    expect(within(undated, windowOf({ mode: 'sofar', from: null, to: whole.now }, whole))).toBe(false);
  });
});

describe('a story opens', () => {
  const days = Array.from({ length: 6 }, (_, index) =>
    item(`d${index}`, {
      start: NOW + index * DAY,
      end: NOW + (index + 1) * DAY - 1000,
      seen: NOW + (index + 0.5) * DAY,
    }),
  );
  const reported = NOW + 6 * DAY - 1000;
  const cases: [string, Partial<Item>][] = [
    ['nothing else', {}],
    ['what is planned', { status: 'planned', start: NOW + 150 * DAY, end: NOW + 151 * DAY }],
    ['a season that is announced', { status: 'planned', start: NOW + 2 * DAY, end: NOW + 120 * DAY }],
    ['what goes on', { start: NOW + 3 * DAY, end: null }],
    ['what was said to take a year', { start: NOW + 5 * DAY, end: NOW + 370 * DAY }],
    ['what nobody dates', { start: null, end: null }],
  ];
  test.each(cases)('where the reports leave off, besides %s', (_, part) => {
    const whole = extent([...days, item('other', { seen: NOW + 5.5 * DAY, ...part })].sort(byTime));
    expect(Math.abs((whole?.now ?? 0) - reported)).toBeLessThan(DAY);
    expect(whole?.now).toBeLessThanOrEqual(whole?.to ?? 0);
  });

  test('at its end when all of it is planned, and has its thumbs there', () => {
    expect(extent([])).toBeNull();
    const whole = extent(days.map((one) => ({ ...one, status: 'planned' as const })));
    expect(whole?.now).toBe(whole?.to);
    const told = { from: NOW, to: NOW + 200 * DAY, now: reported };
    expect(thumbsOf({ mode: 'sofar', from: null, to: null }, told)).toEqual({ from: NOW, to: reported });
    expect(thumbsOf({ mode: 'window', from: null, to: null }, told)).toEqual({ from: NOW, to: told.to });
    expect(thumbsOf({ mode: 'moment', from: null, to: NOW + 999 * DAY }, told).to).toBe(told.to);
  });
});

describe('filters', () => {
  test('let all pass when they are empty, and search without regard to accents and case', () => {
    expect(passes(item('a'), INITIAL, '')).toBe(true);
    expect(passes(item('a'), { ...INITIAL, search: 'ALEP' }, 'Alép fell')).toBe(true);
    expect(passes(item('a'), { ...INITIAL, search: 'hama' }, 'Alép fell')).toBe(false);
    expect(passes(item('a'), { ...INITIAL, sources: ['Other'] }, '')).toBe(false);
    expect(passes(item('a', { sources: ['Wire', 'Other'] }), { ...INITIAL, sources: ['Other'] }, '')).toBe(true);
  });
});

describe('the main events', () => {
  test('are the weightiest; of a short story all, and where all are alike none', () => {
    const alike = many(40);
    expect(mainEvents(alike).size).toBe(0);
    expect(mainEvents(alike.slice(0, 5)).size).toBe(5);
    const told = alike.map((one, index) => ({ ...one, weight: index % 10 === 0 ? 0.8 : 0.2 }));
    expect([...mainEvents(told)]).toEqual(['i0', 'i10', 'i20', 'i30']);
    const steps = alike.map((one, index) => ({ ...one, weight: index / 40 }));
    expect([...mainEvents(steps)]).toHaveLength(20);
    expect(mainEvents(steps).has('i39') && !mainEvents(steps).has('i19')).toBe(true);
  });
});

describe('the background', () => {
  const burst = Array.from({ length: 20 }, (_, index) =>
    item(`b${index}`, { start: NOW + index * (DAY / 4), end: null }),
  );
  const year = (id: string, past: number) =>
    item(id, { start: NOW - past * 365 * DAY, end: NOW - past * 365 * DAY + DAY });
  const old = [3, 4, 9, 13].map((past) => year(`old${past}`, past));

  test('is what lies before the burst, and neither what lies after it nor what nobody dates', () => {
    const others = [
      year('ahead', -1),
      item('undated', { start: null, end: null }),
      item('since', { start: null, end: NOW }),
    ];
    const ids = backgroundOf([...burst, ...old, ...others].sort(byTime));
    expect([...ids].sort()).toEqual(old.map(({ id }) => id).sort());
  });

  test('is nothing in a story without a burst, or of which it is the greater part', () => {
    expect(backgroundOf([]).size).toBe(0);
    expect(backgroundOf([item('alone')]).size).toBe(0);
    expect(backgroundOf(burst).size).toBe(0);
    const decades = Array.from({ length: 30 }, (_, index) => year(`y${index}`, 10 + index));
    const heavy = burst.slice(0, 12).map((one) => ({ ...one, weight: 1 }));
    expect(backgroundOf([...decades.map((one) => ({ ...one, weight: 0 })), ...heavy].sort(byTime)).size).toBe(0);
  });
});

describe('the step from event to event', () => {
  const items = [item('a'), item('b', { start: NOW + DAY }), item('c', { start: NOW + 2 * DAY })];
  test.each([
    [{ event: 'a', to: NOW }, 1, 'b'],
    [{ event: 'b', to: NOW }, -1, 'a'],
    [{ event: 'c', to: NOW }, 1, null],
    [{ event: null, to: null }, 1, 'a'],
    [{ event: null, to: null }, -1, 'c'],
    [{ event: null, to: NOW + DAY + 1 }, 1, 'c'],
    [{ event: null, to: NOW + DAY + 1 }, -1, 'b'],
    [{ event: null, to: NOW + 9 * DAY }, 1, null],
  ] as const)('from %j by %d leads to %s', (state, by, id) => {
    expect(nextItem(items, state, by, false)?.id ?? null).toBe(id);
  });

  test('starts over after the last, where it is asked to', () => {
    expect(nextItem(items, { event: 'c', to: null }, 1, true)?.id).toBe('a');
  });
});

describe('the first view', () => {
  const near = Array.from({ length: 9 }, (_, index) => item(`n${index}`, { at: [37 + index / 10, 36] }));
  test('is not widened by a far capital or by the middle of a country', () => {
    const moscow = item('m', { at: [37.6, 55.7] });
    const country = item('c', { at: [96, 61], place: { name: 'Russia', country: 'RU', feature: 'PCLI' } });
    expect(focus([...near, moscow, country])).toEqual(focus(near));
  });

  test('is the place itself for one event, and the world for none', () => {
    expect(focus([item('a')])).toEqual([37, 36, 37, 36]);
    expect(focus([])[0]).toBeLessThan(-100);
  });
});

describe('bars', () => {
  test('never lie on each other, and stay on the axis', () => {
    const items = many(60).sort(byTime);
    const axis = makeAxis(stretches(items), 800);
    const { bars, pitch, lanes } = layBars(items, axis, 300, 'UTC');
    expect(pitch * lanes).toBeLessThanOrEqual(300);
    expect(bars.length).toBe(items.filter(({ start, end }) => start !== null || end !== null).length);
    for (const bar of bars) {
      expect(bar.x0).toBeGreaterThanOrEqual(0);
      expect(bar.x1).toBeLessThanOrEqual(800);
      for (const other of bars) {
        const apart = other.lane >= bar.lane + bar.tall || bar.lane >= other.lane + other.tall;
        if (other === bar || apart) continue;
        expect(other.x1 <= bar.x0 || other.x0 >= bar.x1).toBe(true);
      }
    }
  });

  test('become a histogram that counts every dated event where they are too many', () => {
    const items = many(2000);
    const { columns, bars } = layBars(items, makeAxis(stretches(items), 800), 10, 'UTC');
    expect(bars).toHaveLength(0);
    const dated = items.filter(({ start, end }) => start !== null || end !== null).length;
    expect(columns?.reduce((sum, { total }) => sum + total, 0)).toBe(dated);
    for (const { counts, total } of columns ?? []) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
    const sorted = (columns ?? []).toSorted((a, b) => a.x0 - b.x0);
    for (const [index, { x0 }] of sorted.entries()) expect(x0).toBeGreaterThanOrEqual(sorted[index - 1]?.x1 ?? 0);
  });
});

test('a region that is named after its town is not named beside it', () => {
  const at = (id: string, name: string, feature: string, lng: number) =>
    item(id, { place: { name, country: 'SY', feature }, at: [lng, 36] });
  const items = [
    at('a', 'Idlib', 'ADM1', 36.6),
    at('b', 'Idlib', 'ADM1', 36.6),
    at('c', 'Idlib', 'PPLA', 36.7),
    at('d', 'Hatay', 'ADM1', 36.2),
    at('e', 'Syria', 'PCLI', 38),
  ];
  expect(spotsOf(items).map(({ name, at: [lng] }) => [name, lng])).toEqual([
    ['Idlib', 36.7],
    ['Hatay', 36.2],
  ]);
});

test('items come out of their columns as they went in', () => {
  const aleppo = { name: 'Aleppo', country: 'SY', feature: 'PPLA' };
  const items = [
    item('early', { start: -DAY, end: null, edtf: '1969-12-31/..', place: aleppo, at: [37.1, 36.2] }),
    item('open', { start: null, end: NOW - 1, edtf: '../2024-11-29' }),
    item('guessed', { inferred: true, weight: 0.31, place: aleppo, at: [37.1, 36.2] }),
    item('undated', { start: null, end: null, place: { ...aleppo, near: true }, at: [37.1, 36.2] }),
  ].map(({ edtf, start, end, inferred, place, at, weight }) => ({ edtf, start, end, inferred, place, at, weight }));
  const columns = packItems(items);
  expect(unpackItems(JSON.parse(JSON.stringify(columns)))).toEqual(items);
  expect(columns.places).toHaveLength(3);
  expect(unpackItems(packItems([]))).toEqual([]);
});

describe('places of events that the script fetches', () => {
  const place = { name: 'Lebanon', country: 'LB', feature: 'PCLI' };
  const told = (over: Partial<EventFeature['properties']['place']> = {}): EventFeature => ({
    type: 'Feature',
    id: 'e',
    geometry: { type: 'Point', coordinates: [35.88, 33.92] },
    when: { timespans: [], label: '' },
    properties: {
      title: 'Strike',
      status: 'reported',
      category: 'conflict',
      edtf: '2024',
      start: null,
      end: null,
      inferred: false,
      place: { ...place, ...over },
      outlets: 1,
      texts: 1,
      reports: [],
    },
  });
  const names = { 'Lebanon,LB,PCLI': 'Libanon' };
  const stands: Record<string, [number, number]> = { 'Lebanon,LB,PCLI': [35.95, 34.06] };

  test('have the names and stands of the page', () => {
    const [item] = namePlaces([told()], { names, stands }).map(toItem);
    expect(item).toMatchObject({ at: [35.95, 34.06], place: { label: 'Libanon' } });
    expect(item?.place).not.toHaveProperty('stand');
  });

  test('stand at their coordinates where the page says nothing else, and where they are near a country', () => {
    expect(namePlaces([told()], {}).map(toItem)[0]?.at).toEqual([35.88, 33.92]);
    expect(namePlaces([told({ near: true })], { names, stands }).map(toItem)[0]).toMatchObject({
      at: [35.88, 33.92],
      place: { label: 'Libanon' },
    });
  });
});
