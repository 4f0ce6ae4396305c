import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { latitude, mercatorY, projector } from '../../src/basemap/view.ts';
import { groundOf, landOf } from '../../src/web/country-ground.ts';
import { nameCountries } from '../../src/web/country-labels.ts';
import { freeRoom } from '../../src/web/free-room.ts';
import { yieldToStory } from '../../src/web/told-names.ts';
import { nameWaters } from '../../src/web/water-labels.ts';

interface Named {
  layer: string;
  properties: Record<string, unknown>;
  at?: [number, number];
  /** West, south, east and north of its ground. */
  ground?: [number, number, number, number];
}

const ZOOM = 5;
const [WIDTH, HEIGHT] = [600, 400];
const view = { lng: 10, lat: 50, zoom: ZOOM, width: WIDTH, height: HEIGHT };
const project = projector(view);

function unproject([x, y]: readonly [number, number]): [number, number] {
  const world = 512 * 2 ** ZOOM;
  return [view.lng + ((x - WIDTH / 2) / world) * 360, latitude(mercatorY(view.lat) + (y - HEIGHT / 2) / world)];
}

/** A map of 600 by 400 pixels over Europe that holds `tiles` and shows what `drawn` says of a layer, in a box or anywhere. */
function mapOf(tiles: Named[], drawn: (layer: string, box: [number, number][]) => Named[]) {
  const state: Record<string, unknown> = {};
  const names: Record<string, FeatureCollection> = {};
  const sources: Record<string, object> = {};
  const point = (at: readonly number[]) => {
    const [x, y] = project(at[0] ?? 0, at[1] ?? 0);
    return { x, y };
  };
  const map = {
    getSource: (name: string) => (sources[name] ??= { setData: (next: FeatureCollection) => (names[name] = next) }),
    getZoom: () => ZOOM,
    getCenter: () => ({ lng: view.lng, lat: view.lat }),
    getContainer: () => ({ clientWidth: WIDTH, clientHeight: HEIGHT }),
    project: (at: number[] | { lng: number; lat: number }) => point(Array.isArray(at) ? at : [at.lng, at.lat]),
    unproject: (at: { x: number; y: number } | [number, number]) => {
      const lngLat = unproject(Array.isArray(at) ? at : [at.x, at.y]);
      return { toArray: () => lngLat };
    },
    getLayersOrder: () => ['land', 'country', 'capital', 'spot-name'],
    queryRenderedFeatures: (box: [number, number][] | { layers: string[] }, of = { layers: [''] }) =>
      (Array.isArray(box) ? of : box).layers.flatMap((layer) => drawn(layer, Array.isArray(box) ? box : [])),
    querySourceFeatures: (_: string, { sourceLayer }: { sourceLayer: string }) =>
      tiles
        .filter(({ layer }) => layer === sourceLayer)
        .map(({ properties, at, ground }) => ({ properties, geometry: geometryOf(at ?? [0, 0], ground) })),
    setGlobalStateProperty: (name: string, value: unknown) => (state[name] = value),
  };
  /** The names that were given their place in a source: what is written, and the middle of it in pixels. */
  const namesIn = (source: string) =>
    (names[source]?.features ?? []).map(({ properties, geometry }) => ({
      text: String(properties?.name),
      size: Number(properties?.size),
      spacing: Number(properties?.spacing),
      ...point(geometry.type === 'Point' ? geometry.coordinates : []),
    }));
  return { map: map as unknown as MapLibre, state, namesIn };
}

