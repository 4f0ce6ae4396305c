import { type Context, Hono } from 'hono';
import { readSnapshot } from '../store/snapshots.ts';
import type { Story } from '../types.ts';
import { answerPreflight, answerReader, originOf } from './answer.ts';
import { problem } from './problem.ts';
import { element, xmlDocument } from './xml.ts';

type App = { Bindings: Env };

/** Pixels, where the page that embeds sets no limit. */
const WIDTH = 800;
const HEIGHT = 640;
/** Seconds for which a host may keep the answer: a changed title shows within the hour. */
const CACHE_AGE = 3600;
/** A longer query than this is no state of ours. */
const LONGEST_QUERY = 2000;

/** oEmbed 1.0: the address of a story, pasted into a content system, becomes its embed. */
export const oembed = new Hono<App>();

oembed.options('/oembed', answerPreflight);

oembed.get('/oembed', async (c) => {
  const format = c.req.query('format') ?? 'json';
  if (format !== 'json' && format !== 'xml')
    throw problem(501, { field: 'format', detail: 'The formats are json and xml.' });
  const address = c.req.query('url');
  if (!address) throw problem(400, { field: 'url', detail: '`url` is missing.' });
  const found = readStoryAddress(address, originOf(c));
  const snapshot = found && (await readSnapshot(c.env.DB, found.slug));
  if (!found || !snapshot) throw problem(404, { field: 'url', detail: 'No story is published at this address.' });
  const body = toOembed(c, snapshot.story, found.state);
  return format === 'json'
    ? answerReader(c, JSON.stringify(body), 'application/json', [found.slug])
    : answerReader(c, toXml(body), 'text/xml; charset=utf-8', [found.slug]);
});

/** The addresses at which a page is told how its story is embedded, for `<link rel="alternate">` and the Link header. */
export function discoveryOf(origin: string, { slug, title }: Pick<Story, 'slug' | 'title'>) {
  const url = encodeURIComponent(`${origin}/s/${slug}`);
  return [
    { type: 'application/json+oembed', href: `${origin}/oembed?url=${url}&format=json`, title },
    { type: 'text/xml+oembed', href: `${origin}/oembed?url=${url}&format=xml`, title },
  ];
}

/** The same as the value of a Link header, which holds no more than ASCII: titles are left to the page. */
export function discoveryHeader(origin: string, story: Pick<Story, 'slug' | 'title'>): string {
  return discoveryOf(origin, story)
    .map(({ type, href }) => `<${href}>; rel="alternate"; type="${type}"`)
    .join(', ');
}

/** Slug and state of one of our own addresses; null for any other. */
function readStoryAddress(address: string, origin: string): { slug: string; state: string } | null {
  const url = URL.parse(address);
  if (url?.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return null;
  const slug = /^\/(?:s|embed)\/(?<slug>[a-z0-9-]+)\/?$/.exec(url.pathname)?.groups?.slug;
  const state = url.search + url.hash;
  return slug === undefined ? null : { slug, state: state.length > LONGEST_QUERY ? '' : state };
}

function toOembed(c: Context<App>, { slug, title }: Story, state: string) {
  const origin = originOf(c);
  const width = within(WIDTH, c.req.query('maxwidth'));
  const height = within(HEIGHT, c.req.query('maxheight'));
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Dateline',
    provider_url: `${origin}/`,
    cache_age: CACHE_AGE,
    width,
    height,
    html: [
      element('blockquote', {}, element('a', { href: `${origin}/s/${slug}${state}` }, title)).xml,
      // The space keeps the element from closing itself, which HTML does not know.
      element(
        'iframe',
        {
          src: `${origin}/embed/${slug}${state}`,
          width,
          height,
          title,
          loading: 'lazy',
          frameborder: 0,
          allowfullscreen: 'allowfullscreen',
          sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
        },
        ' ',
      ).xml,
    ].join(''),
  };
}

/** A limit that is no number of pixels is ignored, as the standard has it for what a provider does not know. */
function within(size: number, limit: string | undefined): number {
  return limit !== undefined && /^[1-9]\d{0,5}$/.test(limit) ? Math.min(size, Number(limit)) : size;
}

function toXml(body: Record<string, string | number>): string {
  return xmlDocument(
    element(
      'oembed',
      {},
      Object.entries(body).map(([name, value]) => element(name, {}, value)),
    ),
  );
}
