import type { Mention, Part } from '../../../timex-meaning.ts';
import { wordBefore } from './word-before.ts';

/** Words before a mention that are part of it: "late", "the end of", "about", an article. */

const PARTS: readonly { pattern: RegExp; part: Part }[] = [
  {
    pattern:
      /(?:the )?(?:very )?(?:early|(?:beginning|start|outset|early part|first (?:days|weeks|months)) of|early (?:on )?in)(?: the)?[ -]$/i,
    part: 'START',
  },
  { pattern: /(?:the )?(?:mid|(?:middle|midst) of|midway through)(?: the)?[ -]$/i, part: 'MID' },
  {
    pattern:
      /(?:the )?(?:very )?(?:late|end(?=-)|(?:end|close|latter part|last (?:days|weeks|months)) of|late in)(?: the)?[ -]$/i,
    part: 'END',
  },
];

const LEADS_TO_PERIOD = new Set(['early', 'late', 'mid', 'of', 'in', 'the', 'through']);

// [late November], [mid-2016], [the end of last year], [early in 1914]
export function widenPart(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const { meaning } = mention;
    if (
      meaning.kind === 'reference' ||
      meaning.kind === 'duration' ||
      meaning.kind === 'set' ||
      meaning.kind === 'offset' ||
      meaning.kind === 'time' ||
      !LEADS_TO_PERIOD.has(wordBefore(sentence, mention.start))
    )
      return mention;
    const before = sentence.slice(Math.max(mentions[index - 1]?.end ?? 0, mention.start - 34, 0), mention.start);
    for (const { pattern, part } of PARTS) {
      const match = pattern.exec(before);
      if (match && !/\w/.test(before[match.index - 1] ?? ' ')) {
        return { ...mention, start: mention.start - match[0].length, meaning: { ...meaning, part } };
      }
    }
    return mention;
  });
}

// late on [Saturday]: not part of it, but what is told next may be of the small hours
export function noteLate(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) =>
    LATE.test(sentence.slice(Math.max(0, mention.start - 24), mention.start))
      ? { ...mention, meaning: { ...mention.meaning, late: true } }
      : mention,
  );
}

const LATE = /\b(?:late|(?:just|shortly) before midnight) on $/i;

const EARLIER = /(?<word>earlier|later) $/i;

// [earlier this year], [later this month]; an earlier time of the same week or day is no part of it: later [today]
export function widenEarlier(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { meaning } = mention;
    if (meaning.kind !== 'deictic' || meaning.shift !== 0 || meaning.part) return mention;
    if (meaning.unit === 'week' || (meaning.unit === 'day' && meaning.dayPart === undefined)) return mention;
    const match = EARLIER.exec(sentence.slice(Math.max(0, mention.start - 8), mention.start));
    if (!match) return mention;
    const part = match.groups?.word?.toLowerCase() === 'earlier' ? 'START' : 'END';
    return { ...mention, start: mention.start - match[0].length, meaning: { ...meaning, part } };
  });
}

// It came on [27 Nov]. The stop at the end is the sentence's.
export function trimStop(sentence: string, mentions: readonly Mention[]): Mention[] {
  const last = mentions.at(-1);
  if (!last || sentence[last.end - 1] !== '.' || !/^["')\]]*$/.test(sentence.slice(last.end, last.end + 4)))
    return [...mentions];
  // "At 8 p.m." ends with a stop of its own as well.
  if (/[apBC]\.[mCE]\.$/i.test(sentence.slice(last.start, last.end))) return [...mentions];
  return [...mentions.slice(0, -1), { ...last, end: last.end - 1 }];
}

const APPROX = /(?:about|around|circa|ca?\.|roughly|approximately) ?$/i;

// [about 1910], [ca. 466 BC]
export function widenApprox(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { meaning } = mention;
    if (meaning.kind !== 'calendar' || meaning.part || meaning.weekday !== undefined) return mention;
    const before = sentence.slice(Math.max(0, mention.start - 16), mention.start);
    const match = APPROX.exec(before);
    if (!match || /\w/.test(before[match.index - 1] ?? ' ')) return mention;
    return { ...mention, start: mention.start - match[0].length, meaning: { ...meaning, mod: 'APPROX' } };
  });
}

/** Words after which a season stands for itself; before a noun ("the winter campaign") its article belongs to the noun. */
const STANDS_ALONE =
  /^(?:$|[.,;:)"'\]]| (?:of|and|or|but|to|in|on|at|with|from|as|was|is|were|are|had|has|when|while|that|which|he|she|it|they|we|by|for|after|before|would|will|could)\b)/;

// [the winter], [the 20th century], but the [winter] campaign and the [11th century] citadel
export function widenArticle(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { meaning, start, end } = mention;
    const isSeason = meaning.kind === 'calendar' && meaning.season !== undefined && meaning.year === undefined;
    if (!isSeason && !(meaning.kind === 'span' && meaning.unit === 'century')) return mention;
    if (
      !/\bthe $/i.test(sentence.slice(Math.max(0, start - 5), start)) ||
      !STANDS_ALONE.test(sentence.slice(end, end + 12))
    )
      return mention;
    return { ...mention, start: start - 4 };
  });
}
