import { latitude, mercatorY, type View } from './view.ts';

/** A length of the map in a round number of its unit, and in pixels. */
export interface Scale {
  value: number;
  pixels: number;
}

const EQUATOR_KM = 40_075.016;
const KM_A_MILE = 1.609344;
const TILE = 512;
const STEPS = [5, 2, 1];

/** The longest round lengths of at most `most` pixels at the height of the picture's lower edge, where the bar stands. */
export function scaleBar(view: View, most = 90): { km: Scale; miles: Scale } {
  const world = TILE * 2 ** view.zoom;
  const foot = latitude(Math.min(1, mercatorY(view.lat) + (view.height / 2 - FOOT) / world));
  const kmAPixel = (EQUATOR_KM * Math.cos((foot * Math.PI) / 180)) / world;
  return { km: round(most, kmAPixel), miles: round(most, kmAPixel / KM_A_MILE) };
}

const FOOT = 20; // pixels above the edge

function round(most: number, unitsAPixel: number): Scale {
  const exact = most * unitsAPixel;
  const power = 10 ** Math.floor(Math.log10(exact));
  const value = (STEPS.find((step) => step * power <= exact) ?? 1) * power;
  return { value, pixels: Math.round(value / unitsAPixel) };
}
