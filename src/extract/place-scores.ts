import { fold } from '../gazetteer/fold.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import type { Place } from '../types.ts';
import { holds } from './holds.ts';
import type { OutletHome } from './outlet-home.ts';

/** What the words beside a name say that it is: "Idlib province", "the city of Idlib". */
export type SaidKind = 'area' | 'town' | 'nothing';

/** One name of an article with what is said beside it; its mentions share one place. */
export interface NameInArticle {
  key: string;
  said: SaidKind;
  candidates: readonly Place[];
  /** Fame of the most famous candidate. */
  fame: number;
  mentions: number;
  /** Places that stand behind a comma after it: "Paris, Texas". */
  containers: readonly Place[][];
  /** Names before a comma before it: for "Texas", Paris. */
  contained: readonly Place[][];
  /** The names, by their number, that stand in one list with it: "Houston, Galveston and Freeport". */
  listed: readonly number[];
}

/** What the whole article tells of where it plays. */
export interface ArticleSetting {
  /** Share of the mentions of countries that name each one, itself or by its people. */
  countries: ReadonlyMap<string, number>;
  peoples: ReadonlyMap<string, number>;
  regions: ReadonlySet<string>;
  home: OutletHome;
}

const KINDS = [
  'country',
  'region',
  'county',
  'capital',
  'quarter',
  'village',
  'seat',
  'town',
  'area',
  'spot',
  'nature',
] as const;

/** The named parts of what speaks for one candidate, in the order of the values; each value is 0 to 1, or -1 to 1. */
export const PART_NAMES = [
  ...KINDS.map((kind) => `kind ${kind}`),
  ...KINDS.map((kind) => `fame of ${kind}`),
  'fame',
  'less known',
  'first in rank',
  'passes over a great city',
  'passes over a country',
  'other name',
  'inside what follows',
  'not inside what follows',
  'around what precedes',
  'as is said',
  'country named',
  'country named often',
  'people named',
  'people named often',
  'region named',
  'at home',
  'near home',
  'not far from home',
  'home region',
  'home country',
  'in the outlet’s name',
  'alone',
  'others close by',
  'another close by',
  'others near',
  'another near',
  'others in its region',
  'another in its region',
  'others in its country',
  'another in its country',
  'listed near',
  'listed in its region',
  'listed in its country',
];

export type Parts = number[];

/** Parts that need no other choice to be made first; those of the neighbours are left at 0. */
export function partsOf(place: Place, name: NameInArticle, setting: ArticleSetting, gazetteer: Gazetteer): Parts {
  const kind = KINDS.indexOf(kindOf(place));
  const fame = fameOf(place);
  const inside = name.containers.filter((areas) => areas.some((area) => holds(area, place, gazetteer))).length;
  const around = name.contained.some((places) => places.some((each) => holds(place, each, gazetteer)));
  const asSaid = name.said === 'area' ? sign(place.featureClass === 'A') : sign(place.featureClass === 'P');
  const inCountry = isCountry(place) ? 0 : (setting.countries.get(place.countryCode) ?? 0);
  const ofPeople = setting.peoples.get(place.countryCode) ?? 0;
  const { town, countryCode, label } = setting.home;
  const km = town ? distanceKm(town, place) : Number.POSITIVE_INFINITY;
  const inLabel = !town && name.key.length > 4 && label.includes(name.key.replaceAll(' ', ''));

  const parts: Parts = new Array(PART_NAMES.length).fill(0);
  parts[kind] = 1;
  parts[KINDS.length + kind] = fame;
  let at = 2 * KINDS.length;
  parts[at++] = fame;
  parts[at++] = name.fame - fame;
  parts[at++] = place === name.candidates[0] ? 1 : 0;
  parts[at++] = isGreat(name.candidates[0]) && isSmall(place) ? 1 : 0;
  parts[at++] = isCountry(name.candidates[0]) && !isCountry(place) ? 1 : 0;
  parts[at++] = foldedName(place) === name.key ? 0 : 1;
  parts[at++] = name.containers.length > 0 ? inside / name.containers.length : 0;
  parts[at++] = name.containers.length > 0 && inside === 0 ? 1 : 0;
  parts[at++] = around ? 1 : 0;
  parts[at++] = name.said === 'nothing' ? 0 : asSaid;
  parts[at++] = inCountry > 0 ? 1 : 0;
  parts[at++] = inCountry;
  parts[at++] = ofPeople > 0 ? 1 : 0;
  parts[at++] = ofPeople;
  parts[at++] = place.featureCode !== 'ADM1' && setting.regions.has(place.admin1) ? 1 : 0;
  parts[at++] = km < 30 ? 1 : 0;
  parts[at++] = km < 120 ? 1 : 0;
  parts[at++] = km < 400 ? 1 : 0;
  parts[at++] = town && town.admin1 !== '' && town.admin1 === place.admin1 ? 1 : 0;
  parts[at++] = countryCode !== '' && countryCode === place.countryCode ? 1 : 0;
  parts[at++] = inLabel ? fame : 0;
  return parts;
}

