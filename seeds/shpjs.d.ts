// The part of shpjs that we call; the package brings no types.
declare module 'shpjs' {
  import type { Feature, Geometry } from 'geojson';

  type Row = Record<string, string | number | boolean | Date>;
  export function parseShp(shapes: Uint8Array): (Geometry | null)[];
  export function parseDbf(table: Uint8Array): Row[];
  export function combine(parts: [shapes: (Geometry | null)[], rows: Row[]]): {
    features: Feature<Geometry | null, Row>[];
  };
}
