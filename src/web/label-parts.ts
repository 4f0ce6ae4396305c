// What the layers of names have in common.
import type { ExpressionSpecification } from 'maplibre-gl';
import type { BasemapColours } from './themes.ts';

export const REGULAR = ['Map Regular'];
export const BOLD = ['Map Bold'];
export const ITALIC = ['Map Italic'];

/** A label comes into the map at the zoom that its feature says. */
export const REACHED: ExpressionSpecification = ['<=', ['get', 'z'], ['zoom']];

export function haloOf({ halo }: BasemapColours) {
  return { 'text-halo-color': halo, 'text-halo-width': 1.5, 'text-halo-blur': 0.3 };
}

/** Languages whose letters hang together: space between them would break a word. Of Arabic letters the engine knows it. */
const JOINED: ReadonlySet<string> = new Set(['bn', 'hi', 'mr', 'ne', 'pa']);

/** Ems between the letters of names in a language. */
export function apart(lang: string, ems: ExpressionSpecification | number): ExpressionSpecification | number {
  return JOINED.has(lang.split('-', 1)[0] ?? '') ? 0 : ems;
}

/** The name of a feature of the tiles in the reader's language; empty where it has none, unlike that of `named`. */
export function nameIn(properties: Record<string, unknown>, lang: string): string {
  const [language = 'en'] = lang.split('-', 1);
  const name = language === 'en' ? properties.name : properties[`name_${language}`];
  return typeof name === 'string' ? name : '';
}

export function named(lang: string): ExpressionSpecification {
  const [language = 'en'] = lang.split('-', 1);
  return ['coalesce', ['get', `name_${lang}`], ['get', `name_${language}`], ['get', 'name']];
}

/** Has a name in the reader's language: a sea without one is left unnamed rather than named in another. */
export function speaks(lang: string): ExpressionSpecification {
  const [language = 'en'] = lang.split('-', 1);
  return language === 'en' ? ['has', 'name'] : ['has', `name_${language}`];
}

export function symbol(id: string, paint: object) {
  return { id, type: 'symbol', source: 'basemap', 'source-layer': id, paint } as const;
}

/** Linear between stops of zoom and value. */
export function zoomed(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}
