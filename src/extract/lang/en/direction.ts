import type { Direction } from '../../timex-meaning.ts';

/** Which way the words around a time look: "will visit on Sunday" lies ahead, "was launched on Sunday" behind. */
export function directionAt(sentence: string, start: number, end: number): Direction {
  // What stands before a semicolon says nothing of what stands behind it.
  const from = Math.max(0, start - REACH_BACK, sentence.lastIndexOf(';', start - 1) + 1);
  const before = sentence.slice(from, start);
  // "A vote for Sunday", "set for Jan. 3", but "the figures for March" and "for Sunday's attack".
  if (/\bfor $/.test(before) && sentence[end] !== "'" && /day$|\d/.test(sentence.slice(start, end))) return 'future';
  if (MOVED_TO.test(before)) return 'future';
  const near = lastCue(before);
  if (near !== 'future' && RUNS_UNTIL.test(before) && /day$/.test(sentence.slice(start, end)))
    return LASTED.test(before) ? 'past' : 'future';
  if (near === 'past' && ORDERED_FROM.test(before)) return 'future';
  if (near === 'past' && LASTS.test(before)) return 'unknown';
  if (near === 'past' && HAPPENED.test(before)) return isDone(before) ? 'done' : 'surely past';
  if (near) return near;
  if (UNTIL.test(before)) return 'future';
  const after = sentence.slice(end, end + REACH_AHEAD);
  const next = firstCue(after) ?? 'unknown';
  return next === 'past' && HAPPENED.test(before) && !RESCHEDULED.test(after) ? 'surely past' : next;
}

/** "Postponed from 2 October to 4 December": both days of what is moved lay ahead when it was. */
const MOVED_TO =
  /\b(?:postponed|delayed|deferred|rescheduled|moved|shifted|put (?:off|back)|pushed (?:back|forward)|brought forward)\b[^.;:]{0,80} (?:from|to|until|till) $/;
/** "Closed until Sunday" looks ahead, "held until Sunday" back. */
const RUNS_UNTIL = /(?:[a-z\d)] (?:until|till)|(?<!day) through) $/;
const UNTIL = /\b(?:until|till) $/;
const LASTED =
  /\b(?:not|never|held|lasted|continued|stayed|remained|waited|kept|lived|ran|fought|worked|went on)(?: [a-z]{1,12}){0,4} (?:until|till|through) $/;
/** "Ordered a curfew from Wednesday": what is ordered begins after the order. */
const ORDERED_FROM =
  /\b(?:announced|ordered|declared|decreed|(?<!(?:was|were|been) )imposed|called|agreed|approved|introduced|proposed|promised|pledged|threatened|unveiled|issued)\b[^.;:]{0,60} (?:from|starting(?: from| on)?|beginning(?: on)?|effective(?: from)?|with effect from|as of) (?:early |late |the |next )?$/;
/** What began in the past may last until a day ahead. */
const LASTS = /\b(?:until|till|through|by)(?: the (?:end|middle|start|beginning) of| early| late| mid)?[ -]$/;
/** "It was valued at ... in January" has happened; "extended to Nov. 20" may lie ahead for all its past form. */
const HAPPENED = /\b(?:in|on) (?:early |late |mid-)?$/;

/** "Divers found the wreck on": what such a verb tells of is set for no day; "lost its bid to sell the firm on" may be. */
const DEED =
  /\b(?:found|discovered|recovered|died|drowned|killed|born|buried|won|lost|beat|defeated|struck|crashed|sank|collapsed|exploded|erupted|shot|stabbed|arrested|captured|seized|resigned|was valued)\b(?<rest>[^.;:]{0,60})$/;
const isDone = (before: string): boolean => {
  const rest = DEED.exec(before)?.groups?.rest;
  return rest !== undefined && !/\b(?:to|for|plans?|bids?|that|which|who)\b/.test(rest);
};

/** "The match on 5 May was called off" may lie ahead, "the fall of the town on 5 May ended the war" does not. */
const RESCHEDULED =
  /\b(?:was|were|has been|have been|had been|is|are)(?: [a-z]{1,12})? (?:postponed|cancell?ed|called|moved|delayed|brought|put|set|announced|confirmed|approved|scrapped|shelved|agreed|rescheduled|sold|booked|scheduled|planned|thrown)\b/;

/** Characters within which a verb is looked for before and after. */
const REACH_BACK = 120;
const REACH_AHEAD = 70;

