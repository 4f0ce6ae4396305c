// Names of seas, lakes and rivers, from seeds/data/water-names.tsv.
import type { Feature, Position } from 'geojson';
import { linesOf } from './area.ts';
import { labelRows, type NameRow } from './name-rows.ts';
import type { TileFeature } from './tiles.ts';

// Degrees: a river of the map may pass a point of the table at some distance.
const REACH = 0.4;

/** A point for each sea and lake; `shapes` are those that names may run along. */
export function labelSeas(waters: NameRow[], shapes: Feature[] = []): TileFeature[] {
  return labelRows(
    waters.filter(({ kind }) => kind !== 'river'),
    shapes,
  );
}

/** The rivers, named where one passes a point of the table, in all its parts: the nearest to it. */
export function nameRivers(rivers: Feature[], waters: NameRow[]): Feature[] {
  const named = new Map<unknown, Feature['properties']>();
  for (const { kind, zoom, points, names } of waters) {
    if (kind !== 'river') continue;
    for (const point of points) {
      const { river, away } = nearest(rivers, point);
      if (river && away < REACH) named.set(wholeOf(river), { ...names, z: zoom });
    }
  }
  return rivers.map((river) => ({
    ...river,
    properties: { ...rankOf(river.properties), ...named.get(wholeOf(river)) },
  }));
}

/** The lines along which rivers are named: their gist, for letters cannot follow every bend. */
export function labelRivers(rivers: Feature[]): TileFeature[] {
  return rivers.flatMap(({ geometry, properties }) => {
    if (!properties?.name) return [];
    const { rank: _, ...names } = properties;
    const lines = linesOf(geometry).map(smooth);
    return lines
      .filter((line) => line.length > 1)
      .map((coordinates): TileFeature => {
        const minZoom = Math.floor(properties.z);
        return { type: 'Feature', properties: names, geometry: { type: 'LineString', coordinates }, minZoom };
      });
  });
}

// Degrees between points, and how many of them on either side an average is taken over.
const STEP = 0.06;
const REACH_POINTS = 4;

function smooth(line: Position[]): Position[] {
  const points = line.flatMap(([x1 = 0, y1 = 0], i) => {
    const [x2 = x1, y2 = y1] = line[i + 1] ?? [];
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP));
    const along = Array.from({ length: steps }, (_, step) => step / steps);
    return along.map((share) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]);
  });
  const averages = points.map((_, i) => {
    const reach = Math.min(REACH_POINTS, i, points.length - 1 - i);
    const near = points.slice(i - reach, i + reach + 1);
    return [0, 1].map((axis) => near.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / near.length);
  });
  return averages.filter((_, i) => i % 2 === 0 || i === averages.length - 1);
}

/** What the parts of one river have in common; a river without a number is a river of its own. */
function wholeOf(river: Feature): unknown {
  return river.properties?.river ?? river;
}

/** Of a river's properties its rank alone, which its line is drawn by. */
export function rankOf(properties: Feature['properties']): Feature['properties'] {
  return properties?.rank === undefined ? {} : { rank: properties.rank };
}

function nearest(rivers: Feature[], [lng = 0, lat = 0]: Position): { river: Feature | null; away: number } {
  let best: { river: Feature | null; away: number } = { river: null, away: Infinity };
  for (const river of rivers) {
    for (const line of linesOf(river.geometry)) {
      line.forEach(([x1 = 0, y1 = 0], i) => {
        const [x2 = x1, y2 = y1] = line[i + 1] ?? [];
        const length = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
        const along = Math.max(0, Math.min(1, ((lng - x1) * (x2 - x1) + (lat - y1) * (y2 - y1)) / length));
        const away = Math.hypot(x1 + along * (x2 - x1) - lng, y1 + along * (y2 - y1) - lat);
        if (away < best.away) best = { river, away };
      });
    }
  }
  return best;
}
