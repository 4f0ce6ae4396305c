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

/** ISO code of the country that a region is part of as an area on the map; empty where that is nobody's. */
export function isoOf(region: Region): string {
  return OVERSEAS[region.code] ?? COUNTRY[stateOf(region)] ?? region.country;
}

/** Whether an area is among the regions of a country but none of them, and so without a name. */
export function isNamed({ code }: Region): boolean {
  return !NO_REGION.has(code);
}

// The zone between the lines of 1974 beside the Golan Heights.
const NO_REGION = new Set(['SY-X01~']);

/** Whether the line between two regions is no border that both sides, and the United Nations, hold for one. */
export function isDisputedBorder(a: Region, b: Region): boolean {
  return DISPUTED.has([areaOf(a), areaOf(b)].sort().join(' '));
}

/** The disputed area that a region belongs to, or else its state. */
function areaOf(region: Region): string {
  return AREA[region.code] ?? region.a3;
}

// Regions that Natural Earth gives to who holds them, and we to whom the General Assembly does.
const REGION_STATE: Record<string, string> = { 'UA-43': 'UKR', 'UA-40': 'UKR' };

// Parts of one state that Natural Earth counts apart.
const STATE: Record<string, string> = { KAB: 'KAZ', ESB: 'CYP', WSB: 'CYP', USG: 'CUB' };

// Parts of a state that have an ISO code, and an entry in GeoNames, of their own.
const OVERSEAS: Record<string, string> = {
  'FR-GF': 'GF',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
  'NO-21': 'SJ',
  'NO-22': 'SJ',
};

// What is no country on our map, or another's than the ISO code of its rows says: the islands of the Spratlys, Siachen.
const COUNTRY: Record<string, string> = { UKR: 'UA', IOA: '', PGA: '', KAS: '' };

const AREA: Record<string, string> = {
  'UA-43': 'Crimea',
  'UA-40': 'Crimea',
  'IN-AR': 'Arunachal',
  'IN-JK': 'IndianKashmir',
  'IN-LA': 'IndianKashmir',
  'PK-JK': 'PakistaniKashmir',
  'PK-GB': 'PakistaniKashmir',
};

const DISPUTED = new Set([
  'Arunachal CHN',
  'CHN IndianKashmir',
  'CHN KAS',
  'CHN PakistaniKashmir',
  'CYN CYP',
  'Crimea RUS',
  'Crimea UKR',
  'ISR PSX',
  'ISR SYR', // along the Golan Heights
  'IndianKashmir KAS',
  'IndianKashmir PAK',
  'IndianKashmir PakistaniKashmir',
  'KAS PakistaniKashmir',
  'KOS SRB',
  'MAR SAH',
  'SOL SOM',
]);

/** Rows of Natural Earth's list of disputed areas whose outline is drawn, dashed, where no border runs. */
export const OUTLINED = [
  2, // South Ossetia
  5, // Golan Heights
  16, // Transnistria
  18, // Abkhazia
  23, // Abyei
];

// Islands, bases and lands whose ISO codes are those of other states, and those that area-names.tsv names part by part.
const NAMELESS = { PSX: 0, ATC: 0, CSI: 0, IOA: 0, CLP: 0, CYN: 0, KAS: 0, PGA: 0, SOL: 0, UMI: 0 };
