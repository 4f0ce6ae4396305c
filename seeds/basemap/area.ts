import type { Geometry, Position } from 'geojson';

/** The polygons of a shape; none of a line or a point. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** The lines of a shape; none of a polygon or a point. */
export function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

/** What a ring encloses, in the square of its own unit. The last point may be the first again. */
export function areaOf(ring: Position[]): number {
  let sum = 0;
  ring.forEach(([x1 = 0, y1 = 0], i) => {
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? [];
    sum += x1 * y2 - x2 * y1;
  });
  return Math.abs(sum) / 2;
}
