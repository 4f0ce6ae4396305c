import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { nameParts } from '../../src/web/part-names.ts';
import { yieldToStory } from '../../src/web/told-names.ts';

interface Named {
  layer: string;
  properties: Record<string, unknown>;
  at?: [number, number];
}

/** A map of 600 by 400 pixels, two a degree across, that holds `tiles` and shows what `drawn` says of a layer, in a box or anywhere. */
function mapOf(tiles: Named[], drawn: (layer: string, box: [number, number][]) => Named[]) {
  const state: Record<string, unknown[]> = {};
  let parts: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const source = { setData: (next: FeatureCollection) => (parts = next) };
  const partAt = () => parts.features.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates : []));
  const map = {
    getSource: () => source,
    getZoom: () => 5,
    getCenter: () => ({ lng: 0 }),
    getContainer: () => ({ clientWidth: 600, clientHeight: 400 }),
    project: ([lng, lat]: number[]) => ({ x: 300 + 2 * (lng ?? 0), y: 200 - (lat ?? 0) }),
    unproject: (at: { x: number; y: number } | [number, number]) => {
      const [x, y] = Array.isArray(at) ? at : [at.x, at.y];
      return { toArray: () => [(x - 300) / 2, 200 - y] };
    },
    getLayersOrder: () => ['land', 'country', 'capital', 'spot-name'],
    queryRenderedFeatures: (box: [number, number][] | { layers: string[] }, of = { layers: [''] }) =>
      (Array.isArray(box) ? of : box).layers.flatMap((layer) => drawn(layer, Array.isArray(box) ? box : [])),
    querySourceFeatures: (_: string, { sourceLayer }: { sourceLayer: string }) =>
      tiles
        .filter(({ layer }) => layer === sourceLayer)
        .map(({ properties, at }) => ({ properties, geometry: { type: 'Point', coordinates: at ?? [0, 0] } })),
    setGlobalStateProperty: (name: string, value: unknown[]) => (state[name] = value),
  };
  return { map: map as unknown as MapLibre, state, partAt };
}

test('seas and rivers keep back a name that the story says; a country is named by its ring', () => {
  const tiles = ['Caribbean Sea', 'Atlantic Ocean'].map((name) => ({ layer: 'water', properties: { name } }));
  let spots = [
    { layer: 'spot-name', properties: { place: 'Caribbean', feature: 'RGN', country: '', state: false } },
    { layer: 'spot-name', properties: { place: 'Cuba', feature: 'PCLI', country: 'CU', state: true } },
    { layer: 'spot-name', properties: { place: 'Kingston', feature: 'PPLC', country: 'JM', state: false } },
  ];
  const { map, state } = mapOf(tiles, () => spots);
  expect([...yieldToStory(map)]).toEqual(['CU']);
  expect(state).toEqual({ told: ['Caribbean Sea'] });
  delete state.told;
  yieldToStory(map);
  expect(state).toEqual({});
  spots = [];
  yieldToStory(map);
  expect(state).toEqual({ told: [] });
});

test('a country of which a part is seen is named where neither the frame nor what is placed before it is in the way', () => {
  const width = 120 / (512 * 2 ** 5);
  const at = (lng: number, lat: number) => ({
    layer: 'country-part',
    properties: { country: 'CZ', width },
    at: [lng, lat] as [number, number],
  });
  const namedAt = (tiles: Named[], told: string[] = []) => {
    // A capital stands in the middle of the map.
    const { map, state, partAt } = mapOf(tiles, (layer, box) =>
      layer === 'capital' && box.some(([x, y]) => Math.hypot(x - 300, y - 200) < 60) ? [{ layer, properties: {} }] : [],
    );
    nameParts(map, { CZ: 'Czechia' }, new Set(told), [], []);
    return { at: partAt(), moved: state.moved ?? [] };
  };
  expect(namedAt([at(0, 0)]).at).toEqual([]);
  expect(namedAt([at(0, 0), at(100, 100)])).toEqual({ at: [[100, 100]], moved: ['CZ'] });
  // In a room that the frame cuts it steps aside as far as the room goes.
  const [[lng = 0] = []] = namedAt([at(137, 100)]).at;
  expect(lng).toBeLessThan(137);
  expect(lng).toBeGreaterThan(120);
  expect(namedAt([at(149, 100)]).at).toEqual([]);
  expect(namedAt([at(100, 100)], ['CZ'])).toEqual({ at: [], moved: ['CZ'] });
});
