import { spaceIn } from './letters.ts';

/** How wide a text stands in letters of a size, px. */
export type Measure = (text: string, size: number) => number;

/** A name as it is set, in lines, and the room that it asks for, px. */
export interface Setting {
  text: string;
  size: number;
  /** Between letters, ems. */
  spacing: number;
  width: number;
  height: number;
}

/** Pixels around a name, which the engine keeps clear as well. */
const AIR = 2;

/** Sets a text of one or more lines, `leading` times the size of its letters apart. */
export function setName(text: string, size: number, ems: number, leading: number, measure: Measure): Setting {
  const spacing = spaceIn(text, ems);
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => measure(line, size) + line.length * spacing * size));
  return { text, size, spacing, width: width + 2 * AIR, height: lines.length * leading * size + 2 * AIR };
}
