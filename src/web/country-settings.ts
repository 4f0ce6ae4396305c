import { inTwo, settingsInView } from '../basemap/country-names.ts';
import { countryLetters, spaceIn } from './letters.ts';

/**
 * Letters of a country's name, px: those that are read well, how many times as large they get, those where there is no room
 * for them, and from line to line, in their size.
 */
const LETTER = { size: 10.5, most: 1.5, least: 10, line: 1.25 };
/** Pixels around a name, which the engine keeps clear as well. */
const AIR = 2;

/** How wide a text of bold letters of a size stands, px. */
export type Measure = (text: string, size: number) => number;

/** A name as it is set, in capitals and in lines, and the room that it asks for, px. */
export interface Setting {
  text: string;
  size: number;
  /** Between letters, ems. */
  spacing: number;
  width: number;
  height: number;
}

/** As the map sets a name at its own place, where its country is `room` pixels wide. */
export function ownSetting(name: string, room: number, zoom: number, measure: Measure): Setting {
  const { size, spacing, line } = countryLetters(name, room, zoom);
  const whole = set(name.toLocaleUpperCase(), size, spacing, measure);
  return whole.width <= line * size ? whole : set(inTwo(whole.text), size, spacing, measure);
}

/** The ways to set a name in what is seen of a country, the best first. */
export function waysInView(name: string, zoom: number, measure: Measure): Setting[] {
  const large = Math.round(LETTER.size * Math.min(LETTER.most, 1 + zoom / 16) * 2) / 2;
  const ways = settingsInView(name.toLocaleUpperCase(), large, LETTER.size, LETTER.least);
  return ways.map(({ text, size, spacing, fill }) => {
    const setting = set(text, size, spacing, measure);
    return { ...setting, width: setting.width / fill };
  });
}

function set(text: string, size: number, usual: number, measure: Measure): Setting {
  const spacing = spaceIn(text, usual);
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => measure(line, size) + line.length * spacing * size));
  return { text, size, spacing, width: width + 2 * AIR, height: lines.length * LETTER.line * size + 2 * AIR };
}
