import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Category, Place, Report, ResolvedToponym, Sentence, Timex } from '../types.ts';
import type { Focus } from './focus.ts';
import type { Topics } from './lang/en/categories.ts';
import type { Field } from './lang/en/field-senses.ts';
import type { Memory } from './lang/en/referents.ts';
import type { Token } from './tokens.ts';

/** Where something happens: the place, the mention it rests on where there is one, and whether it is only near. */
export interface Located {
  place: Place;
  toponym?: ResolvedToponym;
  near: boolean;
}

/** What the reading of an article carries from sentence to sentence. */
export interface Thread {
  /** Sentences read so far, and the subjects in them that were nouns: what "it", "they" and "he" stand for. */
  sentence: number;
  memory: Memory;
  /** Place and time of the last account, with its sentence. */
  last: {
    place: Located | null;
    edtf: string | null;
    timex: Timex | null;
    senses: string[];
    paragraph: number;
    background: boolean;
  } | null;
  /** Where something was last told to have happened, and the end of the sentence that told it: what "there" is. */
  there: { located: Located; until: number } | null;
  /** When the article said that something was, by its sense: "the floods of 29 October" are "the floods" from there on. */
  dated: Map<string, { edtf: string; timex: Timex }>;
  /** The last recent day that the article named: what it goes on to tell without a date lies there or after. */
  since: string | null;
  /** The reports of the last sentence that had any: what "dismissed the claim" denies. */
  recent: Report[];
}

/** A sentence with all that reading it needs. */
export interface Reading {
  article: Article;
  sentence: Sentence;
  tokens: Token[];
  /** What the words of the sentence are about. */
  topics: Topics;
  times: Timex[];
  places: ResolvedToponym[];
  /** The mentions of places up to the end of the sentence, but for those that say where something else lies. */
  earlier: ResolvedToponym[];
  /** Day of publication. */
  dct: string | null;
  thread: Thread;
  focus: Focus;
  category: Category;
  /** What the article's words tell of their own sense. */
  field: Field;
  gazetteer: Pick<Gazetteer, 'homeOf'>;
}
