import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';
import { DOT } from './spot-names.ts';
import type { BasemapColours } from './themes.ts';

/**
 * Clear pictures that keep the room of a mark, which is round, free of other names: two bars and a square come near to a
 * circle. Their sides, px, and how many times the mark's radius the longer one is.
 */
const ROOMS = {
  'spot-room-level': { width: 20, height: 8, across: 2 },
  'spot-room-upright': { width: 8, height: 20, across: 2 },
  'spot-room': { width: 16, height: 16, across: 1.5 },
};

/** A region of the world is named in light letters, a country as the map names countries. */
const REGION: ExpressionSpecification = ['all', ['get', 'whole'], ['!', ['get', 'state']]];

/** Puts the names on a style that has just been set. What is placed first is the last: the room, then the names by rank. */
export function addNames(map: MapLibre, names: FeatureCollection, colours: BasemapColours) {
  map.addSource('spots', { type: 'geojson', data: names });
  for (const [name, { width, height }] of Object.entries(ROOMS)) map.addImage(name, new ImageData(width, height));
  const dot = dotImage(colours);
  if (dot) map.addImage('dot', dot, { pixelRatio: 2 });
  map.addLayer({
    id: 'spot-name',
    type: 'symbol',
    source: 'spots',
    filter: ['!=', ['get', 'name'], ''],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['case', REGION, ['literal', ['Map Regular']], ['literal', ['Map Bold']]],
      'text-size': ['get', 'size'],
      'text-transform': ['case', ['get', 'state'], 'uppercase', 'none'],
      'text-letter-spacing': ['case', ['get', 'state'], 0.12, 0],
      'text-variable-anchor': [
        'left',
        'right',
        'top',
        'bottom',
        'top-left',
        'bottom-left',
        'top-right',
        'bottom-right',
      ],
      'text-radial-offset': ['get', 'ems'],
      'text-justify': 'auto',
      'text-max-width': 9,
      'symbol-sort-key': ['get', 'rank'],
      'icon-image': ['case', ['get', 'dotted'], 'dot', ''],
    },
    paint: {
      'text-color': ['case', ['get', 'whole'], colours.countryText, colours.placeText],
      'text-halo-color': colours.halo,
      'text-halo-width': 1.6,
    },
  });
  for (const [name, { width, height, across }] of Object.entries(ROOMS)) {
    map.addLayer({
      id: name,
      type: 'symbol',
      source: 'spots',
      filter: ['>', ['get', 'room'], 0],
      layout: {
        'icon-image': name,
        'icon-size': ['*', ['get', 'room'], across / Math.max(width, height)],
        'icon-padding': 0,
        'icon-allow-overlap': true,
      },
    });
  }
}

function dotImage({ placeText, halo }: BasemapColours): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  for (const [colour, radius] of [
    [halo, 2 * DOT + 2],
    [placeText, 2 * DOT],
  ] as const) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(8, 8, radius, 0, 2 * Math.PI);
    ctx.fill();
  }
  return ctx.getImageData(0, 0, 16, 16);
}
