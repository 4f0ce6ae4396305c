import type { Line } from './shapes.ts';

/** Degrees. */
export type Edges = [west: number, south: number, east: number, north: number];

/** Cuts a ring off at each edge in turn (Sutherland and Hodgman). What is left may run along the edges: none is seen. */
export function clipArea(ring: Line, edges: Edges): Line[] {
  let kept = ring;
  for (const [axis, edge, side] of [
    [0, edges[0], 1],
    [0, edges[2], -1],
    [1, edges[1], 1],
    [1, edges[3], -1],
  ] as const) {
    const from = kept;
    const cut: number[] = [];
    for (let i = 0; i < from.length; i += 2) {
      const before = i === 0 ? from.length - 2 : i - 2;
      const a = from[before + axis] ?? 0;
      const b = from[i + axis] ?? 0;
      const inside = (b - edge) * side >= 0;
      if ((a - edge) * side >= 0 !== inside) {
        const share = (edge - a) / (b - a);
        const other = (from[before + 1 - axis] ?? 0) * (1 - share) + (from[i + 1 - axis] ?? 0) * share;
        cut.push(axis === 0 ? edge : other, axis === 0 ? other : edge);
      }
      if (inside) cut.push(from[i] ?? 0, from[i + 1] ?? 0);
    }
    kept = cut;
  }
  return kept.length >= 6 ? [kept] : [];
}

/** The runs of a line whose segments may touch the window. */
export function clipLine(line: Line, [west, south, east, north]: Edges): Line[] {
  const runs: number[][] = [];
  let open = false;
  for (let i = 2; i < line.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [line[i - 2], line[i - 1], line[i], line[i + 1]];
    const outside =
      (x1 < west && x2 < west) || (x1 > east && x2 > east) || (y1 < south && y2 < south) || (y1 > north && y2 > north);
    if (!outside && !open) runs.push([x1, y1]);
    if (!outside) runs.at(-1)?.push(x2, y2);
    open = !outside;
  }
  return runs;
}
