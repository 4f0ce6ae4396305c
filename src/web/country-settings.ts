import { inTwo, settingsInView } from '../basemap/country-names.ts';
import { countryLetters } from './letters.ts';
import { type Measure, type Setting, setName } from './set-name.ts';

/**
 * Letters of a country's name, px: those that are read well, how many times as large they get, those where there is no room
 * for them, and from line to line, in their size.
 */
const LETTER = { size: 10.5, most: 1.5, least: 10, line: 1.25 };

/** As the map sets a name, in capitals, at its own place, where its country is `room` pixels wide. */
export function ownSetting(name: string, room: number, zoom: number, measure: Measure): Setting {
  const { size, spacing, line } = countryLetters(name, room, zoom);
  const whole = setName(name, size, spacing, LETTER.line, measure);
  return whole.width <= line * size ? whole : setName(inTwo(whole.text), size, spacing, LETTER.line, measure);
}

/** The ways to set a name, in capitals, in what is seen of a country, the best first. */
export function waysInView(name: string, zoom: number, measure: Measure): Setting[] {
  const large = Math.round(LETTER.size * Math.min(LETTER.most, 1 + zoom / 16) * 2) / 2;
  const ways = settingsInView(name, large, LETTER.size, LETTER.least);
  return ways.map(({ text, size, spacing, fill }) => {
    const setting = setName(text, size, spacing, LETTER.line, measure);
    return { ...setting, width: setting.width / fill };
  });
}
