/** GeoJSON geometry of an area. */
export type Polygons =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

/**
 * Latitude, longitude and radius (km) of the middle of an area's main land, rounded: Norway's dot should not lie
 * between Norway and Bouvet Island, nor that of the United States in Alaska. Null where there is no geometry.
 */
export function middleOf(areas: (Polygons | null)[]): [lat: number, lng: number, radiusKm: number] | null {
  const rings: number[][][] = [];
  for (const area of areas) {
    if (area?.type === 'Polygon') rings.push(area.coordinates[0] ?? []);
    if (area?.type === 'MultiPolygon') for (const polygon of area.coordinates) rings.push(polygon[0] ?? []);
  }
  const parts = rings.map(measure).filter((part) => part.area > 0);
  if (parts.length === 0) return null;
  // What lies within 15 degrees north and south, 30 east and west, belongs together on a map; the rest is overseas.
  const around = (centre: Part) =>
    parts.filter((part) => Math.abs(part.lng - centre.lng) < 30 && Math.abs(part.lat - centre.lat) < 15);
  const size = (some: Part[]) => some.reduce((sum, part) => sum + part.area, 0);
  const near = parts.map(around).reduce((best, some) => (size(some) > size(best) ? some : best));
  const area = size(near);
  const lng = near.reduce((sum, part) => sum + part.lng * part.area, 0) / area;
  const lat = near.reduce((sum, part) => sum + part.lat * part.area, 0) / area;
  const squareKm = area * 111.2 ** 2;
  return [Math.round(lat * 100) / 100, Math.round(lng * 100) / 100, Math.round(Math.sqrt(squareKm / Math.PI))];
}

interface Part {
  /** Square degrees of latitude. */
  area: number;
  lng: number;
  lat: number;
}

/** Area and centroid of one ring, longitudes shrunk by the cosine of its latitude. */
function measure(ring: number[][]): Part {
  let [area, lng, lat] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i] ?? [];
    const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    lng += (x0 + x1) * cross;
    lat += (y0 + y1) * cross;
  }
  if (area === 0) return { area: 0, lng: 0, lat: 0 };
  const middle = lat / (3 * area);
  return { area: Math.abs(area / 2) * Math.cos((middle * Math.PI) / 180), lng: lng / (3 * area), lat: middle };
}
