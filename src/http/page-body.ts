import { decodeHTML } from 'entities/decode';
import { ARTICLE_NAMES, BLOCK_TAGS, FURNITURE_NAMES, FURNITURE_ROLES, FURNITURE_TAGS } from './page-words.ts';

/** An element that is open, with all that may hold an article; the blocks within add to its prose. */
interface Open {
  tag: string;
  /** 3 says that it is the body of the article, 2 that it is an article, 1 that it is what the page is about. */
  rank: number;
  prose: number;
}

interface Block {
  tag: string;
  text: string;
  within: Open[];
}

/** Text of its own in a `div` counts as a paragraph from here on: shorter ones are labels. */
const PARAGRAPH = 80;

/** A body has at least this much prose, in characters, or half of what the page has. */
const BODY = 300;

/** Marks a `<br>`: two of them end a paragraph. A private character, which is taken out of the text of pages. */
const BREAK = '\uE000';

/**
 * Collects the text of a page while it streams by, block by block, and gives the article's paragraphs in the end:
 * those inside the element that says it is the article, or that holds most of the prose; without menus, lists of links,
 * captions and the like.
 */
export function collectBody() {
  const stack: Open[] = [];
  const blocks: Block[] = [];
  /** The element inside which nothing is read. */
  let skipped: string | null = null;
  let raw = '';
  let text = '';
  let linked = 0;
  let links = 0;

  function flush() {
    for (const paragraph of text.split(/\uE000\s*\uE000/)) addBlock(paragraph.replace(/[\s\uE000]+/g, ' ').trim());
    text = '';
    linked = 0;
  }

  function addBlock(paragraph: string) {
    const tag = stack.findLast((open) => BLOCK_TAGS.has(open.tag))?.tag ?? 'div';
    const heading = /^h[1-6]$/.test(tag);
    const short = tag !== 'p' && !heading && paragraph.length < (tag === 'li' ? PARAGRAPH / 2 : PARAGRAPH);
    if (paragraph === '' || tag === 'h1' || short || linked > paragraph.length / 2) return;
    const within = stack.filter(({ tag: name }) => BLOCK_TAGS.has(name));
    blocks.push({ tag, text: paragraph, within });
    if (!heading) for (const open of within) open.prose += paragraph.length - linked;
  }

  function closeTo(open: Open) {
    const depth = stack.lastIndexOf(open);
    if (depth < 0) return;
    skipped = null;
    if (stack.slice(depth).some(({ tag }) => BLOCK_TAGS.has(tag))) flush();
    links -= stack.slice(depth).filter(({ tag }) => tag === 'a').length;
    stack.length = depth;
  }

  function open(element: Element) {
    const tag = element.tagName;
    const last = stack.at(-1);
    // A paragraph that nobody closed ends where the next block begins.
    if (last?.tag === 'p' && BLOCK_TAGS.has(tag)) closeTo(last);
    if (skipped !== null) return;
    if (tag === 'br') text += BREAK;
    const opened: Open = { tag, rank: rankOf(element), prose: 0 };
    if (!hasEnd(element, () => closeTo(opened))) return;
    if (BLOCK_TAGS.has(tag)) flush();
    if (tag === 'a') links += 1;
    if (isFurniture(element, opened.rank, stack)) skipped = tag;
    stack.push(opened);
  }

  function read(chunk: { text: string; lastInTextNode: boolean }) {
    if (skipped !== null || stack.at(-1)?.tag === 'title') return;
    raw += chunk.text;
    if (!chunk.lastInTextNode) return;
    const decoded = decodeHTML(raw).replaceAll(BREAK, '').replaceAll('\0', '');
    raw = '';
    text += decoded;
    if (links > 0) linked += decoded.trim().length;
  }

  return {
    element: { element: open },
    document: { text: read },
    finish(): string {
      flush();
      return choose(blocks);
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

function rankOf(element: Element): number {
  if (/\barticleBody\b/.test(element.getAttribute('itemprop') ?? '')) return 3;
  if (element.tagName === 'article') return 2;
  return element.tagName === 'main' || element.getAttribute('role') === 'main' ? 1 : 0;
}

function isFurniture(element: Element, rank: number, stack: readonly Open[]): boolean {
  if (FURNITURE_TAGS.has(element.tagName)) return true;
  if (rank > 0 || element.tagName === 'body' || element.tagName === 'html') return false;
  // A page has a header, and so may an article: with its standfirst.
  if (element.tagName === 'header' && !stack.some((open) => open.rank > 0)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (FURNITURE_ROLES.has(element.getAttribute('role') ?? '')) return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .toLowerCase()
    .match(/[a-z]+/g);
  return names?.some((name) => FURNITURE_NAMES.has(name)) === true && !names.some((name) => ARTICLE_NAMES.has(name));
}

function choose(blocks: readonly Block[]): string {
  const opens = new Set(blocks.flatMap(({ within }) => within));
  const all = Math.max(0, ...[...opens].map(({ prose }) => prose));
  const enough = Math.min(BODY, all / 2);
  const named = [3, 2, 1].flatMap((rank) => mostProse([...opens].filter((open) => open.rank === rank)) ?? []);
  const body = named.find(({ prose }) => prose >= enough) ?? nearest(blocks);
  const chosen = body ? blocks.filter(({ within }) => within.includes(body)) : blocks;
  return chosen.map(({ text }) => text).join('\n');
}

function mostProse(opens: readonly Open[]): Open | undefined {
  return opens.reduce<Open | undefined>((most, open) => (most && most.prose >= open.prose ? most : open), undefined);
}

/** The element whose own paragraphs, and half of whose children's, are the most text: no wrapper of the whole page. */
function nearest(blocks: readonly Block[]): Open | undefined {
  const scores = new Map<Open, number>();
  for (const { tag, text, within } of blocks) {
    const around = tag === 'div' ? within : within.slice(0, -1);
    for (const [open, share] of [[around.at(-1), 1] as const, [around.at(-2), 0.5] as const]) {
      if (open) scores.set(open, (scores.get(open) ?? 0) + share * text.length);
    }
  }
  return [...scores].reduce<[Open | undefined, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [undefined, 0],
  )[0];
}