function geometryOf(at: [number, number], ground: Named['ground']) {
  if (!ground) return { type: 'Point', coordinates: at };
  const [west, south, east, north] = ground;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** Letters as wide as high. */
const measure = (text: string, size: number) => text.length * size;

test('seas and rivers keep back a name that the story says; a country is named by its ring', () => {
  const tiles = ['Caribbean Sea', 'Atlantic Ocean'].map((name) => ({ layer: 'water', properties: { name } }));
  let spots = [
    { layer: 'spot-name', properties: { place: 'Caribbean', feature: 'RGN', country: '', state: false } },
    { layer: 'spot-name', properties: { place: 'Cuba', feature: 'PCLI', country: 'CU', state: true } },
    { layer: 'spot-name', properties: { place: 'Kingston', feature: 'PPLC', country: 'JM', state: false } },
  ];
  const { map, state } = mapOf(tiles, () => spots);
  expect(yieldToStory(map)).toEqual({ names: new Set(['Caribbean Sea']), countries: new Set(['CU']) });
  expect(state).toEqual({ told: ['Caribbean Sea'] });
  delete state.told;
  yieldToStory(map);
  expect(state).toEqual({});
  spots = [];
  yieldToStory(map);
  expect(state).toEqual({ told: [] });
});

test('a country is named in the middle of what is seen of it, beside what is placed before it and inside the frame', () => {
  const bohemia: Named = { layer: 'country-ground', properties: { country: 'CZ' }, ground: [8, 48, 30, 52] };
  // A capital stands in the middle of the map.
  const [capitalX, capitalY] = [300, 200];
  const nameIn = (tiles: Named[], told: string[] = []) => {
    const { map, state, namesIn } = mapOf(tiles, (layer, box) => {
      const [[left, top] = [0, 0], [right, bottom] = [0, 0]] = box;
      const isHit = left < capitalX + 40 && right > capitalX - 40 && top < capitalY + 8 && bottom > capitalY - 8;
      return layer === 'capital' && isHit ? [{ layer, properties: {} }] : [];
    });
    nameCountries(map, groundOf(map), { CZ: 'CZECHIA', AT: 'AUSTRIA' }, new Set(told), [], freeRoom(map, []), measure);
    return { names: namesIn('country-in-view'), moved: state.moved ?? [] };
  };
  const { names, moved } = nameIn([bohemia]);
  expect(names).toHaveLength(1);
  const [{ text, size, x, y } = { text: '', size: 0, x: 0, y: 0 }] = names;
  expect(text).toBe('CZECHIA');
  expect(moved).toEqual(['CZ']);
  const half = (measure(text, size) + text.length * 0.12 * size) / 2;
  expect(x - half).toBeGreaterThan(project(8, 50)[0]);
  expect(x + half).toBeLessThan(WIDTH);
  expect(Math.abs(y - capitalY) > 8 || Math.abs(x - capitalX) > 40).toBe(true);
  // The same country in two tiles, which overlap, is one ground.
  const halves: Named[] = [
    { ...bohemia, ground: [8, 48, 12, 52] },
    { ...bohemia, ground: [11.9, 48, 30, 52] },
  ];
  expect(nameIn(halves).names).toEqual(names);
  // What the story names, and what is too small, is named by nobody here.
  expect(nameIn([bohemia], ['CZ'])).toEqual({ names: [], moved: ['CZ'] });
  expect(nameIn([{ ...bohemia, ground: [8, 49, 9, 49.2] }]).names).toEqual([]);
});

test('a country’s own place comes first, where the name runs into no other country', () => {
  const ground = (country: string, at: Named['ground']): Named => ({
    layer: 'country-ground',
    properties: { country },
    ground: at,
  });
  const own: Named = { layer: 'country', properties: { country: 'AT', z: 4, width: 0.012 }, at: [9, 47.5] };
  const placed = (tiles: Named[]) => {
    const { map, namesIn } = mapOf(tiles, () => []);
    nameCountries(map, groundOf(map), { AT: 'AUSTRIA', IT: 'ITALY' }, new Set(), [], freeRoom(map, []), measure);
    return namesIn('country-in-view').find(({ text }) => text === 'AUSTRIA');
  };
  const [x, y] = project(9, 47.5);
  expect(placed([own, ground('AT', [6, 46, 16, 49])])).toMatchObject({
    x: expect.closeTo(x, 0),
    y: expect.closeTo(y, 0),
  });
  // A neighbour begins where the first letters would stand.
  const moved = placed([own, ground('AT', [8.8, 46, 16, 49]), ground('IT', [0, 46, 8.8, 49])]);
  expect(moved?.x).toBeGreaterThan(x + 20);
});

test('a sea is named on open water near to its point, at its point where that is in sight, and never when the story says it', () => {
  const sea = (lng: number, lat: number): Named => ({
    layer: 'water',
    properties: { name: 'North Sea', name_de: 'Nordsee', kind: 'sea', z: 3 },
    at: [lng, lat],
  });
  const coast: Named = { layer: 'country-ground', properties: { country: 'DE' }, ground: [11, 40, 30, 60] };
  const named = (tiles: Named[], told: string[] = [], lang = 'de') => {
    const { map, state, namesIn } = mapOf(tiles, () => []);
    nameWaters(map, landOf(groundOf(map)), lang, new Set(told), freeRoom(map, []), measure);
    return { names: namesIn('water-in-view'), adrift: state.adrift ?? [] };
  };
  const [x, y] = project(8, 51);
  expect(named([coast, sea(8, 51)])).toMatchObject({
    names: [{ text: 'Nordsee', x: expect.closeTo(x, 0), y: expect.closeTo(y, 0) }],
    adrift: ['North Sea'],
  });
  // Its point lies by the coast, or out of the frame: it stands off, on water.
  for (const at of [sea(10.9, 51), sea(2.7, 51)]) {
    const [{ text, size, x: middle } = { text: '', size: 0, x: 0 }] = named([coast, at]).names;
    const half = (text.length * size) / 2;
    expect(text).toBe('Nordsee');
    expect(middle + half).toBeLessThan(project(11, 51)[0]);
    expect(middle - half).toBeGreaterThan(0);
  }
  expect(named([coast, sea(8, 51)], ['North Sea']).names).toEqual([]);
  // Nor is it in a language that has no name for it, nor ashore.
  expect(named([coast, sea(8, 51)], [], 'fr').names).toEqual([]);
  expect(named([coast, sea(20, 51)]).names).toEqual([]);
});

test('the letters of a joined script are not set apart', () => {
  const ground: Named = { layer: 'country-ground', properties: { country: 'IN' }, ground: [5, 46, 15, 54] };
  const spacingOf = (name: string) => {
    const { map, namesIn } = mapOf([ground], () => []);
    nameCountries(map, groundOf(map), { IN: name }, new Set(), [], freeRoom(map, []), measure);
    return namesIn('country-in-view')[0]?.spacing;
  };
  expect(spacingOf('भारत')).toBe(0);
  expect(spacingOf('الهند')).toBe(0);
  expect(spacingOf('India')).toBeGreaterThan(0);
});
