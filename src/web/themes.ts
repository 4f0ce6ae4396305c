import type { Hue } from './glyphs.ts';

/** The colours of a map. A newsroom sets its own by changing some. */
export interface BasemapColours {
  land: string;
  /** Sea and lakes. */
  water: string;
  /** A line must be darker than the sea to be seen as water. */
  river: string;
  coast: string;
  ice: string;
  urban: string;
  border: string;
  /** Under a country's border, so that it reads on land and water alike. */
  casing: string;
  regionBorder: string;
  countryText: string;
  regionText: string;
  placeText: string;
  waterText: string;
  halo: string;
  /** Countries and regions that an event of the story is placed at as a whole. */
  area: string;
}

export type Scheme = 'light' | 'dark' | 'print';

/** What a newsroom has otherwise than we: of the map, the accent of the page, and the groups of categories. All `#rrggbb`. */
export interface OwnColours {
  map: Partial<BasemapColours>;
  accent?: string;
  hues: Partial<Record<Hue, string>>;
}

export type MapColours = Partial<Record<Scheme, OwnColours>>;

export const THEMES: Record<'light' | 'dark' | 'print' | 'contrast' | 'contrastDark', BasemapColours> = {
  light: {
    land: '#f8f6f0',
    water: '#d3e1e8',
    river: '#a9c6d4',
    coast: '#98b6c4',
    ice: '#fdfdfd',
    urban: '#ece7dc',
    border: '#86817a',
    casing: '#ffffff',
    regionBorder: '#cbc6bb',
    countryText: '#6b665e',
    regionText: '#928c81',
    placeText: '#34322e',
    waterText: '#557f95',
    halo: '#faf9f5',
    area: '#b0702c',
  },
  dark: {
    land: '#2a2f35',
    water: '#181d22',
    river: '#49606e',
    coast: '#4a545d',
    ice: '#343a41',
    urban: '#333a41',
    border: '#838c95',
    casing: '#1f2429',
    regionBorder: '#4a525b',
    countryText: '#a2aab2',
    regionText: '#858e97',
    placeText: '#d9dde1',
    waterText: '#7193a6',
    halo: '#23282d',
    area: '#d8a25c',
  },
  print: {
    land: '#ffffff',
    water: '#e4e4e4',
    river: '#b5b5b5',
    coast: '#9a9a9a',
    ice: '#fafafa',
    urban: '#f1f1f1',
    border: '#5e5e5e',
    casing: '#ffffff',
    regionBorder: '#b8b8b8',
    countryText: '#5e5e5e',
    regionText: '#7d7d7d',
    placeText: '#111111',
    waterText: '#6f6f6f',
    halo: '#ffffff',
    area: '#3d3d3d',
  },
  contrast: {
    land: '#ffffff',
    water: '#b9d4e4',
    river: '#2e6f92',
    coast: '#1f4e66',
    ice: '#ffffff',
    urban: '#efebe0',
    border: '#000000',
    casing: '#ffffff',
    regionBorder: '#6b6b6b',
    countryText: '#2b2b2b',
    regionText: '#4d4d4d',
    placeText: '#000000',
    waterText: '#0f4a66',
    halo: '#ffffff',
    area: '#7a3b00',
  },
  // Marks have the colours of the page: on a dark one they are light, and would be lost on white land.
  contrastDark: {
    land: '#000000',
    water: '#17384a',
    river: '#6fa8c8',
    coast: '#9cc6dd',
    ice: '#1c1c1c',
    urban: '#262626',
    border: '#ffffff',
    casing: '#000000',
    regionBorder: '#9c9c9c',
    countryText: '#dedede',
    regionText: '#bfbfbf',
    placeText: '#ffffff',
    waterText: '#b4dcf2',
    halo: '#000000',
    area: '#ffb45e',
  },
};

/** The colours of a map on a page that is dark or light: the newsroom's, but for readers who ask for more contrast. */
export function coloursFor(wish: { dark: boolean; contrast: boolean }, own: MapColours): BasemapColours {
  if (wish.contrast) return wish.dark ? THEMES.contrastDark : THEMES.contrast;
  const scheme = wish.dark ? 'dark' : 'light';
  return { ...THEMES[scheme], ...own[scheme]?.map };
}
