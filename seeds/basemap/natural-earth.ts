// Layers out of a folder of Natural Earth downloads, in place of those that the project carries.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { readShapefile } from '../shapefile.ts';

/** The files that are looked for, unpacked, as the downloads name them, and the layers that they become. */
export const DOWNLOADS: Record<string, string> = {
  rivers: 'ne_10m_rivers_lake_centerlines',
  lakes: 'ne_10m_lakes',
  glaciers: 'ne_10m_glaciated_areas',
  shelves: 'ne_10m_antarctic_ice_shelves_polys',
  urban: 'ne_10m_urban_areas',
  roads: 'ne_10m_roads',
  rails: 'ne_10m_railroads',
  peaks: 'ne_10m_geography_regions_elevation_points',
};

/**
 * Paths of the downloads in a folder, or in folders of their own in it, by layer: .shp, .geojson or .json.
 * Throws when it holds none.
 */
export function findDownloads(folder: string): Map<string, string> {
  if (!existsSync(folder)) throw new Error(`NATURAL_EARTH: there is no folder ${folder}`);
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const places = [folder, ...inner.map(({ name }) => join(folder, name))];
  const found = new Map<string, string>();
  for (const [layer, name] of Object.entries(DOWNLOADS)) {
    const files = places.flatMap((place) => ['.shp', '.geojson', '.json'].map((end) => join(place, name + end)));
    const file = files.find((path) => existsSync(path));
    if (file) found.set(layer, file);
  }
  if (found.size === 0)
    throw new Error(`NATURAL_EARTH: ${folder} holds none of ${Object.values(DOWNLOADS).join(', ')} (.shp or .geojson)`);
  return found;
}

/** Its shapes, with the properties that the map asks of them. Throws with the file's name when it is damaged. */
export function readDownload(file: string): Feature[] {
  const features = file.endsWith('.shp') ? readShapefile(file) : readGeoJson(file);
  return features.map(({ geometry, properties }) => {
    const { rivernum, scalerank, elevation } = properties ?? {};
    const known = {
      ...(rivernum !== undefined && { river: Number(rivernum) }),
      ...(scalerank !== undefined && { rank: Number(scalerank) }),
      ...(elevation !== undefined && { metres: Number(elevation) }),
    };
    return { type: 'Feature', properties: known, geometry };
  });
}

function readGeoJson(file: string): Feature[] {
  let found: { type?: unknown; features?: Feature[] };
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is damaged: ${error}`);
  }
  if (found.type !== 'FeatureCollection' || !Array.isArray(found.features))
    throw new Error(`${file} is no GeoJSON FeatureCollection`);
  return found.features.filter(({ geometry }) => geometry);
}
