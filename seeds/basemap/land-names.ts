// Names of mountains, deserts and plains, from seeds/data/land-names.tsv.
import type { Feature, Position } from 'geojson';
import { labelRows, type NameRow } from './name-rows.ts';
import type { TileFeature } from './tiles.ts';

// Degrees: the table writes the place of a peak in hundredths.
const REACH = 0.02;

/** A point for each range, desert and plain; `shapes` are those that names may run along. */
export function labelLand(rows: NameRow[], shapes: Feature[] = []): TileFeature[] {
  return labelRows(
    rows.filter(({ kind }) => kind !== 'peak'),
    shapes,
  );
}

/** The peaks that the table names, where the map has their height, in metres. */
export function labelPeaks(peaks: Feature[], rows: NameRow[]): TileFeature[] {
  const named = labelRows(rows.filter(({ kind }) => kind === 'peak'));
  return named.flatMap((label) => {
    const peak = peaks.find(({ geometry }) => isNear(pointOf(geometry), pointOf(label.geometry)));
    if (!peak) return [];
    const { kind: _, ...names } = label.properties ?? {};
    return [{ ...label, properties: { ...names, metres: peak.properties?.metres } }];
  });
}

function pointOf(geometry: Feature['geometry']): Position {
  return geometry.type === 'Point' ? geometry.coordinates : [];
}

function isNear([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): boolean {
  return Math.hypot(lng1 - lng2, lat1 - lat2) < REACH;
}
