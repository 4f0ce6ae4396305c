import type { Words } from '../../web/words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const TABLES = { en, ar, fr, es, de };

export type Language = keyof typeof TABLES;

/** Languages of the interface, each in its own name. */
export const LANGUAGES: Record<Language, string> = {
  en: 'English',
  ar: 'العربية',
  fr: 'Français',
  es: 'Español',
  de: 'Deutsch',
};

/** The first of some BCP 47 tags that the interface speaks; English when it speaks none. */
export function pickLanguage(...tags: (string | undefined)[]): Language {
  for (const tag of tags) {
    const primary = tag?.toLowerCase().split('-')[0];
    for (const code of Object.keys(TABLES) as Language[]) if (code === primary) return code;
  }
  return 'en';
}

/** A tag of language, script and region, and nothing more: what else a tag may ask for would be one more page to keep. */
const PLAIN = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/**
 * The locale in which numbers and dates are written for the language of {@link pickLanguage}. In Arabic the region decides
 * (CLDR): Arabic-Indic digits for `ar-EG` or `ar-SA`, European ones for `ar-MA` and for `ar` alone; its months go by their names there.
 * The calendar is always the Gregorian, in which the news is dated.
 */
export function pickLocale(...tags: (string | undefined)[]): string {
  const language = pickLanguage(...tags);
  if (language !== 'ar') return language;
  const own = tags.filter((tag) => tag !== undefined && PLAIN.test(tag) && pickLanguage(tag) === language);
  const locales = own.map((tag) => new Intl.Locale(tag ?? language));
  const locale = locales.find(({ region }) => region !== undefined) ?? new Intl.Locale(language);
  // The programs that draw a page do not agree on `ar` alone: it is said.
  const numberingSystem = locale.region ? new Intl.NumberFormat(locale).resolvedOptions().numberingSystem : 'latn';
  return new Intl.Locale(locale, { calendar: 'gregory', numberingSystem }).toString();
}

/**
 * The language in which a map names things: the first of some tags that countries have names in, whether the interface speaks it
 * or not. Its two or three letters alone.
 */
export function pickNames(...tags: (string | undefined)[]): string {
  for (const tag of tags) {
    const [language = ''] = tag !== undefined && PLAIN.test(tag) ? tag.toLowerCase().split('-', 1) : [];
    if (language !== '' && Intl.DisplayNames.supportedLocalesOf(language).length > 0) return language;
  }
  return 'en';
}

export function wordsOf(lang: Language): Words {
  return TABLES[lang];
}
