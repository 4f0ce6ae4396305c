import type { Mention } from '../../../timex-meaning.ts';

/** Books, films and songs: a day in the "Manic Monday" of a band is no day. */

export function dropTitles(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention) => !isInTitle(sentence, mention));
}

/** From the opening quotation mark, and to the closing one: a title is short. */
const OPENING = /(?:^|[ (])["“](?<words>[^"“”]{0,60})$/;
const CLOSING = /^(?<words>[^"“”]{0,60})["”]/;
const REACH = 62;

function isInTitle(sentence: string, { start, end }: Mention): boolean {
  const before = OPENING.exec(sentence.slice(Math.max(0, start - REACH), start));
  const after = before && CLOSING.exec(sentence.slice(end, end + REACH));
  if (!before || !after) return false;
  const said = sentence.slice(start, end);
  const words = `${before.groups?.words ?? ''}${said}${after.groups?.words ?? ''}`.split(' ');
  if (HAPPENING.test(words.at(-1) ?? '')) return false;
  return words.length > 1 && words.every((word) => SMALL.test(word) || NAMING.test(word)) && words.some(isOfTitle);
}

/** What happened at its time: the "Winter Offensive". */
const HAPPENING = /^(?:Offensive|Campaign|War|Uprising|Revolution|Massacre)$/;
/** Words that a title writes small; all others begin with a capital, and no stop or comma ends one. */
const SMALL = /^(?:a|an|the|of|in|on|at|to|and|for|with|from|or|by|\d{1,4})$/;
const NAMING = /^[A-Z][\w'’-]{0,20}$/;
/** Capitals that dates and the first words of what is said have as well. */
const NO_SIGN =
  /^(?:[A-Z][a-z]{2,6}day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Ramadan|Since|Until|Last|Next|This|By|On|In|At|From|Every|Before|After|Today|Tomorrow|Yesterday|Not|Now)$/;

function isOfTitle(word: string): boolean {
  return NAMING.test(word) && !NO_SIGN.test(word);
}
