import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';

export type Position = [lng: number, lat: number];
/** Pixels of the map's picture. */
export type Box = [left: number, top: number, right: number, bottom: number];

const FURNITURE = '.maplibregl-ctrl-group,.maplibregl-ctrl-scale,.locator,figcaption';

/** The buttons, scales and captions of a map, under which neither marks nor names may stand. */
export function furnitureOf(map: MapLibre): Box[] {
  const { left, top } = map.getContainer().getBoundingClientRect();
  const found = map.getContainer().parentElement?.querySelectorAll(FURNITURE) ?? [];
  return [...found].flatMap((element): Box[] => {
    const box = element.getBoundingClientRect();
    return box.width > 0 ? [[box.left - left, box.top - top, box.right - left, box.bottom - top]] : [];
  });
}

/** A strip of the map that is less high above the sheet shows nothing, px: of a map that is covered, all is seen when it is seen again. */
const STRIP = 120;

/** The same, and the part of the map over which a phone's sheet lies. */
export function coverOf(map: MapLibre): Box[] {
  const { left, top, right, bottom } = map.getContainer().getBoundingClientRect();
  const edge = map.getContainer().ownerDocument.getElementById('handle')?.getBoundingClientRect();
  const isUnder = edge && edge.height > 0 && edge.top < bottom && edge.top - top > STRIP;
  return [...furnitureOf(map), ...(isUnder ? [[0, edge.top - top, right - left, bottom - top] satisfies Box] : [])];
}

/** In pixels, and in degrees of the world that is looked at where several stand beside each other. */
export function nearest(map: MapLibre, [lng, lat]: Position) {
  const middle = map.getCenter().lng;
  const turned: Position = [lng + Math.round((middle - lng) / 360) * 360, lat];
  const point = map.project(turned);
  return { point, lngLat: map.unproject(point) };
}

export function contains([left, top, right, bottom]: Box, box: Box): boolean {
  return box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
}

export function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

export function collect(points: [at: number[], properties: Record<string, unknown>][]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(([coordinates, properties]) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates },
    })),
  };
}

/** What the tiles in view hold of a layer, shown or not. */
export function queryTiles(map: MapLibre, sourceLayer: string) {
  return map.querySourceFeatures('basemap', { sourceLayer });
}
