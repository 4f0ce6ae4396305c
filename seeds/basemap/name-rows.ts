import type { TileFeature } from './tiles.ts';

/** A row of a table of our own: kind, zoom from which it is named, where, English name, others as `de=Alpen`. */
export interface NameRow {
  kind: string;
  zoom: number;
  /** A third number is by how many degrees the name is turned, clockwise. */
  points: [lng: number, lat: number, angle: number][];
  /** The English as `name`, others as `name_de`. */
  names: Record<string, string>;
}

export function readNameRows(table: string): NameRow[] {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => {
    const [kind = '', zoom, points = '', name = '', ...others] = row.split('\t');
    const names = Object.fromEntries(
      others.map((other) => other.split('=', 2)).map(([lang, text]) => [`name_${lang}`, text]),
    );
    const at = points.split(';').map((point): NameRow['points'][number] => {
      const [lng = Number.NaN, lat = Number.NaN, angle = 0] = point.split(' ').map(Number);
      return [lng, lat, angle];
    });
    return { kind, zoom: Number(zoom), points: at, names: { name, ...names } };
  });
}

/** A point for each name. */
export function labelRows(rows: NameRow[]): TileFeature[] {
  return rows.flatMap(({ kind, zoom, points, names }) =>
    points.map(([lng, lat, angle]): TileFeature => {
      const properties = { ...names, kind, z: zoom, ...(angle !== 0 && { angle }) };
      const minZoom = Math.floor(zoom);
      return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] }, minZoom };
    }),
  );
}
