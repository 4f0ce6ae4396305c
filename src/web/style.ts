import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** The colours of a map. All but `halo` are drawn as they are; a newsroom sets its own by changing some. */
export interface BasemapColours {
  land: string;
  /** Sea, lakes and rivers. */
  water: string;
  coast: string;
  ice: string;
  urban: string;
  border: string;
  /** Under a country's border, so that it reads on land and water alike. */
  casing: string;
  regionBorder: string;
  countryText: string;
  regionText: string;
  placeText: string;
  waterText: string;
  halo: string;
  /** Countries and regions that an event of the story is placed at as a whole. */
  area: string;
}

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

export const THEMES: Record<'light' | 'dark' | 'print' | 'contrast', BasemapColours> = {
  light: {
    land: '#f6f4ee',
    water: '#cfdfe7',
    coast: '#b4cad6',
    ice: '#fbfcfc',
    urban: '#e9e4d9',
    border: '#8d8a84',
    casing: '#ffffff',
    regionBorder: '#c9c5bb',
    countryText: '#716c64',
    regionText: '#a39e94',
    placeText: '#3a3834',
    waterText: '#6c96ab',
    halo: '#f9f8f4',
    area: '#b0702c',
  },
  dark: {
    land: '#2a2f35',
    water: '#171b20',
    coast: '#414952',
    ice: '#343a41',
    urban: '#3a4149',
    border: '#7f8891',
    casing: '#1f2429',
    regionBorder: '#495059',
    countryText: '#98a0a8',
    regionText: '#78818a',
    placeText: '#d3d7db',
    waterText: '#5a7686',
    halo: '#23282d',
    area: '#d8a25c',
  },
  print: {
    land: '#ffffff',
    water: '#e4e4e4',
    coast: '#9a9a9a',
    ice: '#fafafa',
    urban: '#efefef',
    border: '#5e5e5e',
    casing: '#ffffff',
    regionBorder: '#b8b8b8',
    countryText: '#5e5e5e',
    regionText: '#8a8a8a',
    placeText: '#111111',
    waterText: '#7b7b7b',
    halo: '#ffffff',
    area: '#3d3d3d',
  },
  contrast: {
    land: '#ffffff',
    water: '#b9d4e4',
    coast: '#1f4e66',
    ice: '#ffffff',
    urban: '#e8e3d6',
    border: '#000000',
    casing: '#ffffff',
    regionBorder: '#6b6b6b',
    countryText: '#2b2b2b',
    regionText: '#4d4d4d',
    placeText: '#000000',
    waterText: '#0f4a66',
    halo: '#ffffff',
    area: '#7a3b00',
  },
};

const REGULAR = ['Map Regular'];
const BOLD = ['Map Bold'];
const ITALIC = ['Map Italic'];

/** A MapLibre style for our own tiles: a quiet ground on which the dots of a story are the only loud thing. */
export function basemapStyle(options: BasemapOptions): StyleSpecification {
  return {
    version: 8,
    ...(options.fonts && { 'font-faces': options.fonts }),
    sprite: `${options.tiles}/sprite`,
    sources: {
      basemap: {
        type: 'vector',
        tiles: [`${options.tiles}/{z}/{x}/{y}.mvt`],
        maxzoom: options.maxZoom,
        attribution: 'Natural Earth, GeoNames',
      },
    },
    layers: [...ground(options.colours), ...labels(options)],
  };
}

function ground(colours: BasemapColours): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
    layer('land', 'fill', { 'fill-color': colours.land }),
    layer('ice', 'fill', { 'fill-color': colours.ice }),
    {
      id: 'urban',
      type: 'circle',
      source: 'basemap',
      'source-layer': 'place',
      minzoom: 6,
      filter: ['has', 'built'],
      paint: {
        'circle-color': colours.urban,
        // `built` is the radius at zoom 0.
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          6,
          ['*', ['get', 'built'], 2 ** 6],
          12,
          ['*', ['get', 'built'], 2 ** 12],
        ],
        'circle-blur': 0.35,
        'circle-opacity': zoomed([6, 0], [7, 1]),
      },
    },
    layer('river', 'line', { 'line-color': colours.water, 'line-width': zoomed([3, 0.4], [6, 1.2], [10, 3]) }),
    layer('lake', 'fill', { 'fill-color': colours.water }),
    layer('coast', 'line', { 'line-color': colours.coast, 'line-width': zoomed([1, 0.4], [8, 1]) }),
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
        'line-opacity': 0.6,
      }),
      'source-layer': 'border',
      filter: ['==', ['get', 'level'], 0],
    },
    {
      ...layer('border', 'line', { 'line-color': colours.border, 'line-width': zoomed([1, 0.5], [5, 1], [10, 2]) }),
      filter: ['all', ['==', ['get', 'level'], 0], ['!', ['has', 'disputed']]],
    },
    {
      ...layer('border-disputed', 'line', {
        'line-color': colours.border,
        'line-width': zoomed([1, 0.5], [5, 1], [10, 2]),
        'line-dasharray': [3, 2],
      }),
      'source-layer': 'border',
      filter: ['has', 'disputed'],
    },
  ];
}

