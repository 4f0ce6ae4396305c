import type { Category } from '../../types.ts';
import { GLYPHS, type Hue } from '../../web/glyphs.ts';
import { type BasemapColours, type MapColours, type Scheme, THEMES } from '../../web/themes.ts';

export type PictureTheme = Scheme;

/** The colours of a picture: those of the page (page/base.css; a test compares them) and of its map. */
export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  accent: string;
  hues: Record<Hue, string>;
  map: BasemapColours;
  /** Opacity of the area of a country or region that is meant. On paper more would pass for water. */
  area: number;
}

const LIGHT_HUES = {
  red: '#b3261e',
  amber: '#9a5b00',
  blue: '#1d5a8c',
  violet: '#6d3f99',
  green: '#1a6e55',
  grey: '#555b62',
};

export const PALETTES: Record<PictureTheme, Palette> = {
  light: {
    paper: '#fbfaf7',
    ink: '#17191c',
    soft: '#5a5f66',
    rule: '#dcd8cf',
    accent: '#b3261e',
    hues: LIGHT_HUES,
    map: THEMES.light,
    area: 0.12,
  },
  dark: {
    paper: '#131519',
    ink: '#ece9e2',
    soft: '#a4a9b0',
    rule: '#2e3239',
    accent: '#ff7a6e',
    hues: { red: '#ff7a6e', amber: '#f0b254', blue: '#7db8ea', violet: '#c69cf0', green: '#6fcbab', grey: '#b3b8bf' },
    map: THEMES.dark,
    area: 0.12,
  },
  // On newsprint greys fill in: white paper, black text.
  print: {
    paper: '#ffffff',
    ink: '#000000',
    soft: '#3d3d3d',
    rule: '#9a9a9a',
    accent: '#b3261e',
    hues: LIGHT_HUES,
    map: THEMES.print,
    area: 0.03,
  },
};

/** The colours of a picture with those that the newsroom has otherwise. */
export function paletteOf(theme: PictureTheme, colours: MapColours | null): Palette {
  const palette = PALETTES[theme];
  const own = colours?.[theme];
  if (!own) return palette;
  return {
    ...palette,
    accent: own.accent ?? palette.accent,
    hues: { ...palette.hues, ...own.hues },
    map: { ...palette.map, ...own.map },
  };
}

export const hueOf = ({ hues }: Palette, category: Category): string => hues[GLYPHS[category].hue];
