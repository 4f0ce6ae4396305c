import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';
import { capitalNames } from '../basemap/countries.ts';
import { fontFaces } from './fonts.ts';
import type { PageData } from './page-data.ts';
import { MOST_NAMED } from './spot-names.ts';
import type { Spot } from './spots.ts';
import { basemapStyle } from './style.ts';
import { type BasemapColours, coloursFor, type MapColours } from './themes.ts';

/** A name of the map that is nearer to a spot than this means the same place, metres. */
const NEAR_METRES = 5000;

/** The ground in the reader's colours and language. */
export function styleOf(
  {
    basemap: { tiles, maxZoom },
    lang: page,
    mapLang: lang = page,
    colours,
  }: Pick<PageData, 'basemap' | 'lang' | 'mapLang' | 'colours'>,
  spots: Spot[],
): StyleSpecification {
  const ground = basemapStyle({
    tiles: new URL(tiles, location.href).href,
    maxZoom,
    colours: themeOf(colours),
    lang,
    countries: capitalNames(lang),
    fonts: fontFaces,
  });
  const named = spots.slice(0, MOST_NAMED).map(({ at }) => at);
  if (named.length === 0) return ground;
  // The map's own name of a spot gives way to the spot's.
  const away: FilterSpecification = ['>', ['distance', { type: 'MultiPoint', coordinates: named }], NEAR_METRES];
  const layers = ground.layers.map((layer) =>
    layer.type === 'symbol' && layer['source-layer'] === 'place'
      ? { ...layer, filter: ['all', layer.filter ?? true, away] as FilterSpecification }
      : layer,
  );
  return { ...ground, layers };
}

/** The style that a newsroom chose instead, with what the names of our places need: our fonts. */
export function foreignStyle(style: StyleSpecification): StyleSpecification {
  return {
    ...style,
    'font-faces': { ...style['font-faces'], ...fontFaces },
  };
}

export function themeOf(own: MapColours = {}): BasemapColours {
  // An editor may have chosen for an embed; the style sheet is then chosen alike.
  const { theme } = document.documentElement.dataset;
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)').matches;
  return coloursFor({ dark, contrast }, own);
}
