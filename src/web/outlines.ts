import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { outlineLines, readOutline } from '../basemap/outline.ts';
import type { Item } from './item.ts';
import type { BasemapColours } from './themes.ts';
import { type Window, within } from './visible.ts';

/** Outlines that a story gets, the most told of first: more would be a map of its countries, not of its events. */
const MOST = 40;

export interface Outlines {
  /** Names of those that are there. */
  known: ReadonlySet<string>;
  /** Puts what is there on a style that has just been set. */
  dress(map: MapLibre, colours: BasemapColours): void;
  /** Shows those with an event in the window, and the chosen event's more strongly. */
  draw(map: MapLibre, items: readonly Item[], window: Window, event: string | null): void;
}

/**
 * The outlines of the countries and regions where a story's events are placed as a whole, fetched from beside the tiles.
 * One that cannot be had is left out: its events keep their ring.
 */
export async function fetchOutlines(folder: string, items: readonly Item[]): Promise<Outlines> {
  const names = countNames(items).slice(0, MOST);
  const found = await Promise.all(names.map((name) => fetchOutline(folder, name)));
  const features = found.flat();
  const known = new Set(features.map(({ properties }) => String(properties?.name)));
  const shown = new Map<string, string>();
  let [all, outlined]: [readonly Item[], Item[]] = [[], []];
  return {
    known,
    dress(map, colours) {
      shown.clear();
      if (known.size === 0) return;
      map.addSource('outlines', { type: 'geojson', data: { type: 'FeatureCollection', features }, promoteId: 'name' });
      const firstName = map.getStyle().layers.find(({ type }) => type === 'symbol')?.id;
      // A tint that lay over them would make land of lakes.
      const ground = map.getLayer('lake') ? 'lake' : firstName;
      const when = (chosen: number, seen: number) =>
        ['match', ['feature-state', 'as'], 'chosen', chosen, 'seen', seen, 0] as unknown as number;
      map.addLayer(
        {
          id: 'outline-fill',
          type: 'fill',
          source: 'outlines',
          filter: ['==', ['get', 'part'], 'area'],
          paint: { 'fill-color': colours.area, 'fill-opacity': when(0.17, 0.07), 'fill-antialias': false },
        },
        ground,
      );
      map.addLayer(
        {
          id: 'outline-line',
          type: 'line',
          source: 'outlines',
          filter: ['==', ['get', 'part'], 'line'],
          layout: { 'line-join': 'round' },
          paint: { 'line-color': colours.area, 'line-opacity': when(1, 0.65), 'line-width': when(2.2, 1.3) },
        },
        firstName,
      );
    },
    draw(map, items, window, event) {
      if (!map.getSource('outlines')) return;
      // Of a hundred thousand events few are whole countries: a frame must not look at the others.
      if (items !== all) [all, outlined] = [items, items.filter(({ place }) => known.has(place?.outline ?? ''))];
      const next = new Map<string, string>();
      for (const item of outlined) {
        const name = item.place?.outline ?? '';
        if (item.id === event) next.set(name, 'chosen');
        else if (!next.has(name) && within(item, window)) next.set(name, 'seen');
      }
      for (const name of known) {
        const as = next.get(name) ?? '';
        if (shown.get(name) !== as) map.setFeatureState({ source: 'outlines', id: name }, { as });
        shown.set(name, as);
      }
    },
  };
}

/** Names of outlines, those of most events first. */
function countNames(items: readonly Item[]): string[] {
  const counts = new Map<string, number>();
  for (const { at, place } of items) {
    const name = place?.outline;
    if (at && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

async function fetchOutline(folder: string, name: string): Promise<FeatureCollection['features']> {
  try {
    const answer = await fetch(`${folder}/area/${encodeURIComponent(name)}.json`);
    if (answer.status !== 200) return [];
    const polygons = readOutline(await answer.json());
    const lines = outlineLines(polygons);
    return [
      {
        type: 'Feature',
        properties: { name, part: 'area' },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      },
      {
        type: 'Feature',
        properties: { name, part: 'line' },
        geometry: { type: 'MultiLineString', coordinates: lines },
      },
    ];
  } catch {
    return []; // the connection is lost, or an answer that is no outline
  }
}