// A label comes into the map at the zoom that its feature says.
const REACHED: ExpressionSpecification = ['<=', ['get', 'z'], ['zoom']];

function labels(options: BasemapOptions): LayerSpecification[] {
  const { colours, lang, countries } = options;
  const halo = haloOf(colours);
  return [
    {
      ...symbol('river', { ...halo, 'text-halo-color': colours.land, 'text-color': colours.waterText }),
      id: 'river-name',
      filter: ['all', speaks(lang), REACHED],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 180,
        'text-field': named(lang),
        'text-font': ITALIC,
        'text-size': zoomed([4, 10], [9, 13]),
        'text-letter-spacing': 0.06,
        'text-max-angle': 35,
        'text-padding': 12,
      },
    },
    {
      ...symbol('water', { 'text-color': colours.waterText }),
      id: 'water-name',
      filter: ['all', speaks(lang), REACHED],
      layout: {
        'text-field': named(lang),
        'text-font': ITALIC,
        'text-size': ['match', ['get', 'kind'], 'ocean', 14, 'sea', 12.5, 11.5],
        'text-letter-spacing': ['match', ['get', 'kind'], 'ocean', 0.18, 'sea', 0.1, 0.04],
        'text-line-height': 1.35,
        'text-max-width': 6,
        'text-padding': 10,
      },
    },
    {
      ...symbol('region', { ...halo, 'text-color': colours.regionText }),
      minzoom: 5,
      filter: REACHED,
      layout: {
        'text-field': named(lang),
        'text-font': REGULAR,
        'text-size': zoomed([5, 9], [9, 13]),
        'text-letter-spacing': 0.08,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
      },
    },
    town('town', ['!=', ['get', 'kind'], 'capital'], options),
    {
      ...symbol('country', { ...halo, 'text-color': colours.countryText }),
      filter: REACHED,
      maxzoom: 8,
      layout: {
        'text-field': ['coalesce', ['get', ['get', 'country'], ['literal', countries]], ''],
        'text-font': BOLD,
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.12,
        'text-size': zoomed([1, 9], [4, 12], [7, 16]),
        'text-max-width': 6,
        // A name steps aside for its capital's.
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.9,
        'symbol-sort-key': ['get', 'rank'],
      },
    },
    // The last is placed first: no name hides a capital's.
    town('capital', ['==', ['get', 'kind'], 'capital'], options),
  ];
}

/** Dots and names of towns of a kind. */
function town(id: string, kind: ExpressionSpecification, { colours, lang }: BasemapOptions): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'basemap',
    'source-layer': 'place',
    filter: ['all', REACHED, kind],
    layout: {
      'text-field': named(lang),
      'text-font': id === 'capital' ? BOLD : REGULAR,
      'text-size': placeSize(),
      'icon-image': ['get', 'kind'],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.45,
      'text-justify': 'auto',
      'text-padding': 2,
      'text-max-width': 8,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      ...haloOf(colours),
      'text-color': colours.placeText,
      'icon-color': colours.placeText,
      'icon-halo-color': colours.halo,
      'icon-halo-width': 1,
    },
  };
}

function haloOf({ halo }: BasemapColours) {
  return { 'text-halo-color': halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 };
}

/** Larger for what ranks higher, and for all as the map comes nearer. */
function placeSize(): ExpressionSpecification {
  const by = (capital: number, seat: number, town: number): ExpressionSpecification => [
    'match',
    ['get', 'kind'],
    'capital',
    capital,
    'seat',
    seat,
    town,
  ];
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    2,
    by(11, 10, 10),
    5,
    by(13, 11.5, 11),
    8,
    by(16, 14, 12),
    10,
    by(18, 16, 13),
  ];
}

function named(lang: string): ExpressionSpecification {
  const [language = 'en'] = lang.split('-', 1);
  return ['coalesce', ['get', `name_${lang}`], ['get', `name_${language}`], ['get', 'name']];
}

/** Has a name in the reader's language: a sea without one is left unnamed rather than named in another. */
function speaks(lang: string): ExpressionSpecification {
  const [language = 'en'] = lang.split('-', 1);
  return language === 'en' ? ['has', 'name'] : ['has', `name_${language}`];
}

/** Linear between stops of zoom and value. */
function zoomed(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

function symbol(id: string, paint: object) {
  return { id, type: 'symbol', source: 'basemap', 'source-layer': id, paint } as const;
}

function layer<T extends 'fill' | 'line'>(id: string, type: T, paint: object) {
  return { id, type, source: 'basemap', 'source-layer': id, paint } as Extract<LayerSpecification, { type: T }>;
}
