// Names of seas, lakes and rivers, from seeds/data/water-names.tsv.
import type { Feature, Position } from 'geojson';
import { linesOf } from './area.ts';
import type { TileFeature } from './tiles.ts';

interface WaterName {
  kind: string;
  zoom: number;
  points: [lng: number, lat: number][];
  names: Record<string, string>;
}

// Degrees: a river of the map may pass a point of the table at some distance.
const REACH = 0.4;

export function readWaterNames(table: string): WaterName[] {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => {
    const [kind = '', zoom, points = '', name = '', ...others] = row.split('\t');
    const names = Object.fromEntries(
      others.map((other) => other.split('=', 2)).map(([lang, text]) => [`name_${lang}`, text]),
    );
    const at = points.split(';').map((point): [number, number] => {
      const [lng, lat] = point.split(' ').map(Number);
      return [lng ?? Number.NaN, lat ?? Number.NaN];
    });
    return { kind, zoom: Number(zoom), points: at, names: { name, ...names } };
  });
}

/** A point for each sea and lake. */
export function labelSeas(waters: WaterName[]): TileFeature[] {
  return waters
    .filter(({ kind }) => kind !== 'river')
    .flatMap(({ kind, zoom, points, names }) =>
      points.map((coordinates): TileFeature => {
        const properties = { ...names, kind, z: zoom };
        return { type: 'Feature', properties, geometry: { type: 'Point', coordinates }, minZoom: zoom };
      }),
    );
}

/** The rivers, named where one passes a point of the table, in all its parts: the nearest to it. */
export function nameRivers(rivers: Feature[], waters: WaterName[]): Feature[] {
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
    properties: { ...rankOf(river), ...named.get(wholeOf(river)) },
  }));
}

/** What the parts of one river have in common; a river without a number is a river of its own. */
function wholeOf(river: Feature): unknown {
  return river.properties?.river ?? river;
}

function rankOf({ properties }: Feature): Feature['properties'] {
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
