import { describe, expect, test } from 'vitest';
import { projector, type View } from '../../src/basemap/view.ts';
import { layMarks, type Mark, reachOf } from '../../src/web/clusters.ts';
import { fanOffset, fanRadius, MOST_FANNED } from '../../src/web/fan.ts';
import { glyphNumber, KINDS, kindOf } from '../../src/web/glyphs.ts';
import type { Item } from '../../src/web/item.ts';
import { arcPath, ringOf } from '../../src/web/ring.ts';
import { badgeAt, layOut, mostOf, type Showing, sceneOf, sizeAt, standsOf, wholeScene } from '../../src/web/scene.ts';
import { sitesOf } from '../../src/web/sites.ts';
import { nameSites, namesAt } from '../../src/web/spot-names.ts';
import { spotsOf } from '../../src/web/spots.ts';
import { countBySite, makesOf, packRows, rowsAt, shownRows } from '../../src/web/tally.ts';
import { type Window, within } from '../../src/web/visible.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2024, 10, 30);
const EVER: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const STATUSES = ['reported', 'claimed', 'disputed', 'planned'] as const;
const KINDS_OF = ['conflict', 'protest', 'disaster', 'health'] as const;

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
    place: { name: `Place of ${id}`, country: 'SY', feature: 'PPL' },
    at: [37, 36],
    sources: ['Wire'],
    weight: 0.2,
    seen: null,
    ...part,
  };
}

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Events at places that lie thick in the middle and thin outside, some of them countries; the same at every run. */
function crowd(count: number, places: number, seed = 42): Item[] {
  const next = dice(seed);
  const grounds = Array.from({ length: places }, () => {
    const spread = next() < 0.7 ? 1 : 12;
    return {
      at: [36 + (next() - 0.5) * spread, 35 + (next() - 0.5) * spread] as [number, number],
      country: next() < 0.08,
    };
  });
  return Array.from({ length: count }, (_, index) => {
    const { at, country } = grounds[Math.floor(next() ** 2 * places)] ?? { at: [36, 35], country: false };
    const open = next();
    const start = NOW + Math.floor(next() * 60) * DAY;
    return item(`i${index}`, {
      at,
      place: { name: `at ${at.join()}`, country: 'SY', feature: country ? 'PCLI' : 'PPL' },
      weight: Math.round(next() * 100) / 100,
      category: KINDS_OF[Math.floor(next() * 4)] ?? 'other',
      status: STATUSES[Math.floor(next() * 4)] ?? 'reported',
      start: open < 0.05 ? null : start,
      end: open > 0.95 ? null : start + Math.floor(next() * 9) * DAY,
    });
  });
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const next = dice(seed);
  return values
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

function showing(items: readonly Item[], window: Window, passing = items): Showing {
  const sites = sitesOf(items);
  const rows = packRows(passing, sites);
  return { sites, rows, shown: shownRows(rows, window), fresh: 0 };
}

const WINDOWS: Window[] = [
  EVER,
  { from: Number.NEGATIVE_INFINITY, to: NOW + 20 * DAY },
  { from: NOW + 10 * DAY, to: NOW + 12 * DAY },
  { from: NOW + 30 * DAY, to: NOW + 30 * DAY },
  { from: NOW + 40 * DAY, to: Number.POSITIVE_INFINITY },
  { from: NOW + 900 * DAY, to: NOW + 901 * DAY },
];
const ZOOMS = [0, 2, 4.3, 6, 7.5, 9];

/** Pixels between two places on the map, the short way around the world. */
function apart(a: { x: number; y: number }, b: { x: number; y: number }, zoom: number): number {
  const across = Math.abs(a.x - b.x);
  return Math.hypot(Math.min(across, 1 - across), a.y - b.y) * 512 * 2 ** zoom;
}

describe('marks', () => {
  const items = crowd(600, 80);

  test.each(ZOOMS)('never touch each other, whatever is shown: zoom %d', (zoom) => {
    for (const window of WINDOWS) {
      const { sites, ...rest } = showing(items, window);
      const { marks } = layOut({ sites, ...rest }, zoom, mostOf(sites));
      for (const [index, mark] of marks.entries())
        for (const other of marks.slice(index + 1)) {
          const [one, two] = [sites[mark.site], sites[other.site]];
          if (one && two) expect(apart(one, two, zoom)).toBeGreaterThanOrEqual(reachOf(mark) + reachOf(other));
        }
    }
  });

  test.each(WINDOWS)('count each shown event once: %j', (window) => {
    const all = items.filter((one) => within(one, window));
    for (const zoom of ZOOMS) {
      const seen = showing(items, window);
      const { marks, makes, markOf } = layOut(seen, zoom, mostOf(seen.sites));
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      for (const [index, mark] of marks.entries()) {
        const own = all.filter(({ at }) => mark.members.some((member) => seen.sites[member]?.at.join() === at?.join()));
        expect(mark.count).toBe(own.length);
        const kinds = makes[index]?.kinds ?? [];
        for (let kind = 0; kind < KINDS; kind++)
          expect(kinds[kind]).toBe(own.filter((one) => glyphNumber(one) === kind).length);
        expect(makes[index]?.fresh).toBe(mark.count);
        for (const member of mark.members) expect(markOf[member]).toBe(index);
      }
    }
  });

  test('are the same in whatever order the events come', () => {
    const told = (given: readonly Item[]) =>
      ZOOMS.map((zoom) => {
        const seen = showing(given, WINDOWS[1] ?? EVER);
        const { marks } = layOut(seen, zoom, mostOf(seen.sites));
        const name = (site: number) => seen.sites[site]?.at.join();
        return marks.map(({ site, members, ...rest }) => ({ ...rest, site: name(site), members: members.map(name) }));
      });
    const first = told(items);
    for (const seed of [3, 5, 8]) expect(told(shuffled(items, seed))).toEqual(first);
  });

  test('stand at the place of most events, a town before a country, and a number stays there while time goes by', () => {
    const sites = sitesOf(items);
    const ways: number[][] = [];
    for (const zoom of ZOOMS) {
      const hosts = new Map<number, number[]>();
      for (let day = 0; day < 70; day += 0.5) {
        const seen = showing(items, { from: Number.NEGATIVE_INFINITY, to: NOW + day * DAY });
        for (const mark of layOut(seen, zoom, mostOf(sites)).marks) {
          expect(mark.site).toBe(Math.min(...mark.members));
          for (const member of mark.members) {
            const way = hosts.get(member) ?? [];
            if (way.at(-1) !== mark.site) hosts.set(member, [...way, mark.site]);
          }
        }
      }
      ways.push(...hosts.values());
    }
    // A place may be taken in by one that comes up, or by a mark that has grown. In a crowd as thick as this it is hardly
    // ever given back to a mark that had it before.
    const back = ways.filter((way) => new Set(way).size < way.length).length;
    expect(back / ways.length).toBeLessThan(0.05);
    expect(ways.reduce((sum, way) => sum + way.length, 0) / ways.length).toBeLessThan(2);
    for (const [index, site] of sites.slice(1).entries()) {
      const before = sites[index];
      if (before?.vague === site.vague) expect(before.items.length).toBeGreaterThanOrEqual(site.items.length);
      else expect(site.vague).toBe(true);
    }
  });

  test('fall apart as the map comes nearer, until each place has its own', () => {
    const seen = showing(items, EVER);
    expect(layOut(seen, 16, mostOf(seen.sites)).marks).toHaveLength(seen.sites.length);
    expect(layOut(seen, 0, mostOf(seen.sites)).marks.length).toBeLessThan(4);
  });

  test('meet across 180 degrees', () => {
    const pair = [item('a', { at: [179.999, 0] }), item('b', { at: [-179.999, 0] })];
    const count = (zoom: number) => layOut(showing(pair, EVER), zoom, 1).marks.map((mark: Mark) => mark.count);
    expect(count(0)).toEqual([2]);
    expect(count(4)).toEqual([2]);
    expect(count(14)).toEqual([1, 1]);
  });

  test('show each event of a place alone, and a number past what can be fanned out', () => {
    const at = (count: number) =>
      layMarks([{ x: 0.5, y: 0.5, vague: false }], [count], 5, { size: 1, most: 50 }).map(({ form }) => form);
    expect(at(0)).toEqual([]);
    expect(at(1)).toEqual(['glyphs']);
    expect(at(MOST_FANNED)).toEqual(['glyphs']);
    expect(at(MOST_FANNED + 1)).toEqual(['number']);
  });

  test('of ten thousand events at as many places are laid out within a frame', () => {
    const next = dice(9);
    const many = Array.from({ length: 10_000 }, (_, index) =>
      item(`m${index}`, { at: [next() * 40, 20 + next() * 30], start: NOW + index * 1000 }),
    );
    const seen = showing(many, EVER);
    layOut(seen, 5, 1);
    // Processor time: the machine may have much else to do. A quiet one needs some 10 ms.
    const start = process.cpuUsage();
    for (let run = 0; run < 5; run++) layOut(seen, 5, 1);
    expect(process.cpuUsage(start).user / 1000 / 5).toBeLessThan(100);
  });
});

describe('glyphs at one place', () => {
  test('stand apart, the first on the place itself, all within the radius', () => {
    const stands = Array.from({ length: MOST_FANNED }, (_, index) => fanOffset(index, 1));
    expect(stands[0]).toEqual([0, 0]);
    const distances = stands.flatMap(([x, y], i) => stands.slice(i + 1).map(([u, v]) => Math.hypot(x - u, y - v)));
    expect(Math.min(...distances)).toBeGreaterThan(14);
    for (const [index, [x, y]] of stands.entries())
      expect(Math.hypot(x, y)).toBeLessThanOrEqual(fanRadius(index + 1, 1) + 1e-9);
  });

  test('keep their stands while events are added in time order', () => {
    const several = Array.from({ length: 6 }, (_, index) =>
      item(`s${index}`, { start: NOW + index * DAY, end: NOW + index * DAY }),
    );
    const view: View = { lng: 37, lat: 36, zoom: 7, width: 400, height: 300 };
    const until = (day: number) => {
      const seen = showing(several, { from: Number.NEGATIVE_INFINITY, to: NOW + day * DAY });
      const scene = sceneOf(seen, layOut(seen, view.zoom, 6), new Set(), view);
      return new Map(scene.glyphs.map(({ item: { id }, x, y }) => [id, [x, y]]));
    };
    const last = until(5);
    for (let day = 0; day < 5; day++) for (const [id, at] of until(day)) expect(last.get(id)).toEqual(at);
    expect(last.size).toBe(6);
  });
});

describe('the rows of the events', () => {
  const undated = crowd(9, 30, 5).map((one) => ({ ...one, id: `undated ${one.id}`, start: null, end: null }));
  const items = [...crowd(500, 30), ...undated];

  test.each(WINDOWS)('show at each site what a scan shows: %j', (window) => {
    const { sites, rows, shown } = showing(items, window);
    const counts = countBySite(rows, shown);
    for (const [index, site] of sites.entries()) {
      const expected = site.items.filter((one) => within(one, window)).map(({ id }) => id);
      const found = rowsAt(rows, shown, index).map((row) => rows.items[row]?.id ?? '');
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect(counts[index]).toBe(expected.length);
    }
  });

  test('say how many of what a mark counts ended lately', () => {
    const window = { from: Number.NEGATIVE_INFINITY, to: NOW + 30 * DAY };
    for (const lately of [NOW + 3 * DAY, NOW + 24 * DAY, NOW + 30 * DAY]) {
      const { sites, rows, shown } = showing(items, window);
      const fresh = shownRows(rows, { from: lately, to: lately }).ended;
      const [made] = makesOf(rows, shown, fresh, [{ members: [...sites.keys()] }]);
      const scanned = items.filter((one) => within(one, window) && (one.end ?? Number.POSITIVE_INFINITY) >= lately);
      expect(scanned.length).toBeGreaterThan(0);
      expect(made?.fresh).toBe(scanned.length);
    }
  });

  test('of a filter keep the sites of the whole story', () => {
    const passing = items.filter(({ category }) => category === 'health');
    const seen = showing(items, EVER, passing);
    expect(countBySite(seen.rows, seen.shown).reduce((a, b) => a + b)).toBe(passing.length);
    expect(seen.sites).toEqual(sitesOf(items));
  });
});

describe('a scene', () => {
  const items = crowd(200, 25);
  const view: View = { lng: 36, lat: 35, zoom: 6, width: 800, height: 600 };

  test('puts marks where the map has their places', () => {
    const project = projector(view);
    const sites = sitesOf(items);
    for (const { x, y } of wholeScene(items, new Set(), view).scene.stands)
      expect(sites.some(({ at }) => Math.hypot(project(...at)[0] - x, project(...at)[1] - y) < 0.01)).toBe(true);
  });

  test('says of each event where it is to be found', () => {
    const { scene, find } = wholeScene(items, new Set(), { ...view, width: 9000, height: 9000 });
    for (const one of items) {
      const found = find(one);
      if (!found) throw new Error(`${one.id} is nowhere`);
      if ('mark' in found) expect(scene.numbers).toContain(found);
      else expect(found.item).toBe(one);
    }
  });

  test('shows a world that is narrower than the picture more than once', () => {
    const [site] = sitesOf([item('a', { at: [10, 0] })]);
    if (!site) throw new Error('no site');
    const stands = standsOf(site, { lng: 0, lat: 0, zoom: 0, width: 1200, height: 400 }, 0);
    expect(stands).toHaveLength(3);
    expect(standsOf(site, { lng: 0, lat: 0, zoom: 6, width: 600, height: 400 }, 0)).toHaveLength(0);
  });

  test('has a halo for the surroundings of a place, but none where an outline is drawn', () => {
    const near = item('n', { place: { name: 'Hama', country: 'SY', feature: 'PPLA', near: true } });
    const region = item('r', {
      at: [38, 35],
      place: { name: 'Homs', country: 'SY', feature: 'ADM1', outline: '169575' },
    });
    const halos = (outlined: string[]) =>
      wholeScene([near, region], new Set(outlined), view).scene.halos.map((halo) => halo.item.id);
    expect(halos([]).toSorted()).toEqual(['n', 'r']);
    expect(halos(['169575'])).toEqual(['n']);
  });

  test('has larger glyphs nearer', () => {
    const sizes = ZOOMS.map(sizeAt);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });
});

describe('an event that a number holds', () => {
  const stands = (...others: [x: number, y: number, radius: number, letters: number][]) => ({
    size: 1,
    glyphs: [],
    numbers: [],
    halos: [],
    rings: [],
    stands: [[100, 100, 20, 0] as const, ...others].map(([x, y, radius, letters]) => ({ x, y, radius, letters })),
  });
  const corner = (...others: Parameters<typeof stands>) => {
    const { x, y } = badgeAt(stands(...others), { x: 100, y: 100, radius: 20 });
    return `${x < 100 ? 'left' : 'right'} ${y < 100 ? 'above' : 'below'}`;
  };

  test('is shown in the corner that is free of marks and names', () => {
    expect(corner()).toBe('left above');
    expect(corner([80, 80, 9, 0])).toBe('left below');
    // The name of a mark further left runs through both corners on the left.
    expect(corner([40, 90, 9, 7], [40, 112, 9, 7])).toBe('right above');
  });
});

describe('the ring of a number', () => {
  const kinds = (...given: [(typeof KINDS_OF)[number], (typeof STATUSES)[number], number][]) => {
    const counts = new Int32Array(KINDS);
    for (const [category, status, count] of given) counts[glyphNumber({ category, status })] = count;
    return counts;
  };

  test('is whole for one kind, with its shape at the top', () => {
    expect(ringOf(kinds(['disaster', 'claimed', 7]))).toEqual({
      arcs: [{ from: 0, to: 1, category: 'disaster', status: 'claimed' }],
      beads: [{ turn: 0, category: 'disaster' }],
    });
    expect(ringOf(kinds()).arcs).toEqual([]);
  });

  test('has a part for each kind in proportion, in one order, none on another, none too small to be seen', () => {
    const { arcs, beads } = ringOf(
      kinds(
        ['health', 'reported', 30],
        ['conflict', 'reported', 60],
        ['conflict', 'planned', 9],
        ['protest', 'reported', 1],
      ),
    );
    expect(arcs.map(({ category, status }) => `${category} ${status}`)).toEqual([
      'conflict reported',
      'conflict planned',
      'protest reported',
      'health reported',
    ]);
    for (const [index, { from, to }] of arcs.entries()) {
      expect(to - from).toBeGreaterThan(0.015);
      expect(from).toBeGreaterThanOrEqual(arcs[index - 1]?.to ?? 0);
      expect(to).toBeLessThanOrEqual(1);
    }
    expect(beads.map(({ category }) => category)).toEqual(['conflict', 'health']);
    const [conflict, , , health] = arcs;
    if (conflict && health) expect((conflict.to - conflict.from) / (health.to - health.from)).toBeCloseTo(2, 0);
  });

  test('knows every kind by its number', () => {
    for (let number = 0; number < KINDS; number++) expect(glyphNumber(kindOf(number))).toBe(number);
  });

  test('is drawn by paths that begin and end on the circle', () => {
    expect(arcPath(10, 10, 5, { from: 0, to: 0.25 })).toBe('M10 5A5 5 0 0 1 15 10');
    expect(arcPath(10, 10, 5, { from: 0, to: 0.75 })).toBe('M10 5A5 5 0 1 1 5 10');
    expect(arcPath(10, 10, 5, { from: 0, to: 1 })).toContain('10 15');
  });
});

describe('the names of the places', () => {
  const story = [
    ...Array.from({ length: 3 }, (_, index) =>
      item(`a${index}`, { place: { name: 'Aleppo', country: 'SY', feature: 'PPLA' } }),
    ),
    item('b', { at: [38.5, 36], start: NOW + 5 * DAY, place: { name: 'Raqqa', country: 'SY', feature: 'PPLA' } }),
    item('c', { at: [35, 34], start: NOW + 5 * DAY, place: { name: 'The sea', country: '', feature: 'SEA' } }),
    item('d', { at: [42, 34], start: NOW + 5 * DAY, place: { name: 'Irak', country: 'IQ', feature: 'PCLI' } }),
  ];
  const zoom = 6;
  const namesAtDay = (day: number) => {
    const all = showing(story, EVER);
    const now = showing(story, { from: Number.NEGATIVE_INFINITY, to: NOW + day * DAY });
    const layouts = [all, now].map((one) => layOut(one, zoom, mostOf(one.sites)));
    const { features } = namesAt(nameSites(spotsOf(story), all.sites), all.sites, layouts, zoom);
    return new Map(features.map(({ properties }) => [String(properties?.name), properties]));
  };

  test('stand outside the widest mark, now or in the end', () => {
    const properties = namesAtDay(9).get('Aleppo');
    expect(14 * (properties?.ems ?? 0)).toBeGreaterThan(fanRadius(3, sizeAt(zoom)) + 8 * sizeAt(zoom));
    expect(namesAtDay(1).get('Aleppo')).toEqual(properties);
  });

  test('have a dot while nothing has happened there, if it is a town', () => {
    expect(namesAtDay(1).get('Raqqa')).toMatchObject({ dotted: true, room: 0 });
    expect(namesAtDay(9).get('Raqqa')).toMatchObject({ dotted: false });
    expect(namesAtDay(1).has('The sea')).toBe(false);
  });

  test('say of a dashed ring which country it stands for, while it is there', () => {
    expect(namesAtDay(9).get('Irak')).toMatchObject({ whole: true, dotted: false, state: true, country: 'IQ' });
    expect(namesAtDay(9).get('Aleppo')).toMatchObject({ whole: false, state: false, place: 'Aleppo', feature: 'PPLA' });
    expect(namesAtDay(1).has('Irak')).toBe(false);
  });
});