/** Each takes its own verb along, so that "will be held" does not end in a past form. */
const AHEAD = [
  "(?:will|'ll|won't|shall|would|could|may|might|can|must|should)(?: not| also| now| likely)?(?: be| have)?(?: [a-z]{1,16})?",
  '(?:is|are|was|were|be) (?:to|due|set(?! (?:on|up|off|out|back|free|aside|ablaze|alight)\\b)|scheduled|expected|forecast|predicted|tipped|slated|planned|supposed|likely|about|next)(?: to)?(?: be| have)?(?: [a-z]{1,16})?',
  '(?:scheduled|slated|expected|due|planned|set|plans?|planning|expects?|intends?|hopes?|wants?|vow(?:s|ed)|going|agreed|about|yet|ready|deadline|agreement|deal|offer|proposal|decision) (?:to|for)(?: be)?(?: [a-z]{1,16})?',
  'to be [a-z]{1,16}',
  "(?:asked|ordered|summoned|invited|told|urged|required|subpoenaed) (?:[\\w’',.-]{1,20} ){1,9}to (?:testify|appear|answer|report|return|attend|leave|hand|vacate|speak)",
  '(?<!\\b(?:told|forced|managed|refused|failed|tried|began|helped|unable|able|had|used) )to (?:meet|travel|visit|vote|begin|start|open|resume|hold|take|go|arrive|leave|return|end|close|decide|rule|publish)',
  'scheduled|slated|due|expects?|expected|forecasts?|predicts?|pencill?ed in|booked for|set for|upcoming|ahead of|payable|deadline|if|as early as|as soon as',
  '(?:hours|days|weeks|months|years) away|no(?:t)? later than|not before',
  'expires?|expiring|takes? effect|comes? into (?:force|effect)|goes? (?:to the polls|on trial|on sale|into effect|into force)',
  // "The games open on Friday", but "the shop was open on Friday".
  '(?<=[a-z]{3}s )(?:begin|start|open|reopen|resume|close|end)',
  'begins|starts|opens|reopens|resumes|arrives|ends|closes|concludes|leaves|departs|runs|lasts|matur(?:es|ing)',
  'plays?|meets?|faces?|hosts?|follows?|marks|turns|celebrates|unveils|holds|welcomes|airs|delivers|decides',
  'travels|speaks|appears|convenes|kicks? off|(?:is|are) (?:at|on)(?= (?:\\d|$))',
  '(?<!\\b(?:the|of|his|her|their|its|by|for|more|all) |\\d )(?:votes|visits?|returns)',
];
const BEHIND = [
  'was|were|had|has|have|did|said|says|told|took|came|went|began|rose|fell|met|held|made|found|gave|left|got|saw|broke',
  'struck|hit|shot|won|lost|sent|led|put|brought|became|spoke|wrote|ran|flew|drew|grew|cut|sold|paid|since|after',
  'beat|blew|bought|built|burst|came|caught|chose|dealt|drove|ate|felt|fled|flung|fought|froze|heard|hid|hung|hurt|kept',
  'knew|laid|leapt|meant|quit|rang|rode|sang|sank|sat|sought|shook|shut|slept|spent|spread|sprang|stole|stood|stuck|swam',
  'swept|swore|taught|thought|threw|tore|understood|undertook|withdrew|woke|wore',
  '(?!hundred|indeed|need)[a-z]{2,16}ed',
];
/** "The case is heard in May": a past form that tells of nothing past. */
const NEITHER = '(?:is|are) [a-z]{2,16}(?:ed|en|[dt])(?! (?:in )?(?:for|to)\\b)';
/** The first group is of what looks ahead, the second of what looks nowhere. */
const CUES = new RegExp(`\\b(?:(${AHEAD.join('|')})|(${NEITHER})|(?:${BEHIND.join('|')}))\\b`, 'gi');

function lastCue(text: string): Direction | null {
  let found: Direction | null = null;
  CUES.lastIndex = 0;
  for (let match = nextCue(text); match; match = nextCue(text)) found = directionOf(match);
  return found;
}

function firstCue(text: string): Direction | null {
  CUES.lastIndex = 0;
  const match = nextCue(text);
  return match ? directionOf(match) : null;
}

/** "30 May to 2 June" holds no "may". */
function nextCue(text: string): RegExpExecArray | null {
  let match = CUES.exec(text);
  while (match?.[0].startsWith('May')) {
    CUES.lastIndex = match.index + 'May'.length;
    match = CUES.exec(text);
  }
  return match;
}

function directionOf(match: RegExpExecArray): Direction {
  if (match[1] !== undefined) return 'future';
  return match[2] === undefined ? 'past' : 'unknown';
}
