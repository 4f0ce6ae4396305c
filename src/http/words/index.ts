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

export function wordsOf(lang: Language): Words {
  return TABLES[lang];
}
