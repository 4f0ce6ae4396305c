/**
 * The key by which names are looked up: lower case without accents, ayn, hyphens and full stops, articles joined:
 * "Ḩamāh" and "Hamah", "Ra's al-‘Ayn" and "Ras al Ayn", "St. Louis" and "Saint Louis" have one key each.
 * Letters of other scripts stay as they are, so such a name finds nothing.
 */
export function fold(name: string): string {
  if (LETTERS_ONLY.test(name)) return inFull(name.toLowerCase());
  let plain = name;
  if (!ASCII.test(name)) {
    plain = name
      .normalize('NFD')
      .replace(MARKS, '')
      .replace(SPECIAL, (letter) => LETTERS[letter] ?? '');
  }
  const key = plain.toLowerCase().replace(SILENT, '').replace(BREAK, ' ').trim();
  return key.replace(SHORT, inFull);
}

const LETTERS_ONLY = /^[A-Za-z]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what "ASCII" means
const ASCII = /^[\x00-\x7f]*$/;
/** Combining marks, and the zero-width and direction marks that come along with copied text. */
const MARKS = /[\p{M}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu;
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ə: 'a',
  Ə: 'A',
  ħ: 'h',
  Ħ: 'H',
};
const SPECIAL = /[ßæÆøØœŒłŁđĐðÐþÞıəƏħĦ]/g;
/** Ayn, hamza and every apostrophe that stands for them or for a left-out letter. */
const SILENT = /['‘’`´ʻʼʽʾʿ′]/g;
const BREAK = /[\s.,\-‐‑–—/]+/g;
/** Short for the same word in many names. */
const SHORT = /\b(?:st|ste|sainte|mt|ft)\b/g;
const FULL = new Map([
  ['st', 'saint'],
  ['ste', 'saint'],
  ['sainte', 'saint'],
  ['mt', 'mount'],
  ['ft', 'fort'],
]);

function inFull(word: string): string {
  return FULL.get(word) ?? word;
}

/** Shorter loose keys stand for too many names. */
const SHORTEST_LOOSE = 5;

/**
 * The key of an Arabic or Persian name whichever way it was put into Latin letters: articles dropped, vowels and
 * doubled letters levelled, so that "Deir Ezzor" = "Dayr az Zawr" and "Tal Rifaat" = "Tell Refaat".
 * Empty where too little is left to tell names apart.
 */
export function foldLoosely(name: string): string {
  const key = fold(name)
    .split(' ')
    .filter((word) => !ARTICLES.has(word))
    .map((word) => word.replace(JOINED_ARTICLE, '$<letter>').replace(/h$/, '').replace(VOWELS, level))
    .join('')
    .replace(/(.)\1+/g, '$1')
    .replaceAll('q', 'k')
    .replaceAll('dj', 'j');
  return key.length < SHORTEST_LOOSE ? '' : key;
}

/** The article of Arabic as it stands before names in Latin letters. */
export const ARTICLES: ReadonlySet<string> = new Set(
  'al el ul il as es ash esh ad ed ar er at et az ez an en us ur adh edh ath the of'.split(' '),
);
/** "Ezzor", "Essalam", "Annasr": an article that was written together with its noun. */
const JOINED_ARTICLE = /^[ae](?<letter>zz|ss|nn|dd|rr|tt)/;
const VOWELS = /[aeiouyw]+/g;

function level(vowels: string): string {
  return /[ouw]/.test(vowels) ? 'u' : 'a';
}
