import { fold } from '../../src/gazetteer/fold.ts';

interface Named {
  name: string;
  latin: string;
  alternates: string[];
  country: string;
  population: number;
  /** Seat of a first- to third-level region. */
  seat: boolean;
}

/** Written in Arabic script: one name reaches the news in a dozen Latin spellings, and each of them is wanted. */
const ARABIC_SCRIPT = new Set('SY IQ LB JO PS YE SA AE OM KW BH QA EG LY TN DZ MA MR SD IR AF PK'.split(' '));
/** Words by which other languages say "city of": no newsroom writes them in English. */
const CITY_OF =
  /\b(?:lungsod|khot|gorad|gorod|horad|madinat|shehr|kota|kotha|dakbayan|ciudad|city|town|urbs|stad|halq|municipality)\b/i;

/**
 * The alternate names of a place that English copy may use. GeoNames lists them without their language, mixed with
 * airport codes and machine transliterations ("a lei po"); what is written like the name, or names a great city, stays.
 */
export function plausibleAlternates({ name, latin, alternates, country, population, seat }: Named): string[] {
  const own = new Set([fold(name), fold(latin)]);
  const great = population >= 500_000;
  const kept = new Map<string, string>();
  for (const alternate of alternates) {
    if (!/^[\p{Lu}‘’'`ʻ][\p{Script=Latin}\p{M} .'’‘`ʻʼ-]{2,30}$/u.test(alternate)) continue;
    if (/^\p{Lu}+$/u.test(alternate) || CITY_OF.test(alternate)) continue;
    const key = fold(alternate);
    if (key.length < 3 || own.has(key) || kept.has(key)) continue;
    const close = likeness(key, fold(latin));
    const wanted = ARABIC_SCRIPT.has(country)
      ? close >= 0.4 || great
      : great || (close >= 0.6 && (population >= 50_000 || seat) && country !== 'US');
    if (wanted) kept.set(key, alternate);
  }
  return [...kept.values()];
}

/** 1 for the same letters in the same order, 0 for none in common: share of the letter pairs. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set([...` ${text}`].map((_, i) => ` ${text} `.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
}
