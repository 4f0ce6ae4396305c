import type { Position } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { mercatorY, TILE } from '../basemap/view.ts';
import { type Rows, rowsOf } from '../basemap/widest-box.ts';
import { queryTiles } from './map-boxes.ts';

/** Pixels between the level lines that the ground is looked along. */
const ROW = 4;

/** What is seen of each country, by its ISO code, in pixels of the map's picture. */
export function groundOf(map: MapLibre): Map<string, Rows> {
  const { clientHeight } = map.getContainer();
  const parts = new Map<string, Rows[]>();
  const plane = planeOf(map);
  for (const { properties, geometry } of queryTiles(map, 'country-ground')) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rows = rowsOf(polygons.flatMap(plane), 0, clientHeight, ROW);
    const { country } = properties;
    const known = parts.get(country);
    if (known) known.push(rows);
    else parts.set(country, [rows]);
  }
  // Those of neighbouring tiles overlap.
  return new Map([...parts].map(([country, rows]) => [country, united(rows)]));
}

/** The ground of all countries as one. */
export function landOf(grounds: ReadonlyMap<string, Rows>): Rows {
  return united([...grounds.values()]);
}

/** What lies in any of some shapes, which have the same lines. */
function united(shapes: readonly Rows[]): Rows {
  const [first] = shapes;
  if (!first) return { top: 0, height: ROW, spans: [] };
  if (shapes.length === 1) return first;
  return { ...first, spans: first.spans.map((_, row) => unite(shapes.flatMap(({ spans }) => spans[row] ?? []))) };
}

type Span = readonly [from: number, to: number];

function unite(spans: Span[]): Span[] {
  const united: Span[] = [];
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    const last = united.at(-1);
    if (last && from <= last[1]) united[united.length - 1] = [last[0], Math.max(last[1], to)];
    else united.push([from, to]);
  }
  return united;
}

/** Rings of degrees in pixels: whole, on the copy of the world that their middle is nearest to the map's. */
function planeOf(map: MapLibre): (rings: Position[][]) => number[][][] {
  const centre = map.getCenter();
  const at = map.project(centre);
  const world = TILE * 2 ** map.getZoom();
  const middle = mercatorY(centre.lat);
  return (rings) => {
    const lngs = rings.flat().map(([x = 0]) => x);
    const [west, east] = [lngs.reduce((a, b) => Math.min(a, b)), lngs.reduce((a, b) => Math.max(a, b))];
    const turn = Math.round((centre.lng - (west + east) / 2) / 360) * 360 - centre.lng;
    return rings.map((ring) =>
      ring.map(([x = 0, y = 0]) => [at.x + ((x + turn) / 360) * world, at.y + (mercatorY(y) - middle) * world]),
    );
  };
}
