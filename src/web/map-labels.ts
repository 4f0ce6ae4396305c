import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { apart, BOLD, haloOf, ITALIC, named, REACHED, REGULAR, speaks, symbol, zoomed } from './label-parts.ts';
import { COUNTRY_MOST, WATER } from './letters.ts';
import type { BasemapOptions } from './style.ts';
import { town } from './town-labels.ts';

const TILE = 512;
// A country that is named in the part that is seen is not named a second time.
const UNMOVED: ExpressionSpecification = ['!', ['in', ['get', 'country'], ['global-state', 'moved']]];
// What a place of the story is called is not said beside it again.
const UNTOLD: ExpressionSpecification = ['!', ['in', ['get', 'name'], ['global-state', 'told']]];
// Nor is a sea.
const UNMOORED: ExpressionSpecification = [
  'any',
  ['==', ['get', 'kind'], 'lake'],
  ['!=', ['geometry-type'], 'Point'],
  ['!', ['in', ['get', 'name'], ['global-state', 'adrift']]],
];
const LEVEL = { 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 0.7 };
// How a name is set is worked out with its place, where that is ours.
const AS_PLACED: NonNullable<SymbolLayerSpecification['layout']> = {
  'text-field': ['get', 'name'],
  'text-size': ['get', 'size'],
  'text-max-width': 60,
  'text-letter-spacing': ['get', 'spacing'],
  'symbol-sort-key': ['get', 'rank'],
};
// What is narrow or bent has a line in the tiles, along which its name runs; all else has a point.
const ALONG: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const LEVELLED: ExpressionSpecification = ['!=', ['geometry-type'], 'LineString'];
const ON_LINE = { 'symbol-placement': 'line-center', 'text-max-angle': 60, 'text-keep-upright': true } as const;

/** The names on the map. The last is placed first: no name hides a capital's. */
export function labelLayers(options: BasemapOptions): LayerSpecification[] {
  const { colours } = options;
  const waterName = { 'text-color': colours.waterText };
  const countryPaint = { ...haloOf(colours), 'text-color': colours.countryText };
  return [
    {
      ...symbol('river-name', { ...waterName, ...haloOf(colours), 'text-halo-color': colours.land }),
      filter: ['all', speaks(options.lang), REACHED, UNTOLD],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': named(options.lang),
        'text-font': ITALIC,
        'text-size': zoomed([4, 11], [9, 15]),
        'text-letter-spacing': apart(options.lang, 0.04),
        'text-max-angle': 38,
        'text-padding': 16,
        // Beside the line, not on it.
        'text-offset': [0, -0.65],
      },
    },
    peaks(options),
    ...twice(regions(options)),
    ...twice(relief(options)),
    town('town', ['!=', ['get', 'kind'], 'capital'], options),
    ...twice(seas(options)),
    {
      id: 'water-in-view',
      source: 'water-in-view',
      type: 'symbol',
      layout: { ...AS_PLACED, 'text-font': ITALIC, 'text-line-height': 1.3 },
      paint: waterName,
    },
    // A name that stands level steps aside for its capital's.
    ...twice({
      ...countries(LEVEL, options),
      ...symbol('country', countryPaint),
      filter: ['all', REACHED, UNMOVED],
    }),
    {
      ...countries({ ...LEVEL, ...AS_PLACED }, options),
      id: 'country-in-view',
      source: 'country-in-view',
      type: 'symbol',
      paint: countryPaint,
    },
    town('capital', ['==', ['get', 'kind'], 'capital'], options),
  ];
}

/** Names of seas. Those at points are of our own placing once the map is at rest. */
function seas({ colours, lang }: BasemapOptions): SymbolLayerSpecification {
  const by = ({ ocean, sea, other }: Record<'ocean' | 'sea' | 'other', number>): ExpressionSpecification => [
    'match',
    ['get', 'kind'],
    'ocean',
    ocean,
    'sea',
    sea,
    other,
  ];
  const { from, to, spacing } = WATER;
  return {
    ...symbol('water', { 'text-color': colours.waterText }),
    id: 'water-name',
    filter: ['all', speaks(lang), REACHED, UNTOLD, UNMOORED],
    layout: {
      'text-field': named(lang),
      'text-font': ITALIC,
      'text-size': ['interpolate', ['linear'], ['zoom'], from.zoom, by(from), to.zoom, by(to)],
      'text-letter-spacing': apart(lang, spaced(by(spacing), lang, 0.5)),
      'text-line-height': 1.3,
      'text-max-width': 6,
      // The middle of a sea may be taken by a mark: the name then stands above or below.
      'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
      'text-radial-offset': 1.6,
      'text-padding': 8,
    },
  };
}

/** A layer of names at points, and the same for those along lines, in one line each. */
function twice(names: SymbolLayerSpecification): SymbolLayerSpecification[] {
  const { 'text-variable-anchor': _, 'text-radial-offset': __, 'text-rotate': ___, ...layout } = names.layout ?? {};
  const filter = names.filter as ExpressionSpecification;
  return [
    {
      ...names,
      id: `${names.id}-along`,
      filter: ['all', filter, ALONG],
      layout: { ...layout, 'text-max-width': 60, ...ON_LINE },
    },
    { ...names, filter: ['all', filter, LEVELLED] },
  ];
}

