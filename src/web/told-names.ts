import type { Map as MapLibre, Source } from 'maplibre-gl';
import { isSameThing } from '../basemap/same-thing.ts';
import { queryTiles } from './map-boxes.ts';

/** The layers of the tiles that hold names, and what these are names of. */
const GROUND = { water: 'water', 'river-name': 'water', 'land-name': 'land', peak: 'land', region: 'region' } as const;

/** The names that the ground of a style keeps back: setting them again would never let the map come to rest. */
const kept = new WeakMap<Source, string>();

/**
 * Has seas, ranges and regions keep back their names where the picture shows a place of the story of the same name, and
 * answers with those names, and with the codes of the countries that are named by their rings.
 */
export function yieldToStory(map: MapLibre): { names: Set<string>; countries: Set<string> } {
  const ground = map.getSource('country-in-view');
  if (!ground) return { names: new Set(), countries: new Set() };
  const places = map.queryRenderedFeatures({ layers: ['spot-name'] }).map(({ properties }) => ({
    name: String(properties.place),
    feature: String(properties.feature),
    country: properties.state ? String(properties.country) : '',
  }));
  const told = new Set<string>();
  for (const [layer, kind] of Object.entries(GROUND)) {
    const names = new Set(queryTiles(map, layer).map(({ properties }) => String(properties.name)));
    for (const name of names) if (places.some((place) => isSameThing(place, { kind, name }))) told.add(name);
  }
  const next = [...told].sort();
  if ((kept.get(ground) ?? '') !== next.join()) map.setGlobalStateProperty('told', next);
  kept.set(ground, next.join());
  const countries = new Set(places.map(({ country }) => country).filter((country) => country !== ''));
  return { names: told, countries };
}
