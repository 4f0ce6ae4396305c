import { fold, foldLoosely } from '../../src/gazetteer/fold.ts';

/** Names as English newspapers print them on a map. */
export interface PrintedNames {
  /** The name of a town or region of GeoNames as printed; null for what is no town, and is not to be shown. */
  of(id: string, name: string, country: string): string | null;
}

/** Reads printed-names.tsv: lines of GeoNames id and name of a town or region, "-" for what is no town. */
export function readPrintedNames(table: string): PrintedNames {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  const own = new Map(rows.map((row) => row.split('\t') as [string, string]));
  return {
    of(id, name, country) {
      const printed = own.get(id);
      if (printed) return printed === '-' ? null : printed;
      const [words, short = ''] = FORMAL[country] ?? [];
      if (words?.test(name)) return name.replace(words, short);
      if (!ARABIC.has(country) && !ROMANISED.has(country)) return name;
      const bare = plain(name);
      return bare === name || ROMANISED.has(country) ? bare : withoutArticle(bare);
    },
  };
}

/** A town at the head of a region, whose GeoNames code is as in "SY.07". */
export interface Seat {
  name: string;
  region: string;
}

/**
 * The name of a region, by its GeoNames id, as printed: spelt like that of its seat, where it is named after it, for the
 * two stand side by side. "Deir ez-Zor" is the province of Deir al-Zour. The names of `seats` are printed ones.
 */
export function printRegions(
  printed: PrintedNames,
  seats: Seat[],
): (id: string, name: string, region: string) => string {
  const towns = new Map(
    seats.flatMap(({ name, region }) => keysOf(name).map((key): [string, string] => [`${region} ${key}`, name])),
  );
  return (id, name, region) => {
    const country = region.slice(0, 2);
    const own = printed.of(id, name, country) ?? name;
    const town = keysOf(own).flatMap((key) => towns.get(`${region} ${key}`) ?? [])[0];
    return town && (ARABIC.has(country) || ROMANISED.has(country)) ? town : own;
  };
}

function keysOf(name: string): string[] {
  return [fold(withoutArticle(name)), `~${foldLoosely(name)}`].filter((key) => key.length > 1);
}

// Names that reach Latin letters by transliteration are printed without its dots, bars and hooks ...
const ROMANISED = new Set(
  'IR AF PK IN BD NP LK BT MV MM TH LA KH VN CN TW HK MO JP KR KP MN GE AM IL RU UA BY BG MK KZ KG TJ UZ TM GR CY ET ER'.split(
    ' ',
  ),
);
// ... and those out of Arabic, where they had any, also without the article and the mute h: Ar Raqqah is Raqqa, Ḩamāh is Hama.
const ARABIC = new Set('SY IQ LB JO PS YE SA AE OM KW BH QA EG LY SD'.split(' '));
// What a map leaves out of a town's formal name, and how it writes an ending: Groznyy, Ansan-si, Heroica Guaymas.
const FORMAL: Record<string, [words: RegExp, short: string]> = {
  RU: [/[yi]y(?=$|[ -])/u, 'y'],
  KR: [/-s[iì]$/u, ''],
  KP: [/-up$/u, ''],
  JP: [/-shi$/u, ''],
  UZ: [/ Shahri$/u, ''],
  MX: [/^Heroica (?:Ciudad de )?/u, ''],
};
const ARTICLE = /^(?:A[lrsntdz]|Ash|Ath|Adh)[ -](?=\p{Lu})/u;

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}‘’'`ʻʼʿʾ]/gu, '')
    .replace(/Ð|Đ/g, 'D')
    .replace(/đ/g, 'd');
}

function withoutArticle(name: string): string {
  return name.replace(ARTICLE, '').replace(/(?<=[b-df-hj-np-tv-z])ah$/, 'a');
}
