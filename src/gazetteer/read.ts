import type { Place } from '../types.ts';
import { type Columns, compareHead, entries, openColumns, search } from './columns.ts';
import { fold, foldLoosely } from './fold.ts';
import { decodeUtf8, IS_GIVEN_NAME, NO_COUNTY, NONE, unpackDegrees, unpackPopulation } from './format.ts';

/** All that the gazetteer knows of a name. */
export interface NameEntry {
  /** The records that bear it, best known first. */
  places: Place[];
  /** How common it is as an English word: 1 (the most common) to 3; 0 for none. */
  commonWord: number;
  /** A person's given name. */
  givenName: boolean;
}

/** What the extractor asks of a gazetteer. */
export interface Gazetteer {
  /** Every record that bears this name, best known first; empty for a name that nothing bears. */
  find(name: string): Place[];
  /** Places and word senses of a name that went through `fold` already. */
  entry(key: string): NameEntry;
  /** Every record whose Arabic or Persian name may be written like this, best known first. */
  findLoosely(name: string): Place[];
  /** The countries or regions of a people, by a word of small letters: "syrian". */
  homeOf(people: string): Place[];
  /** Where an outlet sits, by its domain without "www.". */
  outlet(domain: string): Place | null;
  /** The country of an ISO 3166-1 code, or the first-level region of a GeoNames code ("SY.09"). */
  region(code: string): Place | null;
  /** Whether a second-level region holds a place, both of this gazetteer. */
  isInCounty(place: Place, county: Place): boolean;
}

/** How many names keep their places at hand between look-ups: an article's, several times over. */
const REMEMBERED = 8192;

/**
 * Opens a gazetteer file without parsing it. Throws when the bytes are not those that `npm run gazetteer` wrote, with
 * what was found and what was expected.
 */
export function readGazetteer(bytes: ArrayBuffer): Gazetteer {
  return new PackedGazetteer(bytes);
}

const NOTHING: NameEntry = { places: [], commonWord: 0, givenName: false };

class PackedGazetteer implements Gazetteer {
  readonly #file: Columns;
  readonly #remembered = new Map<string, NameEntry>();
  readonly #looseKeys = new Map<string, string>();
  readonly #places = new WeakMap<Place, number>();
  #words: { codes: string[]; zones: string[]; regions: string[] } | null = null;
  /** By their codes; there are only so many. */
  readonly #regions = new Map<string, Place | null>();

  constructor(bytes: ArrayBuffer) {
    this.#file = openColumns(bytes);
  }

  find(name: string): Place[] {
    return this.entry(fold(name)).places;
  }

  findLoosely(name: string): Place[] {
    const known = this.#looseKeys.get(name);
    const key = known ?? foldLoosely(name);
    if (known === undefined) {
      if (this.#looseKeys.size >= REMEMBERED) this.#looseKeys.clear();
      this.#looseKeys.set(name, key);
    }
    return key === '' ? [] : this.entry(`~${key}`).places;
  }

  homeOf(people: string): Place[] {
    return this.entry(`^${people}`).places;
  }

  outlet(domain: string): Place | null {
    return this.entry(`@${domain}`).places[0] ?? null;
  }

  entry(key: string): NameEntry {
    const known = this.#remembered.get(key);
    if (known) return known;
    const entry = this.#lookUp(key);
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, entry);
    return entry;
  }

