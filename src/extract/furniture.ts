import type { Sentence } from '../types.ts';
import { FURNITURE, LIST_HEADS } from './lang/en/furniture-words.ts';

/**
 * Tells prose from headlines and from page furniture: menus, pleas, credits, lists of other headlines. Judged by whole
 * lines, since that is how a page lays them out. A title of the article's own, at its head or between its paragraphs, is
 * a headline; under the head of a list ("Further reading") it is furniture until prose takes up again.
 */
export function markFurniture(sentences: readonly Sentence[]): Sentence[] {
  const lines = groupLines(sentences);
  const kinds = new Map<number, Sentence['kind']>();
  let inList = false;
  for (const { paragraph, text } of lines) {
    if (LIST_HEADS.test(text)) {
      inList = true;
      kinds.set(paragraph, 'furniture');
    } else if (FURNITURE.some((pattern) => pattern.test(text))) {
      kinds.set(paragraph, 'furniture');
    } else if (isTitle(text)) {
      kinds.set(paragraph, inList ? 'furniture' : 'headline');
    } else {
      inList = false;
      kinds.set(paragraph, 'prose');
    }
  }
  return sentences.map((sentence) => ({ ...sentence, kind: kinds.get(sentence.paragraph) ?? 'prose' }));
}

function groupLines(sentences: readonly Sentence[]): { paragraph: number; text: string }[] {
  const lines = new Map<number, string[]>();
  for (const { paragraph, text } of sentences) {
    const line = lines.get(paragraph);
    if (line) line.push(text);
    else lines.set(paragraph, [text]);
  }
  return [...lines].map(([paragraph, parts]) => ({ paragraph, text: parts.join(' ').trim() }));
}

const endsLikeProse = (text: string) => /[.!?…]["”’')\]]*$/.test(text);

/** A line of at most twenty words without the stop of a sentence; an introducing colon stays prose. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/).length;
  if (text.endsWith('?')) return words <= 12;
  return !endsLikeProse(text) && !/[:,;]$/.test(text) && words <= 20;
}
