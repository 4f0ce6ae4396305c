import type { Direction } from '../../timex-meaning.ts';

/** Which way the words around a time look: "will visit on Sunday" lies ahead, "was launched on Sunday" behind. */
export function directionAt(sentence: string, start: number, end: number): Direction {
  const before = sentence.slice(Math.max(0, start - REACH_BACK), start);
  const near = lastCue(before);
  if (near) return near;
  return firstCue(sentence.slice(end, end + REACH_AHEAD)) ?? 'unknown';
}

/** Characters within which a verb is looked for before and after. */
const REACH_BACK = 90;
const REACH_AHEAD = 70;

const FUTURE =
  "will|'ll|won't|shall|would|(?:is|are|was|were) (?:to|due|set|scheduled|expected|slated|planned|supposed) (?:to )?|scheduled|slated|due|plans?|planning|planned for|expects?|expected|intends?|hopes?|going to|set for|upcoming|ahead of|expires?|expiring|payable|takes? effect|begins|starts|opens|arrives|ends|leaves|if|deadline|maturing|matures|to be (?:held|released|published|completed|paid)|agreed to|to meet|to travel|to visit|to vote|could|may|might|can|as early as|as soon as";
const PAST =
  'was|were|had|has|have|did|said|says|told|took|came|went|began|rose|fell|met|held|made|found|gave|left|got|saw|broke|struck|hit|shot|won|lost|sent|led|put|set up|brought|became|spoke|wrote|ran|flew|drew|grew|cut|sold|paid|reported|(?!hundred|indeed|need)[a-z]{2,}ed|since|after';
const CUES = new RegExp(`\\b(?:(?<future>${FUTURE})|(?<past>${PAST}))\\b`, 'gi');

function lastCue(text: string): Direction | null {
  let found: Direction | null = null;
  for (const match of text.matchAll(CUES)) found = match.groups?.future === undefined ? 'past' : 'future';
  return found;
}

function firstCue(text: string): Direction | null {
  for (const match of text.matchAll(CUES)) return match.groups?.future === undefined ? 'past' : 'future';
  return null;
}
