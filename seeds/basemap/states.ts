// Whose land a region is on our map, and which borders are dashed: the editorial policy that the README states.
import type { Region } from '../sources/basemap.ts';

/** The state that a region is drawn with: three letters. */
export function stateOf(region: Region): string {
  return REGION_STATE[region.code] ?? STATE[region.a3] ?? region.a3;
}

/** ISO code of a state on our map; empty where its name is left to a label of its own. */
export function countryOf(state: string, iso: string): string {
  return state in NAMELESS ? '' : iso;
}

export function isDisputedBorder(a: Region, b: Region): boolean {
  const pair = [areaOf(a), areaOf(b)].sort().join(' ');
  return DISPUTED.has(pair);
}

/** The disputed area that a region belongs to, or else its state. */
function areaOf(region: Region): string {
  return REGION_STATE[region.code] ? region.code : region.a3;
}

// Regions that Natural Earth gives to who holds them, and we to whom the General Assembly does.
const REGION_STATE: Record<string, string> = { 'UA-43': 'UKR', 'UA-40': 'UKR' };

// Parts of one state that Natural Earth counts apart.
const STATE: Record<string, string> = { KAB: 'KAZ', ESB: 'CYP', WSB: 'CYP', USG: 'CUB' };

const DISPUTED = new Set([
  'UA-40 UKR',
  'UA-43 UKR',
  'CYN CYP',
  'ISR PSX',
  'MAR SAH',
  'KOS SRB',
  'SOL SOM',
  'CHN TWN',
  'IND PAK',
]);

// Their ISO codes are those of other states: islands, bases, and lands that few recognise.
const NAMELESS = { ATC: 0, CSI: 0, IOA: 0, CLP: 0, CYN: 0, KAS: 0, PGA: 0, SOL: 0, UMI: 0 };
