// How far it is from any place inside a shape to its edge, in cells of a grid.
import { type Plane, rowsOf } from '../../src/basemap/widest-box.ts';

export interface DistanceField {
  /** The corner of the grid, and the side of a cell, in the unit of the plane. */
  left: number;
  top: number;
  cell: number;
  columns: number;
  rows: number;
  /** Row by row, to the middle of each cell; 0 outside. In the unit of the plane. */
  distances: Float64Array;
}

/** `cells` is their number along the longer side of the shape. */
export function measureDistances(rings: readonly Plane[], cells: number): DistanceField {
  const [west, east] = rangeOf(rings, 0);
  const [north, south] = rangeOf(rings, 1);
  const cell = Math.max(east - west, south - north, Number.MIN_VALUE) / cells;
  // A cell of nothing all around: the edge of the grid is outside.
  const [left, top] = [west - cell, north - cell];
  const columns = Math.ceil((east - left) / cell) + 1;
  const rows = Math.ceil((south - top) / cell) + 1;
  const squares = new Float64Array(columns * rows);
  rowsOf(rings, top, top + rows * cell, cell).spans.forEach((spans, row) => {
    for (const [from, to] of spans) {
      const last = Math.min(columns - 1, Math.floor((to - left) / cell - 0.5));
      for (let column = Math.max(0, Math.ceil((from - left) / cell - 0.5)); column <= last; column++)
        squares[row * columns + column] = FAR;
    }
  });
  for (let column = 0; column < columns; column++) sweep(squares, column, columns, rows);
  for (let row = 0; row < rows; row++) sweep(squares, row * columns, 1, columns);
  return { left, top, cell, columns, rows, distances: squares.map((square) => Math.sqrt(square) * cell) };
}

const FAR = 1e12;

function rangeOf(rings: readonly Plane[], axis: 0 | 1): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const ring of rings) {
    for (const point of ring) {
      least = Math.min(least, point[axis] ?? 0);
      most = Math.max(most, point[axis] ?? 0);
    }
  }
  return [least, most];
}

/**
 * Squares of distances along one line of the grid, from those along the lines across: the lower envelope of a parabola
 * over each cell (Felzenszwalb and Huttenlocher 2012, "Distance Transforms of Sampled Functions").
 */
function sweep(squares: Float64Array, first: number, step: number, count: number) {
  const at = (index: number) => squares[first + index * step] ?? 0;
  const values = Float64Array.from({ length: count }, (_, index) => at(index));
  const value = (index: number) => values[index] ?? 0;
  const lows: number[] = [0];
  const starts: number[] = [-Infinity];
  for (let index = 1; index < count; index++) {
    let start = -Infinity;
    while (lows.length > 0) {
      const low = lows.at(-1) ?? 0;
      start = (value(index) + index * index - value(low) - low * low) / (2 * (index - low));
      if (start > (starts.at(-1) ?? -Infinity)) break;
      lows.pop();
      starts.pop();
    }
    lows.push(index);
    starts.push(lows.length === 1 ? -Infinity : start);
  }
  let piece = 0;
  for (let index = 0; index < count; index++) {
    while ((starts[piece + 1] ?? Infinity) < index) piece += 1;
    const low = lows[piece] ?? 0;
    squares[first + index * step] = (index - low) ** 2 + value(low);
  }
}
