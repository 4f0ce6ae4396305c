import type { Direction } from '../../timex-meaning.ts';

/** Which way the words around a time look: "will visit on Sunday" lies ahead, "was launched on Sunday" behind. */
export function directionAt(sentence: string, start: number, end: number): Direction {
  const before = lastCue(sentence.slice(Math.max(0, start - REACH_BACK), start));
  return before ?? firstCue(sentence.slice(end, end + REACH_AHEAD)) ?? 'unknown';
}

/** Characters within which a verb is looked for before and after. */
const REACH_BACK = 90;
const REACH_AHEAD = 70;

/** Each takes its own verb along, so that "will be held" does not end in a past form. */
const AHEAD = [
  "(?:will|'ll|won't|shall|would|could|may|might|can|must|should)(?: not| also| now| likely)?(?: be| have)?(?: [a-z]{1,16})?",
  '(?:is|are|was|were|be) (?:to|due|set|scheduled|expected|slated|planned|supposed|likely|about)(?: to)?(?: be)?(?: [a-z]{1,16})?',
  '(?:scheduled|slated|expected|due|planned|set|plans?|planning|expects?|intends?|hopes?|wants?|vow(?:s|ed)|going|agreed|about|yet|ready|deadline) (?:to|for)(?: be)?(?: [a-z]{1,16})?',
  'to be [a-z]{1,16}',
  'to (?:meet|travel|visit|vote|begin|start|open|resume|hold|take|go|arrive|leave|return|end|close|decide|rule|publish)',
  'scheduled|slated|due|upcoming|ahead of|payable|deadline|if|as early as|as soon as',
  '(?:expires?|expiring|takes? effect|begins|starts|opens|arrives|ends|leaves|matur(?:es|ing))',
];
const BEHIND = [
  'was|were|had|has|have|did|said|says|told|took|came|went|began|rose|fell|met|held|made|found|gave|left|got|saw|broke',
  'struck|hit|shot|won|lost|sent|led|put|brought|became|spoke|wrote|ran|flew|drew|grew|cut|sold|paid|since|after',
  '(?!hundred|indeed|need)[a-z]{2,16}ed',
];
const CUES = new RegExp(`\\b(?:(?<future>${AHEAD.join('|')})|(?:${BEHIND.join('|')}))\\b`, 'gi');

function lastCue(text: string): Direction | null {
  let found: Direction | null = null;
  for (const match of text.matchAll(CUES)) found = match.groups?.future === undefined ? 'past' : 'future';
  return found;
}

function firstCue(text: string): Direction | null {
  for (const match of text.matchAll(CUES)) return match.groups?.future === undefined ? 'past' : 'future';
  return null;
}