/** Mountains, deserts and plains: quiet names, seen from afar. */
function relief({ colours, lang }: BasemapOptions): SymbolLayerSpecification {
  const near: ExpressionSpecification = ['<', ['zoom'], ['+', ['get', 'z'], RELIEF_ZOOMS]];
  return {
    ...symbol('land-name', { ...haloOf(colours), 'text-halo-color': colours.land, 'text-color': colours.regionText }),
    filter: ['all', speaks(lang), REACHED, UNTOLD, near],
    layout: {
      'text-field': named(lang),
      'text-font': ITALIC,
      'text-size': zoomed([3, 11], [7, 14]),
      'text-letter-spacing': apart(lang, spaced(['match', ['get', 'kind'], 'range', 0.16, 0.1], lang, 0.6)),
      'text-line-height': 1.25,
      'text-rotate': ['coalesce', ['get', 'angle'], 0],
      'text-max-width': ['case', ['has', 'angle'], 40, 7],
      'text-padding': 12,
    },
  };
}

/** Peaks with their height. */
function peaks({ colours, lang }: BasemapOptions): LayerSpecification {
  const [language = 'en'] = lang.split('-', 1);
  const height: ExpressionSpecification = ['number-format', ['get', 'metres'], { locale: lang }];
  const metres: ExpressionSpecification = ['concat', height, METRES[language] ?? ' m'];
  const paint = { 'text-color': colours.countryText, 'icon-color': colours.countryText };
  return {
    ...symbol('peak', { ...haloOf(colours), ...paint, 'icon-halo-color': colours.halo, 'icon-halo-width': 1 }),
    filter: ['all', speaks(lang), REACHED, UNTOLD],
    layout: {
      'text-field': ['format', named(lang), {}, '\n', {}, metres, { 'font-scale': 0.9 }],
      'text-font': ITALIC,
      'text-size': zoomed([5, 10.5], [9, 12.5]),
      'icon-image': 'peak',
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'text-line-height': 1.1,
      'text-padding': 6,
    },
  };
}

// Zooms over which a range is named: nearer than that the map shows a part of it.
const RELIEF_ZOOMS = 2.5;
const METRES: Record<string, string> = { ar: ' م', ru: ' м', uk: ' м' };

/** Names of countries, in letters as large, and as far apart, as the country is wide on the map. */
function countries(
  layout: object,
  { countries, lang }: BasemapOptions,
): Pick<SymbolLayerSpecification, 'maxzoom' | 'layout'> {
  const name: ExpressionSpecification = ['coalesce', ['get', ['get', 'country'], ['literal', countries]], ''];
  return {
    maxzoom: 8,
    layout: {
      'text-field': name,
      'text-font': BOLD,
      'text-transform': 'uppercase',
      'text-size': byZoom((zoom) => ['max', 10, ['min', COUNTRY_MOST[zoom] ?? 10, ['*', 0.085, wide(zoom)]]]),
      'text-letter-spacing': apart(
        lang,
        byZoom((zoom) => spread(name, wide(zoom), COUNTRY_MOST[zoom] ?? 10, 0.45)),
      ),
      'text-max-width': byZoom((zoom) => ['max', 7, ['min', 40, ['/', wide(zoom), 14]]]),
      'text-line-height': 1.25,
      'symbol-sort-key': ['get', 'rank'],
      ...layout,
    },
  };
}

function regions({ colours, lang }: BasemapOptions): SymbolLayerSpecification {
  const name = named(lang);
  return {
    ...symbol('region', { ...haloOf(colours), 'text-color': colours.regionText }),
    minzoom: 5,
    filter: ['all', REACHED, UNTOLD],
    layout: {
      'text-field': name,
      'text-font': REGULAR,
      'text-transform': 'uppercase',
      'text-size': zoomed([5, 8.5], [7, 10], [9, 13]),
      'text-letter-spacing': apart(
        lang,
        byZoom((zoom) => spread(name, wide(zoom), 10, 0.3)),
      ),
      'text-max-width': 9,
      'text-line-height': 1.3,
      'text-padding': 6,
      'symbol-sort-key': ['get', 'rank'],
    },
  };
}

/** Ems between the letters of a name at a point, and between those of one along a line: as far apart as that has room for. */
function spaced(level: ExpressionSpecification, lang: string, most: number): ExpressionSpecification {
  return byZoom((zoom) => ['case', ['has', 'width'], spread(named(lang), wide(zoom), 14, most), level]);
}

/** Pixels of the box that a label has inside its shape. `width` is a share of the world's. */
function wide(zoom: number): ExpressionSpecification {
  return ['*', ['coalesce', ['get', 'width'], 0], TILE * 2 ** zoom];
}

/** Ems between letters of `size` pixels so that a name takes half of its box; 0.08 to `most`. */
function spread(
  name: ExpressionSpecification,
  box: ExpressionSpecification,
  size: number,
  most: number,
): ExpressionSpecification {
  const letters: ExpressionSpecification = ['max', 1, ['length', name]];
  const room: ExpressionSpecification = ['-', ['/', ['*', 0.5, box], ['*', letters, size]], 0.7];
  return ['max', 0.08, ['min', most, room]];
}

/** Linear between the values at whole zooms. */
function byZoom(at: (zoom: number) => ExpressionSpecification): ExpressionSpecification {
  const stops = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((zoom) => [zoom, at(zoom)]);
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
}
