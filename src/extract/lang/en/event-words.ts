/**
 * How a text speaks of one happening in two places: "the vote on 3 June", and further on "two days after the vote".
 * Both sides are brought to bare words, which have to agree: the noun, names with it, and a verb where there is one.
 */

/** What a phrase after "two days after" speaks of: ["vot"], ["fall", "girona"], ["siege", "beg"]; empty where no noun tells. */
export function eventNamed(phrase: string): string[] {
  const words = phrase.split(' ');
  const from = DETERMINER.test(words[0] ?? '') ? 1 : 0;
  // Without an article or a name before it, it is a clause ("he resigned") or a name ("Waterloo").
  if (from === 0 && !/^\p{Lu}[\p{L}.-]*(?:'s|s')?$/u.test(words[0] ?? '')) return [];
  const { nouns, rest } = nounsFrom(words.slice(from));
  const head = nouns.at(-1);
  if (head === undefined || /^\p{Lu}/u.test(head)) return [];
  // "After the vote the minister resigned": another clause.
  const over = rest[0] === undefined || NEXT_CLAUSE.test(rest[0]);
  const verb = rest[0] !== undefined && !over && !FUNCTION.test(rest[0]) ? rest[0] : undefined;
  const names = verb === undefined && !over ? rest.slice(0, AFTER_HEAD) : [];
  return [head, ...(verb === undefined ? [] : [verb]), ...[...nouns, ...names].filter(isName)].map(bare);
}

/** The words of what a date tells the day of: "the vote on [3 June]", "[Monday]'s strike", "he was shot on [3 June]". */
export function eventsDatedAt(sentence: string, start: number, end: number): string[] {
  const after = clauseAfter(sentence.slice(end, end + REACH));
  const before = clauseBefore(sentence.slice(Math.max(0, start - REACH), start));
  const possessive = /^'s? /.exec(after)?.[0];
  if (possessive !== undefined || DETERMINER.test(before.at(-1) ?? '') || /^the /i.test(sentence.slice(start, end)))
    return nounsFrom(after.slice(possessive?.length ?? 1).split(' ')).nouns.map(bare);
  const words = AT_DAY.test(before.at(-1) ?? '') ? before.slice(0, -1) : before;
  return datedBehind(words);
}

/** Characters on either side of a date, and words behind a noun, that are looked at. */
const REACH = 90;
const AFTER_HEAD = 5;

const DETERMINER = /^(?:the|this|that|these|those|his|her|its|their|our|my|a|an)$/i;
const NEXT_CLAUSE = /^(?:the|his|her|its|their|this|that|he|she|it|they|we|I|you)$/;
const AT_DAY = /^(?:on|in|at|of|for|during)$/i;
const FUNCTION =
  /^(?:of|in|on|at|by|to|from|with|for|that|which|who|whom|when|where|while|and|or|but|as|into|over|under|against|between|near|during|after|before|since|until)$/;
const BE = /^(?:was|were|is|are|be|been|being|had|has|have|will|would|did|not|also|first|finally|later|due|to)$/;
/** Verbs that only say that the happening took place. */
const TAKES_PLACE =
  /^(?:held|hold|place|happened|occurred|began|begin|begins|started|starts|launched|launch|staged|signed|scheduled|set|planned|opened|opens|came|carried|out|conducted|mounted|won|lost|survived|attended|suffered|made|gave|saw|ended|ends)$/;
/** A noun behind these is where or when something else was, on its day; "the scene of the attack" was seen on another. */
const SAME_DAY = /^(?:in|at|during|after|before|since|from|until|and|following)$/i;

const isName = (word: string) => /^\p{Lu}/u.test(word);
const isPast = (word: string) => /^\p{Ll}+ed$/u.test(word) || PAST.has(word);

/** The run of adjectives and nouns that opens a phrase, and what follows it. */
function nounsFrom(words: readonly string[]): { nouns: string[]; rest: string[] } {
  // "The disputed election" opens with an adjective; "the truce collapsed" ends with a verb.
  let to = words.findIndex(
    (word, index) =>
      FUNCTION.test(word) ||
      NEXT_CLAUSE.test(word) ||
      BE.test(word) ||
      word === '' ||
      (index > 0 && (isPast(word) || TAKES_PLACE.test(word))),
  );
  if (to < 0) to = words.length;
  return { nouns: words.slice(0, to), rest: words.slice(to).filter((word) => !BE.test(word)) };
}

/** What the words before "on 3 June" tell of: the verb they end with and its subject, or the last noun. */
function datedBehind(words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  if (TAKES_PLACE.test(last)) {
    const subject = words.findLastIndex(
      (word) => !TAKES_PLACE.test(word) && !BE.test(word) && word !== 'take' && word !== 'took',
    );
    return [...nounPhrase(words.slice(0, subject + 1)).words, ...words.slice(subject + 1)].map(bare);
  }
  if (isPast(last)) return [bare(last)];
  const { words: phrase, from } = nounPhrase(words);
  const lead = words[from - 1] ?? '';
  if (phrase.length === 0) return [];
  // "The vote on 3 June", "held the vote on", "died in the attack on"; of "attacked the base on", the attack.
  if (lead === '' || TAKES_PLACE.test(lead) || SAME_DAY.test(lead)) return phrase.map(bare);
  return isPast(lead) ? [lead, ...phrase.filter(isName)].map(bare) : [];
}

/** The noun phrase that ends the words, back to its article, with the names that stand behind its noun. */
function nounPhrase(words: readonly string[]): { words: string[]; from: number } {
  const from = words.findLastIndex((word) => DETERMINER.test(word) || /'s$/.test(word));
  if (from < 0 || words.length - from > LONGEST_PHRASE) return { words: [], from: 0 };
  const { nouns, rest } = nounsFrom(words.slice(/'s$/.test(words[from] ?? '') ? from : from + 1));
  const names = rest.filter((word) => !FUNCTION.test(word));
  return { words: names.every(isName) ? [...nouns, ...names] : [], from };
}

const LONGEST_PHRASE = 7;

function clauseBefore(text: string): string[] {
  return (text.split(/[,;:()"“”—]| - /).pop() ?? '').trim().split(' ').filter(Boolean);
}

function clauseAfter(text: string): string {
  return text.split(/[.,;:()"“”—]| - /)[0] ?? '';
}

/** Irregular forms, and nouns that do not begin like their verb. */
const ROOTS: Readonly<Record<string, string>> = {
  began: 'beg',
  begin: 'beg',
  death: 'di',
  explosion: 'explod',
  fell: 'fall',
  invasion: 'invad',
  landslide: 'landslid',
  lost: 'los',
  loss: 'los',
  met: 'meet',
  resignation: 'resign',
  shot: 'shoot',
  shootings: 'shoot',
  struck: 'strik',
  won: 'win',
};
const PAST = new Set('began fell met shot struck won lost hit born broke burst sank blew fled'.split(' '));

/** "Vote", "votes", "voted" and "voting" are one; so are "election" and "elected". */
function bare(word: string): string {
  const lower = word.toLowerCase().replace(/'s?$/, '');
  return ROOTS[lower] ?? (lower.length > 3 ? lower.replace(/(?:ions?|ments?|ings?|als?|ed|es|e|s)$/, '') : lower);
}
