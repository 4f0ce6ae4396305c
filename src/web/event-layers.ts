import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { areaMetres, isWide } from './area.ts';
import type { Offset, Spot } from './fan.ts';
import { hueColour } from './glyph-images.ts';
import { GLYPHS } from './glyphs.ts';
import { type Item, reach } from './item.ts';
import type { BasemapColours } from './themes.ts';

/** Seconds that lie beyond every event: an infinity that JSON can carry. */
export const EVER = 1e13;
/** Zoom, and the factor of all glyphs at it; linear in between. */
const SIZES = [
  [3, 0.6],
  [7, 1],
  [10, 1.25],
] as const;
/** Past it, a filter no longer keeps up with a drag: the glyphs are drawn by {@link createPointsLayer}. */
export const MOST_FILTERED = 10_000;
/** Spots that get a name of their own. */
export const MOST_NAMED = 200;

/** `namesOnly` where the glyphs are drawn by another layer. Time is in the filters alone: in a data-driven paint property every frame would touch every event. */
export function addLayers(map: MapLibre, offsets: [number, number][], colours: BasemapColours, namesOnly: boolean) {
  const shown = ['all', ['<=', ['get', 's'], ['global-state', 'to']], ['>=', ['get', 'e'], ['global-state', 'from']]];
  const sized = (factor: number) => ['*', factor, ['get', 'scale']];
  const icons = {
    'icon-image': ['get', 'icon'],
    // Tiles carry no arrays: a feature carries its row in the table of offsets.
    'icon-offset': ['array', 'number', 2, ['at', ['get', 'row'], ['literal', offsets]]],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-size': ['interpolate', ['linear'], ['zoom'], ...SIZES.flatMap(([zoom, factor]) => [zoom, sized(factor)])],
    'symbol-sort-key': ['get', 's'],
  };
  const metres = (zoom: number) => ['/', ['get', 'halo'], 78271.517 / 2 ** zoom];
  const layers: ({ id: string } & Record<string, unknown>)[] = [
    {
      id: 'halo',
      type: 'circle',
      filter: [...shown, ['>', ['get', 'halo'], 0]],
      paint: {
        'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 0, metres(0), 22, metres(22)],
        'circle-color': ['get', 'colour'],
        'circle-opacity': 0.07,
        'circle-stroke-color': ['get', 'colour'],
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.3,
      },
    },
    {
      id: 'spot-name',
      type: 'symbol',
      source: 'spots',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Map Bold'],
        'text-size': 14,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': ['get', 'ems'],
        'text-justify': 'auto',
        'text-max-width': 9,
      },
      paint: { 'text-color': colours.placeText, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 },
    },
    {
      id: 'wide',
      type: 'symbol',
      filter: [...shown, ['get', 'wide']],
      layout: { ...icons, 'icon-image': 'country' },
    },
    {
      id: 'old',
      type: 'symbol',
      filter: [...shown, ['<', ['get', 'e'], ['global-state', 'fresh']]],
      layout: icons,
      paint: { 'icon-opacity': 0.45 },
    },
    { id: 'fresh', type: 'symbol', filter: [...shown, ['>=', ['get', 'e'], ['global-state', 'fresh']]], layout: icons },
    {
      id: 'hover',
      type: 'symbol',
      filter: ['==', ['get', 'id'], ['global-state', 'hover']],
      layout: { ...icons, 'icon-image': 'chosen' },
      paint: { 'icon-opacity': 0.5 },
    },
    {
      id: 'chosen',
      type: 'symbol',
      filter: ['==', ['get', 'id'], ['global-state', 'event']],
      layout: { ...icons, 'icon-image': 'chosen' },
    },
  ];
  for (const layer of layers)
    if (!namesOnly || layer.id === 'spot-name')
      map.addLayer({ source: 'events', ...layer } as Parameters<MapLibre['addLayer']>[0]);
}

/**
 * The placed items as the source of the layers: times in seconds, everything else worked out beforehand. Those whose
 * place is one of the `outlined` get no ring.
 */
export function toGeoJson(
  items: readonly Item[],
  order: ReadonlyMap<string, number>,
  offsets: ReadonlyMap<string, Offset>,
  outlined: ReadonlySet<string>,
): FeatureCollection {
  const placed = items.filter((item) => item.at !== null);
  return {
    type: 'FeatureCollection',
    features: placed.map((item) => {
      const span = reach(item);
      const drawn = outlined.has(item.place?.outline ?? '');
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: item.at ?? [] },
        properties: {
          id: item.id,
          s: seconds(span?.from ?? Number.POSITIVE_INFINITY),
          e: seconds(span?.to ?? Number.NEGATIVE_INFINITY),
          icon: `${item.category}-${item.status}`,
          wide: !drawn && isWide(item),
          row: order.get(item.id) ?? 0,
          scale: offsets.get(item.id)?.scale ?? 1,
          halo: drawn ? 0 : areaMetres(item) / Math.max(0.1, Math.cos(((item.at?.[1] ?? 0) * Math.PI) / 180)),
          colour: hueColour(GLYPHS[item.category].hue),
        },
      };
    }),
  };
}

/** The names of the spots, each as far from its middle as its glyphs reach. */
export function namesOf(spots: Spot[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: spots.slice(0, MOST_NAMED).map(({ name, at, radius }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: { name, ems: (radius + 2) / 14 },
    })),
  };
}

/** The factor of all glyphs at a zoom. */
export function sizeAt(zoom: number): number {
  const [low = SIZES[0], high = low] = [SIZES.findLast(([at]) => at <= zoom), SIZES.find(([at]) => at > zoom)];
  const share = high[0] === low[0] ? 0 : (Math.max(zoom, low[0]) - low[0]) / (high[0] - low[0]);
  return low[1] + share * (high[1] - low[1]);
}

/** Filters compare seconds. */
export function seconds(time: number): number {
  return Math.max(-EVER, Math.min(EVER, time / 1000));
}
