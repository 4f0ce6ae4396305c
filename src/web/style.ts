import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { zoomed } from './label-parts.ts';
import { labelLayers } from './map-labels.ts';
import type { BasemapColours } from './themes.ts';

export interface BasemapOptions {
  /** Absolute address of the folder that holds Z/X/Y.mvt and the sprite, without a slash at the end. */
  tiles: string;
  maxZoom: number;
  colours: BasemapColours;
  /** BCP 47 language of the labels; places without a name in it keep their English one. */
  lang: string;
  /** Country names in that language by ISO code. */
  countries: Record<string, string>;
  /** The woff2 files behind the font names of the labels; without them the reader's machine decides. */
  fonts?: FontFaces;
}

export type FontFaces = Record<string, { url: string; 'unicode-range': string[] }[]>;

/** A MapLibre style for our own tiles: a quiet ground on which the dots of a story are the only loud thing. */
export function basemapStyle(options: BasemapOptions): StyleSpecification {
  return {
    version: 8,
    ...(options.fonts && { 'font-faces': options.fonts }),
    sprite: `${options.tiles}/sprite`,
    // Countries and seas that are named elsewhere than the tiles have it, and English names of what the story names itself.
    state: { moved: { default: [] }, adrift: { default: [] }, told: { default: [] } },
    sources: {
      basemap: {
        type: 'vector',
        tiles: [`${options.tiles}/{z}/{x}/{y}.mvt`],
        maxzoom: options.maxZoom,
        attribution: 'Natural Earth, GeoNames',
      },
      // Names that have their place by what is seen: filled once that is known.
      'country-in-view': { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      'water-in-view': { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [...ground(options.colours), ...labelLayers(options)],
  };
}

function ground(colours: BasemapColours): LayerSpecification[] {
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
    layer('land', 'fill', { 'fill-color': colours.land }),
    layer('ice', 'fill', { 'fill-color': colours.ice }),
    {
      id: 'urban',
      type: 'circle',
      source: 'basemap',
      'source-layer': 'place',
      minzoom: 7.5,
      filter: ['has', 'built'],
      paint: {
        'circle-color': colours.urban,
        // `built` is the radius at zoom 0.
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          7,
          ['*', ['get', 'built'], 2 ** 7],
          12,
          ['*', ['get', 'built'], 2 ** 12],
        ],
        'circle-blur': 0.25,
        'circle-opacity': zoomed([7.5, 0], [8.5, 1]),
      },
    },
    {
      ...layer('river', 'line', {
        'line-color': colours.river,
        // Great rivers are the wider; `rank` is Natural Earth's, 0 the greatest.
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          0.5,
          6,
          ['interpolate', ['linear'], ['coalesce', ['get', 'rank'], 6], 2, 1.5, 8, 0.7],
          10,
          ['interpolate', ['linear'], ['coalesce', ['get', 'rank'], 6], 2, 4, 8, 2],
        ],
      }),
      layout: round,
    },
    // From afar great cities are a texture of the land; near by, discs take their place.
    layer('city', 'fill', { 'fill-color': colours.urban, 'fill-opacity': zoomed([4, 0.4], [5, 1], [6, 1], [6.9, 0]) }),
    // Finer built-up areas, roads and railways are there when the tiles were cut from a folder of downloads.
    { ...layer('urban', 'fill', { 'fill-color': colours.urban }), id: 'built-up' },
    layer('rail', 'line', {
      'line-color': colours.regionBorder,
      'line-width': zoomed([5, 0.3], [9, 1]),
      'line-dasharray': [6, 2],
    }),
    layer('road', 'line', { 'line-color': colours.regionBorder, 'line-width': zoomed([5, 0.4], [9, 2]) }),
    layer('lake', 'fill', {
      'fill-color': colours.water,
      // A shore around each of a thousand small lakes would darken the north of a world map.
      'fill-outline-color': ['step', ['zoom'], colours.water, 4, colours.coast],
    }),
    {
      ...layer('coast', 'line', { 'line-color': colours.coast, 'line-width': zoomed([1, 0.3], [5, 0.7], [8, 1.1]) }),
      layout: round,
    },
    {
      ...layer('region-border', 'line', {
        'line-color': colours.regionBorder,
        'line-width': zoomed([4, 0.4], [8, 1.2]),
        'line-dasharray': [3, 2],
      }),
      'source-layer': 'border',
      minzoom: 4,
      filter: ['==', ['get', 'level'], 1],
    },
    {
      ...layer('border-casing', 'line', {
        'line-color': colours.casing,
        'line-width': zoomed([2, 1.5], [6, 4], [10, 7]),
        'line-opacity': 0.7,
      }),
      'source-layer': 'border',
      filter: ['==', ['get', 'level'], 0],
      layout: round,
    },
    {
      ...layer('border', 'line', { 'line-color': colours.border, 'line-width': BORDER }),
      filter: ['all', ['==', ['get', 'level'], 0], ['!', ['has', 'disputed']]],
      layout: round,
    },
    {
      ...layer('border-disputed', 'line', {
        'line-color': colours.border,
        'line-width': BORDER,
        'line-dasharray': [3, 2],
      }),
      'source-layer': 'border',
      filter: ['has', 'disputed'],
    },
  ];
}

const BORDER = zoomed([1, 0.4], [4, 0.8], [6, 1.2], [10, 2.2]);

function layer<T extends 'fill' | 'line'>(id: string, type: T, paint: object) {
  return { id, type, source: 'basemap', 'source-layer': id, paint } as Extract<LayerSpecification, { type: T }>;
}
