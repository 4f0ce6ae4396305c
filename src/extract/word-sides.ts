import type { Gazetteer } from '../gazetteer/read.ts';
import {
  KINDS,
  LOCATIVES,
  MISTER,
  ORGANISATION_NOUNS,
  PARTS,
  PERSON_SUFFIXES,
  PERSON_TITLES,
  PLACE_NOUNS,
  SAYING,
  TAKING,
} from './lang/en/place-words.ts';
import type { Word } from './words.ts';

/** What a word beside a name says of it. */

/** The classes that a neighbouring word belongs to, the telling one first. */
export function sideOf(word: Word | undefined, first: boolean, gazetteer: Gazetteer): string[] {
  if (!word) return ['edge'];
  if (word.shape === 'punctuation') return [`"${word.text}"`];
  if (word.shape === 'number') return ['number'];
  const sides: string[] = [];
  const { key } = word;
  if (MISTER.has(key)) sides.push('Mr');
  if (PERSON_TITLES.has(key)) sides.push('title');
  if (SAYING.has(key)) sides.push('saying');
  if (LOCATIVES.has(key)) sides.push('locative');
  if (TAKING.has(key)) sides.push('taking');
  if (PARTS.has(key)) sides.push('part');
  if (KINDS.has(key) && word.shape === 'lower') sides.push('kind');
  if (word.shape === 'lower') return sides.length > 0 ? sides : ['lower'];
  if (ORGANISATION_NOUNS.has(key)) sides.push('Organisation');
  if (PLACE_NOUNS.has(key)) sides.push('Noun');
  if (PERSON_SUFFIXES.has(key)) sides.push('Suffix');
  const entry = gazetteer.entry(key);
  if (entry.givenName) sides.push('Given');
  if (entry.places.length > 0 && entry.commonWord === 0) sides.push('Name');
  if (first && entry.commonWord > 0) return ['start word', ...sides];
  return sides.length > 0 ? sides : [word.shape === 'upper' ? 'UPPER' : 'Capital'];
}

/** The word itself where it is a small one: only those say something by themselves. */
export function wordOf(word: Word | undefined): string {
  if (!word) return 'edge';
  return word.shape === 'number' ? '0' : word.shape === 'punctuation' ? word.text : word.key;
}
