import { decodeHTML } from 'entities/decode';
import { ARTICLE_TYPES, DATE_NAMES } from './page-words.ts';

/** What a page says of its article. Each is absent where the page does not say it, or not in a form that we can read. */
export interface PageMetadata {
  title?: string;
  published?: string;
  source?: string;
  lang?: string;
  url?: string;
  /** The text of the article, where linked data has it. */
  body?: string;
}

/** Longer JSON-LD is not looked at, in characters. */
const LINKED_DATA = 500_000;

/** Collects the metadata of a page while it streams by: JSON-LD before meta elements before what readers see. */
export function collectMetadata() {
  const meta = new Map<string, string>();
  const seen: { lang?: string; canonical?: string; time?: string } = {};
  const texts = { title: '', h1: '' };
  let script = '';
  let article: Record<string, unknown> = {};

  const textOf = (name: 'title' | 'h1') => ({
    text(chunk: Text) {
      if (texts[name].length < 1000) texts[name] += chunk.text;
    },
  });

  return {
    attach(rewriter: HTMLRewriter): HTMLRewriter {
      return rewriter
        .on('html[lang]', { element: (element) => keep(seen, 'lang', element.getAttribute('lang')) })
        .on('link[rel="canonical"]', { element: (element) => keep(seen, 'canonical', element.getAttribute('href')) })
        .on('article time[datetime], time[itemprop="datePublished"], time[pubdate]', {
          element: (element) => keep(seen, 'time', element.getAttribute('datetime')),
        })
        .on('meta[content]', {
          element(element) {
            const name =
              element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
            const content = decodeHTML(element.getAttribute('content') ?? '').trim();
            const key = name?.toLowerCase();
            if (key && content && !meta.has(key)) meta.set(key, content);
          },
        })
        .on('head > title', textOf('title'))
        .on('h1', textOf('h1'))
        .on('script[type="application/ld+json"]', {
          text(chunk) {
            if (script.length < LINKED_DATA) script += chunk.text;
            if (!chunk.lastInTextNode) return;
            article = { ...findArticle(parse(script)), ...article };
            script = '';
          },
        });
    },

    finish(address?: string): PageMetadata {
      const source = nameOf(article.publisher) ?? meta.get('og:site_name') ?? (address && outletOf(address));
      const seenTitle = oneLine(texts.h1) || withoutOutlet(oneLine(texts.title), source);
      const dates = [stringOf(article.datePublished), ...DATE_NAMES.map((name) => meta.get(name)), seen.time];
      const langs = [stringOf(article.inLanguage), seen.lang, meta.get('og:locale')?.replace('_', '-')];
      const urls = [seen.canonical && decodeHTML(seen.canonical), meta.get('og:url'), address];
      return defined({
        title: stringOf(article.headline) ?? meta.get('og:title') ?? (seenTitle || undefined),
        published: first(dates, readDate),
        source,
        lang: first(langs, readLanguage),
        url: first(urls, (url) => readAddress(url, address)),
        body: readBody(article.articleBody),
      });
    },
  };
}

/**
 * A date of a page as RFC 3339 with its offset. A clock time without an offset could be any zone's: its day is kept.
 */
export function readDate(given: string): string | undefined {
  // As mail writes it: "Fri, 10 May 2024 18:30:00 +0200".
  if (/^\w{3}, \d{1,2} \w{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/.test(given.trim())) {
    const instant = Date.parse(given);
    return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
  }
  const { day, time, offset } =
    /^\s*(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(?<offset>Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(
      given,
    )?.groups ?? {};
  if (day === undefined) return undefined;
  const zone = offset?.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const date = time && zone ? `${day}T${time.length === 5 ? `${time}:00` : time}${zone}` : day;
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

/** Linked data has the article as one text, some of it with markup; paragraphs are lines. */
function readBody(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  const lines = decodeHTML(given.replace(/<[^<>]*>/g, '\n'))
    .replaceAll('\0', '')
    .split(/[\r\n]+/);
  return lines
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function keep<Key extends string>(record: Partial<Record<Key, string>>, key: Key, value: string | null): void {
  if (value) record[key] ??= value;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The first article in linked data, at most a few levels down: in a list, a graph, or as what a page is about. */
function findArticle(node: unknown, depth = 0): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null || depth > 4) return undefined;
  if (Array.isArray(node)) {
    for (const item of node.slice(0, 100)) {
      const found = findArticle(item, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  const record = node as Record<string, unknown>;
  if ([record['@type']].flat().some((type) => ARTICLE_TYPES.has(String(type).replace(/^.*[/:]/, '')))) return record;
  return findArticle(record['@graph'], depth + 1) ?? findArticle(record.mainEntity, depth + 1);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? oneLine(value) : undefined;
}

function nameOf(value: unknown): string | undefined {
  const [one] = [value].flat();
  return stringOf(typeof one === 'object' && one !== null && 'name' in one ? one.name : one);
}

const outletOf = (address: string) => new URL(address).hostname.replace(/^www\./, '');

const oneLine = (text: string) => decodeHTML(text).replace(/\s+/g, ' ').trim();

/** "Bridge falls | The Post" is the title of a window; the outlet is said elsewhere. */
function withoutOutlet(title: string, source: string | undefined): string {
  const cut = Math.max(...[' | ', ' - ', ' – ', ' — '].map((mark) => title.lastIndexOf(mark)));
  const isOutlet = cut > 0 && source !== undefined && title.slice(cut + 3).toLowerCase() === source.toLowerCase();
  return isOutlet ? title.slice(0, cut) : title;
}

function first<T>(candidates: readonly (string | undefined)[], read: (given: string) => T | undefined): T | undefined {
  for (const candidate of candidates) {
    const value = candidate === undefined ? undefined : read(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readLanguage(given: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(given.trim())[0];
  } catch {
    return undefined;
  }
}

/** An address that the page names is believed only where it is one of its own site. */
function readAddress(given: string, address: string | undefined): string | undefined {
  const url = URL.parse(given, address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return address && new URL(address).host !== url.host ? undefined : url.href;
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '')) as T;
}
