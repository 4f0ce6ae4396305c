import { decodeHTML } from 'entities/decode';
import { chooseParagraphs, type PageBlock, type PageElement } from './page-choice.ts';
import { BLOCK_TAGS, FURNITURE_NAMES, FURNITURE_ROLES, FURNITURE_TAGS, STATE_NAMES } from './page-words.ts';

/** Text that has no paragraph of its own counts as one from here on, in characters: shorter ones are labels. */
const PARAGRAPH = 80;

/** Pages are some dozens of elements deep and have some hundred paragraphs; beyond this one is made to keep us busy. */
const DEPTH = 250;
const BLOCKS = 5000;

/** Marks a `<br>`: two of them end a paragraph. A private character, which is taken out of the text of pages. */
const BREAK = '\uE000';

/**
 * Collects the text of a page while it streams by, block by block, and gives the article's paragraphs in the end, one a
 * line: without menus, lists of links, captions and the like. To be attached to an `HTMLRewriter`.
 */
export function collectBody() {
  /** The elements that are open, innermost last; within furniture no more are added. */
  const stack: PageElement[] = [];
  const blocks: PageBlock[] = [];
  let inFurniture = false;
  let links = 0;
  let raw = '';
  let text = '';
  let linked = 0;

  function open(element: Element) {
    const tag = element.tagName;
    const last = stack.at(-1);
    // A paragraph that nobody closed ends where the next block begins.
    if (last?.tag === 'p' && BLOCK_TAGS.has(tag)) close(last);
    if (inFurniture || stack.length >= DEPTH) return;
    if (tag === 'br') text += BREAK;
    const rank = rankOf(element);
    const opened = { tag, rank, doubtful: last?.doubtful === true || isDoubtful(element, rank, stack) };
    if (!hasEnd(element, () => close(opened))) return;
    if (BLOCK_TAGS.has(tag)) flush();
    if (tag === 'a') links += 1;
    inFurniture = isFurniture(element);
    stack.push(opened);
  }

  function close(element: PageElement) {
    const depth = stack.lastIndexOf(element);
    if (depth < 0) return;
    const closed = stack.slice(depth);
    if (closed.some(({ tag }) => BLOCK_TAGS.has(tag))) flush();
    links -= closed.filter(({ tag }) => tag === 'a').length;
    inFurniture = false;
    stack.length = depth;
  }

  function read(chunk: Pick<Text, 'text' | 'lastInTextNode'>) {
    if (inFurniture || stack.at(-1)?.tag === 'title') return;
    raw += chunk.text;
    if (!chunk.lastInTextNode) return;
    const decoded = decodeHTML(raw).replaceAll(BREAK, '').replaceAll('\0', '');
    raw = '';
    text += decoded;
    if (links > 0) linked += decoded.trim().length;
  }

  function flush() {
    for (const paragraph of text.split(/\uE000\s*\uE000/)) addBlock(paragraph.replace(/[\s\uE000]+/g, ' ').trim());
    text = '';
    linked = 0;
  }

  function addBlock(paragraph: string) {
    if (paragraph === '' || blocks.length >= BLOCKS) return;
    const within = stack.filter(({ tag }) => BLOCK_TAGS.has(tag));
    const tag = within.at(-1)?.tag ?? 'div';
    const isHeading = /^h[1-6]$/.test(tag);
    const least = isHeading || tag === 'p' ? 1 : tag === 'li' ? PARAGRAPH / 2 : PARAGRAPH;
    if (tag === 'h1' || paragraph.length < least || linked > paragraph.length / 2) return;
    blocks.push({ tag, text: paragraph, prose: isHeading ? 0 : paragraph.length - linked, within });
  }

  return {
    element: { element: open },
    document: { text: read },
    finish(): string {
      flush();
      return chooseParagraphs(blocks).join('\n');
    },
  };
}

/** False for an element that has no end, as `<br>` and `<path/>`. */
function hasEnd(element: Element, onEnd: () => void): boolean {
  try {
    element.onEndTag(onEnd);
    return true;
  } catch {
    return false;
  }
}

function rankOf(element: Element): PageElement['rank'] {
  if (/\barticleBody\b/.test(element.getAttribute('itemprop') ?? '')) return 3;
  if (element.tagName === 'article') return 2;
  return element.tagName === 'main' || element.getAttribute('role') === 'main' ? 1 : 0;
}

function isFurniture(element: Element): boolean {
  return (
    FURNITURE_TAGS.has(element.tagName) ||
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    FURNITURE_ROLES.has(element.getAttribute('role') ?? '')
  );
}

/** By its name alone something is furniture only as long as the page has an article beside it. */
function isDoubtful(element: Element, rank: number, stack: readonly PageElement[]): boolean {
  const { tagName } = element;
  if (rank > 0 || tagName === 'body' || tagName === 'html') return false;
  // A page has a header, and so may an article: with its standfirst.
  if (tagName === 'header' && !stack.some((outer) => outer.rank > 0)) return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return names.split(/\s+/).some((name) => {
    const words =
      name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .match(/[a-z]+/g) ?? [];
    return words.some((word) => FURNITURE_NAMES.has(word)) && !words.some((word) => STATE_NAMES.has(word));
  });
}