  region(code: string): Place | null {
    const key = code.includes('.') ? code : `${code}.`;
    const known = this.#regions.get(key);
    if (known !== undefined) return known;
    const index = this.#wordLists().regions.indexOf(key);
    const number = index < 0 ? NONE : (this.#file.regionPlace[index] ?? NONE);
    const place = number === NONE ? null : this.#placeAt(number);
    if (index >= 0) this.#regions.set(key, place);
    return place;
  }

  // By numbers: a place is made anew each time that it is read, so that two of one record are not the same object.
  isInCounty(place: Place, county: Place): boolean {
    const index = this.#file.countyPlace[this.#file.county[this.#places.get(place) ?? -1] ?? NO_COUNTY];
    return index !== undefined && index === this.#places.get(county);
  }

  #lookUp(key: string): NameEntry {
    const block = this.#blockOf(key);
    if (block < 0) return NOTHING;
    for (const entry of entries(this.#file, block)) {
      if (entry.key < key) continue;
      if (entry.key > key) break;
      const named = entry.groups.flatMap(({ first, count, name }) =>
        Array.from({ length: count }, (_, i) => this.#toPlace(first + i, name)),
      );
      return {
        places: [...named, ...entry.alternates.map((index) => this.#placeAt(index))].sort(byRank),
        commonWord: entry.word & 3,
        givenName: (entry.word & IS_GIVEN_NAME) > 0,
      };
    }
    return NOTHING;
  }

  /** The block whose first key is the last one not after `key`; -1 where all come after it. */
  #blockOf(key: string): number {
    const { blockOffset, keys } = this.#file;
    let [low, high] = [0, blockOffset.length - 2];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (compareHead(keys, blockOffset[middle] ?? 0, key) <= 0) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  /** A place by its number: its name is in the block that holds the number. */
  #placeAt(index: number): Place {
    const { blockBase } = this.#file;
    let [low, high] = [0, blockBase.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((blockBase[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    for (const { groups } of entries(this.#file, low)) {
      const group = groups.find(({ first, count }) => index >= first && index < first + count);
      if (group) return this.#toPlace(index, group.name);
    }
    throw new Error(`gazetteer: place ${index} has no name`);
  }

  #toPlace(index: number, name: string): Place {
    const file = this.#file;
    const { codes, regions, zones } = this.#wordLists();
    const [featureClass = '', featureCode = ''] = (codes[file.code[index] ?? 0] ?? '').split('.');
    const fine = file.fine[index] ?? 0;
    const geonameId = (file.idLow[index] ?? 0) + (file.idHigh[index] ?? 0) * 0x10000;
    const region = file.region[index] ?? 0;
    const code = regions[region] ?? '';
    const odd = search(file.oddZonePlace, index);
    const area = search(file.areaPlace, index);
    const place: Place = {
      name,
      ...(geonameId > 0 && { geonameId }),
      lat: unpackDegrees(((file.lat[index] ?? 0) << 4) | (fine >> 4), 180),
      lng: unpackDegrees(((file.lng[index] ?? 0) << 4) | (fine & 15), 360),
      featureClass,
      featureCode,
      countryCode: code.slice(0, 2),
      admin1: code.endsWith('.') ? '' : code,
      population: unpackPopulation(file.population[index] ?? 0),
      timeZone: zones[(odd < 0 ? file.regionZone[region] : file.oddZone[odd]) ?? 0] ?? '',
      ...(area >= 0 && { radiusKm: file.areaRadius[area] ?? 0 }),
    };
    this.#places.set(place, index);
    return place;
  }

  #wordLists() {
    if (this.#words) return this.#words;
    const list = (bytes: Uint8Array) => decodeUtf8(bytes, 0, bytes.length).split('\n');
    const { codes, zones, regions } = this.#file;
    this.#words = { codes: list(codes), zones: list(zones), regions: list(regions) };
    return this.#words;
  }
}

/** Countries before regions before towns of the same fame; then by population. */
function byRank(a: Place, b: Place): number {
  return rank(b) - rank(a);
}

function rank({ featureClass, featureCode, population }: Place): number {
  const people = Math.log10(population + 10);
  if (featureCode.startsWith('PCL')) return 9 + people / 10;
  if (featureCode === 'PPLC') return people + 2;
  if (featureCode === 'ADM1') return people - 1;
  if (featureCode === 'ADM2') return people - 2;
  if (featureClass === 'P') return people;
  // The seat of a government is better known than the village of its name.
  return featureCode === 'GOVB' ? 6 : 4;
}
