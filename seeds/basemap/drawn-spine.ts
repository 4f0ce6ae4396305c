// The arc along a line of a few points, as a table draws it where no shape of a range is to be had.
import type { Position } from 'geojson';
import { project } from './label-box.ts';
import type { Spine } from './spine.ts';

/**
 * The gentle arc that comes nearest to some points, from the first to the last: a parabola over the line between those by
 * least squares, and the circle that touches it in its middle. It runs to the right. Throws when there are fewer than three.
 */
export function spineAlong(line: Position[]): Spine {
  if (line.length < 3) throw new Error(`a range is drawn by three points or more, found ${line.length}`);
  const points = line.map(project);
  const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [points[0], points.at(-1)];
  const ahead = x1 < x0 ? -1 : 1;
  const chord = Math.atan2(ahead * (y1 - y0), ahead * (x1 - x0));
  const [sin, cos] = [Math.sin(chord), Math.cos(chord)];
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2];
  // Along the chord from its middle, and down from it.
  const turned = points.map(([x = 0, y = 0]): [number, number] => [
    (x - middleX) * cos + (y - middleY) * sin,
    (y - middleY) * cos - (x - middleX) * sin,
  ]);
  const [height, slope, bend] = fitParabola(turned);
  const heading = chord + Math.atan(slope);
  const curvature = (2 * bend) / (1 + slope ** 2) ** 1.5;
  const half = Math.hypot(x1 - x0, y1 - y0) / 2;
  const reach = Math.min(1, Math.abs(curvature) * half);
  return {
    x: middleX - height * sin,
    y: middleY + height * cos,
    heading,
    curvature,
    // As much longer as the arc is than its chord.
    length: 2 * half * (reach < 1e-6 ? 1 : Math.asin(reach) / reach),
  };
}

/** Height, slope and bend of the parabola through points, nearest by least squares: y = a + b x + c x². */
function fitParabola(points: readonly (readonly [number, number])[]): [a: number, b: number, c: number] {
  const sum = (of: (x: number, y: number) => number) => points.reduce((total, [x, y]) => total + of(x, y), 0);
  const [s0, s1, s2, s3, s4] = [0, 1, 2, 3, 4].map((power) => sum((x) => x ** power)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [t0, t1, t2] = [sum((_, y) => y), sum((x, y) => x * y), sum((x, y) => x * x * y)];
  const det = (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number) =>
    a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const whole = det(s0, s1, s2, s1, s2, s3, s2, s3, s4);
  return [
    det(t0, s1, s2, t1, s2, s3, t2, s3, s4) / whole,
    det(s0, t0, s2, s1, t1, s3, s2, t2, s4) / whole,
    det(s0, s1, t0, s1, s2, t1, s2, s3, t2) / whole,
  ];
}
