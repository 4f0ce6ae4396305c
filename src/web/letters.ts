// How large the letters of names of countries and seas are, and how far apart, for the style and for what is placed by hand.

/** Pixels of the largest country's name, by zoom. */
export const COUNTRY_MOST = [11, 12, 13, 14, 15, 17, 19, 21, 22];

/** Pixels of the letters of a sea's name at two zooms, between which they grow, and ems between them. */
export const WATER = {
  from: { zoom: 1, ocean: 15, sea: 13, other: 13 },
  to: { zoom: 5, ocean: 21, sea: 16, other: 14 },
  spacing: { ocean: 0.22, sea: 0.12, other: 0.04 },
};

/**
 * How the map sets the name of a country that is `room` pixels wide: pixels of its letters, ems between them, and ems
 * after which its line ends.
 */
export function countryLetters(
  name: string,
  room: number,
  zoom: number,
): { size: number; spacing: number; line: number } {
  const size = Math.max(10, Math.min(COUNTRY_MOST[Math.round(zoom)] ?? 10, 0.085 * room));
  const between = (0.5 * room) / (Math.max(1, name.length) * size) - 0.7;
  return { size, spacing: Math.max(0.08, Math.min(0.45, between)), line: Math.max(7, Math.min(40, room / 14)) };
}

/** How the map sets the name of a sea at a point: pixels of its letters, and ems between them. */
export function waterLetters(kind: string, zoom: number): { size: number; spacing: number } {
  const of = kind === 'ocean' || kind === 'sea' ? kind : 'other';
  const { from, to, spacing } = WATER;
  const share = Math.max(0, Math.min(1, (zoom - from.zoom) / (to.zoom - from.zoom)));
  return { size: from[of] + share * (to[of] - from[of]), spacing: spacing[of] };
}

/** Scripts whose letters are written joined: space between them would break a word. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u;

/** Ems between the letters of a text, where its script has any. */
export function spaceIn(text: string, ems: number): number {
  return JOINED.test(text) ? 0 : ems;
}
