export type Point = readonly [x: number, y: number];

/**
 * A line without the points that lie within `tolerance` of what joins those around them: x and y in turn. By Douglas and
 * Peucker, with a list of what is left to look through: a coast may have a hundred thousand points.
 */
export function simplify(points: readonly Point[], tolerance: number): number[] {
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const open: [first: number, last: number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const [far, away] = farthest(points, first, last);
    if (away <= tolerance) continue;
    kept[far] = 1;
    open.push([first, far], [far, last]);
  }
  return points.filter((_, i) => kept[i] === 1).flat();
}

/** The point between two that lies farthest from the stretch between them, and how far. */
function farthest(points: readonly Point[], first: number, last: number): [index: number, away: number] {
  const [[x1, y1], [x2, y2]] = [points[first] ?? [0, 0], points[last] ?? [0, 0]];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  let [index, most] = [first, 0];
  for (let i = first + 1; i < last; i++) {
    const [x, y] = points[i] ?? [0, 0];
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
    const away = (x - x1 - share * dx) ** 2 + (y - y1 - share * dy) ** 2;
    if (away > most) [index, most] = [i, away];
  }
  return [index, Math.sqrt(most)];
}
