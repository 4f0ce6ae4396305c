import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { collect } from './map-boxes.ts';

/**
 * Shows names of our own placing in a source of the style, and has the layers of the tiles keep back those that a global state
 * lists. What is shown already is not set again: the map would never come to rest.
 */
export function showNames(
  map: MapLibre,
  source: GeoJSONSource,
  names: FeatureCollection,
  state: string,
  kept: string[],
) {
  const key = JSON.stringify([kept, names]);
  if ((shown.get(source) ?? NOTHING) === key) return;
  shown.set(source, key);
  map.setGlobalStateProperty(state, kept);
  source.setData(names);
}

const shown = new WeakMap<GeoJSONSource, string>();
const NOTHING = JSON.stringify([[], collect([])]);
