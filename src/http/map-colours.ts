import { HUES } from '../web/glyphs.ts';
import { type BasemapColours, type MapColours, type OwnColours, type Scheme, THEMES } from '../web/themes.ts';
import { contrastOf, readColour } from './colour.ts';
import { PALETTES } from './picture/palette.ts';

/** What the setting `MAP_COLOURS` says: colours fit for use, or why there are none. */
export interface ReadColours {
  /** Null where the setting is unset or has a fault: then all colours are ours, for a mixture would be nobody's. */
  colours: MapColours | null;
  /** The faults, each in a line for the editor who made them. */
  faults: string[];
}

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'print'];
const MAP_KEYS = Object.keys(THEMES.light) as (keyof BasemapColours)[];

/** Names have to be read from the ground they stand on, and marks to be told from it: ratios as WCAG 2.2 counts them, 1 to 21. */
const LEAST: readonly [of: keyof BasemapColours, on: keyof BasemapColours, ratio: number][] = [
  ['placeText', 'land', 4.5],
  ['countryText', 'land', 4.5],
  ['regionText', 'land', 3],
  ['waterText', 'water', 3],
  ['border', 'land', 2],
  ['area', 'land', 3],
];
const LEAST_HUE = 3;
const LEAST_ACCENT = 4.5;
/** A fault is shown, so no longer than a line. */
const LONGEST = 60;

/**
 * Reads the setting, as in `{"light": {"land": "#f4f1ea", "accent": "#005ea5"}, "dark": {…}, "print": {…}}`. Only names that we
 * know and colours that we can compute with pass; what comes out is written by us, `#rrggbb`.
 */
export function readColours(setting: string | undefined): ReadColours {
  if (setting === undefined || setting.trim() === '') return { colours: null, faults: [] };
  const given = parse(setting);
  if (!isRecord(given)) return { colours: null, faults: ['MAP_COLOURS is no JSON object'] };
  const faults: string[] = [];
  const colours: MapColours = {};
  for (const [name, value] of Object.entries(given)) {
    const scheme = SCHEMES.find((known) => known === name);
    if (!scheme) faults.push(`${shown(name)} is none of ${SCHEMES.join(', ')}`);
    else if (!isRecord(value)) faults.push(`${scheme} is no object of colours`);
    else colours[scheme] = readScheme(scheme, value, faults);
  }
  return faults.length > 0 ? { colours: null, faults } : { colours, faults };
}

function readScheme(scheme: Scheme, given: Record<string, unknown>, faults: string[]): OwnColours {
  const own: OwnColours = { map: {}, hues: {} };
  for (const [name, value] of Object.entries(given)) {
    const colour = typeof value === 'string' ? readColour(value) : null;
    const key = MAP_KEYS.find((known) => known === name);
    const hue = HUES.find((known) => known === name);
    if (!key && !hue && name !== 'accent') faults.push(`${scheme}: ${shown(name)} is no colour of the map`);
    else if (colour === null)
      faults.push(`${scheme}.${name}: ${shown(JSON.stringify(value))} is neither #rrggbb nor rgb()`);
    else if (key) own.map[key] = colour;
    else if (hue) own.hues[hue] = colour;
    else own.accent = colour;
  }
  faults.push(...pale(scheme, own));
  return own;
}

/** What cannot be told from its ground, once the newsroom's colours have taken the place of ours. */
function pale(scheme: Scheme, { map, accent, hues }: OwnColours): string[] {
  const palette = PALETTES[scheme];
  const ground = { ...palette.map, ...map };
  const marks = { ...palette.hues, ...hues };
  const pairs: [name: string, colour: string, on: string, under: string, least: number][] = [
    ...LEAST.map(([of, on, least]): [string, string, string, string, number] => [
      of,
      ground[of],
      on,
      ground[on],
      least,
    ]),
    ...HUES.map((hue): [string, string, string, string, number] => [hue, marks[hue], 'land', ground.land, LEAST_HUE]),
    ['accent', accent ?? palette.accent, 'paper', palette.paper, LEAST_ACCENT],
  ];
  return pairs.flatMap(([name, colour, on, under, least]) => {
    const ratio = contrastOf(colour, under);
    return ratio >= least ? [] : [`${scheme}.${name} stands out from ${on} by ${ratio.toFixed(1)}, not by ${least}`];
  });
}

/** The style sheet that puts the colours into a page, for the schemes of the reader or for the one that an editor chose. */
export function coloursCss(colours: MapColours, theme?: 'light' | 'dark'): string {
  // Readers who need more contrast, or colours of their own, keep them.
  const plain = '(forced-colors: none) and (not (prefers-contrast: more))';
  return SCHEMES.flatMap((scheme) => {
    const own = colours[scheme];
    if (!own || (theme && scheme !== theme && scheme !== 'print')) return [];
    const preferred = theme ? '' : ` and (prefers-color-scheme: ${scheme})`;
    const media = scheme === 'print' ? 'print' : `screen and ${plain}${preferred}`;
    return [`@media ${media}{:root{${declarations(own).join(';')}}}`];
  }).join('\n');
}

function declarations({ map, accent, hues }: OwnColours): string[] {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return [
    ...Object.entries(map).map(([name, colour]) => `--map-${kebab(name)}:${colour}`),
    ...Object.entries(hues).map(([hue, colour]) => `--hue-${hue}:${colour}`),
    ...(accent === undefined ? [] : [`--accent:${accent}`]),
  ];
}

/** A short name of a set of colours, for addresses that are kept for good: another set is another address (FNV-1a, 32 bits). */
export function markOf(colours: MapColours | null): string {
  if (!colours) return '';
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(colours)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
