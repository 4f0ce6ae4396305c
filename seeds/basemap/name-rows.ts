import type { Feature, Position } from 'geojson';
import { spineAlong } from './drawn-spine.ts';
import { alongSpine, spineOfLake, spineOfNamed } from './shape-spine.ts';
import type { Spine } from './spine.ts';
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
  /** The points of a line that it runs along, where there is no such shape. */
  line: Position[];
}

export function readNameRows(table: string): NameRow[] {
  return rowsOf(table).map(([kind = '', zoom, points = '', name = '', ...others]) => {
    const pairs = others.map((other) => other.split('=', 2));
    const names = namesIn(pairs.filter(([key]) => key !== 'shape' && key !== 'line'));
    const told = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
    const at = points.split(';').map((point): NameRow['points'][number] => {
      const [lng = Number.NaN, lat = Number.NaN, angle = 0] = point.split(' ').map(Number);
      return [lng, lat, angle];
    });
    return {
      kind,
      zoom: Number(zoom),
      points: at,
      names: { name, ...names },
      shape: told('shape'),
      line: lineOf(told('line')),
    };
  });
}

/** A table of names alone: the English as `name`, others as `name_de`. */
export function readToldNames(table: string): NameRow['names'][] {
  return rowsOf(table).map(([name = '', ...others]) => ({
    name,
    ...namesIn(others.map((other) => other.split('=', 2))),
  }));
}

function rowsOf(table: string): string[][] {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => row.split('\t'));
}

function namesIn(pairs: string[][]): Record<string, string> {
  return Object.fromEntries(pairs.map(([lang, text = '']) => [`name_${lang}`, text]));
}

/** A point for each name; with the spine of its shape, where `shapes` has that. */
export function labelRows(rows: NameRow[], shapes: Feature[] = []): TileFeature[] {
  return rows.flatMap(({ kind, zoom, points, names, shape, line }) =>
    points.map(([lng, lat, angle]): TileFeature => {
      const properties = { ...names, kind, z: zoom, ...(angle !== 0 && { angle }) };
      const minZoom = Math.floor(zoom);
      const label: TileFeature = {
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: [lng, lat] },
        minZoom,
      };
      const spine = findSpineOf({ kind, shape, line }, shapes, [lng, lat]);
      return spine ? alongSpine(label, spine) : label;
    }),
  );
}

function findSpineOf(
  { kind, shape, line }: Pick<NameRow, 'kind' | 'shape' | 'line'>,
  shapes: Feature[],
  at: Position,
): Spine | null {
  if (line.length > 0) return spineAlong(line);
  if (shape) return spineOfNamed(shapes, shape, at);
  return kind === 'lake' ? spineOfLake(shapes, at) : null;
}

function lineOf(text: string): Position[] {
  return text === '' ? [] : text.split(';').map((point) => point.split(' ').map(Number));
}
