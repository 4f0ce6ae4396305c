import type { Mention } from '../../timex-meaning.ts';

/** Whether a line near the head of an article is there to say when it was published: a date, and hardly a word besides. */
export function isDateLine(line: string, mentions: readonly Mention[]): boolean {
  let rest = line;
  for (const { start, end } of [...mentions].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const words = rest.match(/[A-Za-z']+/g) ?? [];
  const labelled = words.some((word) => LABELS.has(word.toLowerCase()));
  const others = words.filter((word) => !LABELS.has(word.toLowerCase()) && !FILLERS.has(word.toLowerCase()));
  return mentions.length > 0 && others.length <= (labelled ? 4 : 1);
}

const LABELS = new Set(['published', 'posted', 'updated', 'modified', 'date', 'dated', 'issued', 'filed', 'created']);
const FILLERS = new Set([
  'on',
  'at',
  'by',
  'last',
  'first',
  'the',
  'of',
  'gmt',
  'utc',
  'est',
  'edt',
  'time',
  'local',
  'am',
  'pm',
  'a',
  'p',
  'm',
  'news',
]);
