import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BOLD, haloOf, named, REACHED, REGULAR } from './label-parts.ts';
import type { BasemapOptions } from './style.ts';

/** Dots and names of towns of a kind. */
export function town(id: string, kind: ExpressionSpecification, { colours, lang }: BasemapOptions): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'basemap',
    'source-layer': 'place',
    // A map of the world names countries.
    minzoom: id === 'capital' ? 2 : 2.5,
    filter: ['all', REACHED, kind],
    layout: {
      'text-field': named(lang),
      'text-font': id === 'capital' ? BOLD : REGULAR,
      'text-size': placeSize(),
      'icon-image': ['get', 'kind'],
      // The picture of a dot is larger than the dot already.
      'icon-padding': 0,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.45,
      'text-justify': 'auto',
      'text-padding': 3,
      'text-max-width': 8,
      'text-line-height': 1.15,
      // Of those that come at the same zoom the tile has the greatest first.
      'symbol-sort-key': ['get', 'z'],
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
  const stops = [
    [2, by(11, 10.5, 10)],
    [5, by(13, 12, 11)],
    [8, by(16.5, 14.5, 12)],
    [10, by(19, 16.5, 13.5)],
  ] as const;
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}
