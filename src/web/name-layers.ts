import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { DOT, NAME_SIZE, ROOM, WHOLE_SIZE } from './spot-names.ts';
import type { BasemapColours } from './themes.ts';

/** Puts the names on a style that has just been set. What is placed first is the last: the room, then the names by rank. */
export function addNames(map: MapLibre, names: FeatureCollection, colours: BasemapColours) {
  map.addSource('spots', { type: 'geojson', data: names });
  map.addImage('room', new ImageData(ROOM, ROOM));
  const dot = dotImage(colours);
  if (dot) map.addImage('dot', dot, { pixelRatio: 2 });
  map.addLayer({
    id: 'spot-name',
    type: 'symbol',
    source: 'spots',
    filter: ['!=', ['get', 'name'], ''],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['case', ['get', 'whole'], ['literal', ['Map Regular']], ['literal', ['Map Bold']]],
      'text-size': ['case', ['get', 'whole'], WHOLE_SIZE, NAME_SIZE],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
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
  map.addLayer({
    id: 'spot-room',
    type: 'symbol',
    source: 'spots',
    filter: ['>', ['get', 'room'], 0],
    layout: {
      'icon-image': 'room',
      'icon-size': ['get', 'room'],
      'icon-padding': 0,
      'icon-allow-overlap': true,
    },
  });
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
