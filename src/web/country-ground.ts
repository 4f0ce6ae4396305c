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
  const grounds = new Map<string, Rows>();
  const plane = planeOf(map);
  for (const { properties, geometry } of queryTiles(map, 'country-ground')) {
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    // Each by itself: those of neighbouring tiles overlap.
    for (const rings of polygons) {
      const rows = rowsOf(plane(rings), 0, clientHeight, ROW);
      const { country } = properties;
      grounds.set(country, joined(grounds.get(country) ?? NO_GROUND, rows));
    }
  }
  return grounds;
}

/** The ground of all countries as one. */
export function landOf(grounds: ReadonlyMap<string, Rows>): Rows {
  return [...grounds.values()].reduce(joined, NO_GROUND);
}

const NO_GROUND: Rows = { top: 0, height: ROW, spans: [] };

/** What lies in either of two shapes, which have the same lines. */
function joined(a: Rows, b: Rows): Rows {
  return { ...b, spans: b.spans.map((spans, row) => unite([...(a.spans[row] ?? []), ...spans])) };
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