const NEIGHBOURS = PART_NAMES.indexOf('alone');
/** Names before and after that are looked at: more than an article has, and a bound for a text that is a list of names. */
const MOST_NEIGHBOURS = 150;

/**
 * The parts again, with those that rest on the places chosen for the article's other names so far: `chosen` without the
 * one at `own`, which is that of this name.
 */
export function withNeighbours(
  parts: Parts,
  place: Place,
  chosen: readonly (Place | undefined)[],
  own: number,
  listed: readonly number[],
): Parts {
  const all = [...parts];
  const from = Math.max(0, own - MOST_NEIGHBOURS);
  const to = Math.min(chosen.length, own + MOST_NEIGHBOURS + 1);
  const others = to - from - 1;
  if (others < 1) {
    all[NEIGHBOURS] = 1;
    return all;
  }
  let [near, close, sameRegion, sameCountry] = [0, 0, 0, 0];
  const area = isArea(place);
  for (let index = from; index < to; index++) {
    const other = chosen[index];
    if (!other || index === own) continue;
    if (other.admin1 !== '' && other.admin1 === place.admin1) sameRegion += 1;
    if (other.countryCode !== '' && other.countryCode === place.countryCode) sameCountry += 1;
    // A degree of latitude is 111 km: three of them are past any use.
    if (area || isArea(other) || Math.abs(other.lat - place.lat) > 3) continue;
    const km = distanceKm(other, place);
    if (km < 60) close += 1;
    if (km < 250) near += 1;
  }
  let at = NEIGHBOURS + 1;
  for (const count of [close, near, sameRegion, sameCountry]) {
    all[at++] = count / others;
    all[at++] = count > 0 ? 1 : 0;
  }
  const together = listed.flatMap((index) => chosen[index] ?? []);
  all[at++] = together.some((other) => !isArea(other) && distanceKm(other, place) < LIST_KM) ? 1 : 0;
  all[at++] = together.some(({ admin1 }) => admin1 !== '' && admin1 === place.admin1) ? 1 : 0;
  all[at++] = together.some(({ countryCode }) => countryCode !== '' && countryCode === place.countryCode) ? 1 : 0;
  return all;
}

/** The towns of one list are seldom further apart, in km. */
const LIST_KM = 200;

export function total(parts: Parts, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < parts.length; i++) sum += (parts[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

const foldedNames = new WeakMap<Place, string>();

function foldedName(place: Place): string {
  const known = foldedNames.get(place);
  if (known !== undefined) return known;
  const name = fold(place.name);
  foldedNames.set(place, name);
  return name;
}

/** Tenfold steps of people, up to a hundred million; of a sea or a range, which has none, of its width. */
export function fameOf({ population, radiusKm = 0, featureClass }: Place): number {
  if (population > 0 || featureClass === 'P') return Math.log10(population + 1) / 8;
  return (2 * Math.log10(radiusKm + 1)) / 8;
}

function kindOf({ featureClass, featureCode, population }: Place): (typeof KINDS)[number] {
  if (featureCode.startsWith('PCL')) return 'country';
  if (featureCode === 'ADM1' || featureCode === 'ADM2') return featureCode === 'ADM1' ? 'region' : 'county';
  if (featureCode === 'PPLC') return 'capital';
  if (featureCode === 'PPLX') return 'quarter';
  if (featureClass === 'P') return population === 0 ? 'village' : featureCode.startsWith('PPLA') ? 'seat' : 'town';
  if (featureClass === 'L' || featureClass === 'A') return 'area';
  if (featureClass === 'S' || featureClass === 'R') return 'spot';
  return 'nature';
}

/** A capital or a city of half a million: a name that one of them bears is seldom meant for a small town. */
function isGreat(place: Place | undefined): boolean {
  return (
    place !== undefined && (place.featureCode === 'PPLC' || place.featureCode === 'ADM1' || place.population > 500_000)
  );
}

function isSmall({ featureClass, population }: Place): boolean {
  return featureClass === 'P' && population < 100_000;
}

function sign(yes: boolean): number {
  return yes ? 1 : -1;
}

export function isCountry(place: Place | undefined): boolean {
  return place?.featureCode.startsWith('PCL') ?? false;
}

/** Too wide for distances from its middle to mean much. */
function isArea(place: Place): boolean {
  return (place.radiusKm ?? 0) > 100;
}

/** Great-circle distance; the earth as a sphere of 6,371 km. */
export function distanceKm(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const rad = Math.PI / 180;
  const half = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2;
  const turn = Math.sin(((b.lng - a.lng) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(half + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * turn)));
}
