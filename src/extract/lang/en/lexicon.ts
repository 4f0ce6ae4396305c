import type { Category } from '../../../types.ts';
import { nounNamed, type Sense, topicOf } from './senses.ts';
import type { VerbReading } from './verb-forms.ts';
import { verbNamed } from './verbs.ts';
import { classesOf } from './word-class.ts';

/** What a spelling is whatever stands around it: looked up once, however often the word occurs. */
export interface Lexeme {
  /** In lower case, with straight apostrophes; two or three capitals stay as they are. */
  lower: string;
  kind: 'word' | 'number' | 'mark';
  /** Begins with a capital letter. */
  capital: boolean;
  /** What it may be as a verb, and as a noun. */
  verb: Readonly<VerbReading> | undefined;
  noun: Sense | undefined;
  /** The field that it belongs to by what it names. */
  topic: Category | undefined;
  /** The closed classes that it belongs to, as bits: see `wordClass`. */
  classes: readonly number[];
}

/** What carries a lexeme: a token of a sentence. */
interface Spelled {
  word: Lexeme;
}

/** The entry of a spelling as it stands in the text. */
export function lexemeOf(spelling: string): Lexeme {
  const known = LEXEMES.get(spelling);
  if (known) return known;
  if (LEXEMES.size >= REMEMBERED) LEXEMES.clear();
  // A copy: a slice would keep the whole article in memory.
  const own = ` ${spelling}`.slice(1);
  const lexeme = readLexeme(own);
  LEXEMES.set(own, lexeme);
  return lexeme;
}

/** Words that are kept: those of some fifty articles, in a megabyte or two. */
const REMEMBERED = 8000;
const LEXEMES = new Map<string, Lexeme>();

export const isCapital = (token: Spelled | undefined): boolean => token?.word.capital === true;

function readLexeme(spelling: string): Lexeme {
  const kind = kindOf(spelling);
  const lower = isAcronym(spelling) ? spelling : spelling.toLowerCase().replaceAll('’', "'");
  return {
    lower,
    kind,
    capital: /^\p{Lu}/u.test(spelling),
    verb: kind === 'word' ? verbNamed(spelling, lower) : undefined,
    noun: nounNamed(spelling, lower),
    topic: topicOf(lower),
    classes: classesOf(lower),
  };
}

/** "WHO", "US", "IS" are no pronouns and no verb: they keep their capitals. */
const isAcronym = (text: string) => text.length > 1 && text.length < 4 && /^\p{Lu}+$/u.test(text);

/** By how it begins. A clitic is a word, an apostrophe alone a mark. */
function kindOf(text: string): Lexeme['kind'] {
  if (/^[0-9]/.test(text)) return 'number';
  return /^\p{L}/u.test(text) || (text.length > 1 && /^['’]s/i.test(text)) ? 'word' : 'mark';
}
