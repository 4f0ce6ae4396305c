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
  mentions: number;
  /** Places that stand behind a comma after it: "Paris, Texas". */
  containers: readonly Place[][];
  /** Names before a comma before it: for "Texas", Paris. */
  contained: readonly Place[][];
}

/** What the whole article tells of where it plays. */
export interface ArticleSetting {
  /** Share of the mentions of countries that name each one, itself or by its people. */
  countries: ReadonlyMap<string, number>;
  peoples: ReadonlyMap<string, number>;
  regions: ReadonlySet<string>;
  home: OutletHome;
}

/** The named parts of what speaks for one candidate; each is 0 to 1, or a little below 0. */
export type Parts = Record<string, number>;

/** Parts that need no other choice to be made first. */
export function partsOf(place: Place, name: NameInArticle, setting: ArticleSetting, gazetteer: Gazetteer): Parts {
  const kind = kindOf(place);
  const fame = fameOf(place);
  const most = Math.max(...name.candidates.map(fameOf));
  const inside = name.containers.filter((areas) => areas.some((area) => holds(area, place, gazetteer))).length;
  const around = name.contained.filter((places) => places.some((each) => holds(place, each, gazetteer))).length;
  const inCountry = setting.countries.get(place.countryCode) ?? 0;
  const ofPeople = setting.peoples.get(place.countryCode) ?? 0;
  const { town, countryCode, label } = setting.home;
  const km = town ? distanceKm(town, place) : Number.POSITIVE_INFINITY;
  return {
    [`kind ${kind}`]: 1,
    fame,
    [`fame of ${kind}`]: fame,
    'less known': most - fame,
    'first in rank': place === name.candidates[0] ? 1 : 0,
    'passes over a great city': isGreat(name.candidates[0]) && !isGreat(place) ? 1 : 0,
    'other name': fold(place.name) === name.key ? 0 : 1,
    'inside what follows': name.containers.length > 0 ? inside / name.containers.length : 0,
    'not inside what follows': name.containers.length > 0 && inside === 0 ? 1 : 0,
    'around what precedes': around > 0 ? 1 : 0,
    'as is said':
      name.said === 'area'
        ? sign(place.featureClass === 'A')
        : name.said === 'town'
          ? sign(place.featureClass === 'P')
          : 0,
    'country named': isCountry(place) ? 0 : inCountry > 0 ? 1 : 0,
    'country named often': isCountry(place) ? 0 : inCountry,
    'people named': ofPeople > 0 ? 1 : 0,
    'people named often': ofPeople,
    'region named': place.featureCode !== 'ADM1' && setting.regions.has(place.admin1) ? 1 : 0,
    'at home': km < 30 ? 1 : 0,
    'near home': km < 120 ? 1 : 0,
    'not far from home': km < 400 ? 1 : 0,
    'home region': town && town.admin1 !== '' && town.admin1 === place.admin1 ? 1 : 0,
    'home country': countryCode !== '' && countryCode === place.countryCode ? 1 : 0,
    'in the outlet’s name': !town && name.key.length > 4 && label.includes(name.key.replaceAll(' ', '')) ? fame : 0,
  };
}

/** Tenfold steps of people, up to a hundred million; of a sea or a range, which has none, of its width. */
function fameOf({ population, radiusKm = 0, featureClass }: Place): number {
  if (population > 0 || featureClass === 'P') return Math.log10(population + 1) / 8;
  return (2 * Math.log10(radiusKm + 1)) / 8;
}

/** Parts that rest on the places chosen for the article's other names so far. */
export function neighbourParts(place: Place, others: readonly Place[]): Parts {
  if (others.length === 0) return { alone: 1 };
  let [near, close, sameRegion, sameCountry] = [0, 0, 0, 0];
  for (const other of others) {
    const km = isArea(other) ? Number.POSITIVE_INFINITY : distanceKm(other, place);
    if (km < 60) close += 1;
    if (km < 250) near += 1;
    if (other.admin1 !== '' && other.admin1 === place.admin1) sameRegion += 1;
    if (other.countryCode !== '' && other.countryCode === place.countryCode) sameCountry += 1;
  }
  const area = isArea(place);
  return {
    'others close by': area ? 0 : close / others.length,
    'another close by': !area && close > 0 ? 1 : 0,
    'others near': area ? 0 : near / others.length,
    'another near': !area && near > 0 ? 1 : 0,
    'others in its region': sameRegion / others.length,
    'another in its region': sameRegion > 0 ? 1 : 0,
    'others in its country': sameCountry / others.length,
    'another in its country': sameCountry > 0 ? 1 : 0,
  };
}

export function total(parts: Parts, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const part in parts) sum += (parts[part] ?? 0) * (weights[part] ?? 0);
  return sum;
}

function kindOf({ featureClass, featureCode, population }: Place): string {
  if (featureCode.startsWith('PCL')) return 'country';
  if (featureCode === 'ADM1' || featureCode === 'ADM2') return featureCode === 'ADM1' ? 'region' : 'county';
  if (featureCode === 'PPLC') return 'capital';
  if (featureCode === 'PPLX') return 'quarter';
  if (featureClass === 'P') return population === 0 ? 'village' : featureCode.startsWith('PPLA') ? 'seat' : 'town';
  if (featureClass === 'L' || featureClass === 'A') return 'area';
  if (featureClass === 'S' || featureClass === 'R') return 'spot';
  return 'nature';
}

/** A capital or a city of half a million: a name that one of them bears is seldom meant for a village. */
function isGreat(place: Place | undefined): boolean {
  return (
    place !== undefined && (place.featureCode === 'PPLC' || place.featureCode === 'ADM1' || place.population > 500_000)
  );
}

function sign(yes: boolean): number {
  return yes ? 1 : -1;
}

function isCountry({ featureCode }: Place): boolean {
  return featureCode.startsWith('PCL');
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
