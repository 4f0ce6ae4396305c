import type { Feature, Position } from 'geojson';
import { alongSpine, spineOfLake, spineOfNamed } from './shape-spine.ts';
import type { TileFeature } from './tiles.ts';

/** A row of a table of our own: kind, zoom from which it is named, where, English name, others as `de=Alpen`. */
export interface NameRow {
  kind: string;
  zoom: number;
  /** A third number is by how many degrees the name is turned, clockwise. */
  points: [lng: number, lat: number, angle: number][];
  /** The English as `name`, others as `name_de`. */
  names: Record<string, string>;
  /** Natural Earth's name of the shape that the name runs along; empty where it has none. */
  shape: string;
}

export function readNameRows(table: string): NameRow[] {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => {
    const [kind = '', zoom, points = '', name = '', ...others] = row.split('\t');
    const pairs = others.map((other) => other.split('=', 2));
    const names = Object.fromEntries(
      pairs.filter(([key]) => key !== 'shape').map(([lang, text]) => [`name_${lang}`, text]),
    );
    const shape = pairs.find(([key]) => key === 'shape')?.[1] ?? '';
    const at = points.split(';').map((point): NameRow['points'][number] => {
      const [lng = Number.NaN, lat = Number.NaN, angle = 0] = point.split(' ').map(Number);
      return [lng, lat, angle];
    });
    return { kind, zoom: Number(zoom), points: at, names: { name, ...names }, shape };
  });
}

/** A point for each name; with the spine of its shape, where `shapes` has that. */
export function labelRows(rows: NameRow[], shapes: Feature[] = []): TileFeature[] {
  return rows.flatMap(({ kind, zoom, points, names, shape }) =>
    points.map(([lng, lat, angle]): TileFeature => {
      const properties = { ...names, kind, z: zoom, ...(angle !== 0 && { angle }) };
      const minZoom = Math.floor(zoom);
      const label: TileFeature = {
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: [lng, lat] },
        minZoom,
      };
      const at: Position = [lng, lat];
      const spine = shape ? spineOfNamed(shapes, shape, at) : kind === 'lake' ? spineOfLake(shapes, at) : null;
      return spine ? alongSpine(label, spine) : label;
    }),
  );
}
