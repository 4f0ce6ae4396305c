/** An element of a page that may hold its article. */
export interface PageElement {
  tag: string;
  /** 3 says that it is the body of the article, 2 that it is an article, 1 that it is what the page is about. */
  rank: 0 | 1 | 2 | 3;
  /** It looks like what stands around an article. */
  doubtful: boolean;
}

/** A paragraph, heading or item of a page. */
export interface PageBlock {
  tag: string;
  text: string;
  /** Characters of running text: none in a heading, none in links. */
  prose: number;
  /** The block elements that it is in, the innermost last. */
  within: PageElement[];
}

/** An article has at least this much prose, in characters, or half of what the page has. */
const ARTICLE = 300;

/**
 * The paragraphs of the article among the blocks of a page: those inside the element that says it is the article, or else
 * that holds most of the prose. What is doubtful is left out, unless hardly anything remains then.
 */
export function chooseParagraphs(blocks: readonly PageBlock[]): string[] {
  const trusted = blocks.filter(({ within }) => !within.some(({ doubtful }) => doubtful));
  const chosen = choose(trusted);
  const isEnough = sum(chosen) >= Math.min(ARTICLE, sum(blocks) / 4);
  return (isEnough ? chosen : choose(blocks)).map(({ text }) => text);
}

function choose(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const prose = new Map<PageElement, number>();
  for (const block of blocks) {
    for (const element of block.within) prose.set(element, (prose.get(element) ?? 0) + block.prose);
  }
  const enough = Math.min(ARTICLE, sum(blocks) / 2);
  const named = [3, 2, 1].map((rank) => largest([...prose].filter(([element]) => element.rank === rank)));
  const article = named.find((entry) => entry !== undefined && entry[1] >= enough) ?? largest(scoreParents(blocks));
  return article ? blocks.filter(({ within }) => within.includes(article[0])) : blocks;
}

/** Elements by their own paragraphs and half of their children's, so that a wrapper of the whole page is not the best. */
function scoreParents(blocks: readonly PageBlock[]): [PageElement, number][] {
  const scores = new Map<PageElement, number>();
  const add = (element: PageElement | undefined, score: number) => {
    if (element) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  for (const { tag, prose, within } of blocks) {
    const around = tag === 'div' ? within : within.slice(0, -1);
    add(around.at(-1), prose);
    add(around.at(-2), prose / 2);
  }
  return [...scores];
}

function largest(entries: readonly [PageElement, number][]): [PageElement, number] | undefined {
  return entries.reduce<[PageElement, number] | undefined>(
    (best, entry) => (best && best[1] >= entry[1] ? best : entry),
    undefined,
  );
}

const sum = (blocks: readonly PageBlock[]) => blocks.reduce((total, { prose }) => total + prose, 0);
