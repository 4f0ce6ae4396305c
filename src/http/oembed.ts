import { type Context, Hono } from 'hono';
import { readSnapshot } from '../store/snapshots.ts';
import type { Snapshot, Story } from '../types.ts';
import { answerPreflight, answerReader, originOf } from './answer.ts';
import { mapSettingsOf } from './map-settings.ts';
import { pictureOf } from './picture/address.ts';
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
  const body = toOembed(c, snapshot, found);
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

interface StoryAddress {
  slug: string;
  /** Options and state, as they stand in the address. */
  search: string;
  hash: string;
}

/** What one of our own addresses says; null for any other. */
function readStoryAddress(address: string, origin: string): StoryAddress | null {
  const url = URL.parse(address);
  if (url?.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return null;
  const slug = /^\/(?:s|embed)\/(?<slug>[a-z0-9-]+)\/?$/.exec(url.pathname)?.groups?.slug;
  if (slug === undefined) return null;
  const { search, hash } = url;
  return search.length + hash.length > LONGEST_QUERY ? { slug, search: '', hash: '' } : { slug, search, hash };
}

function toOembed(c: Context<App>, snapshot: Snapshot, { search, hash }: StoryAddress) {
  const { slug, title } = snapshot.story;
  const origin = originOf(c);
  const state = search + hash;
  const [maxWidth, maxHeight] = [pixels(c.req.query('maxwidth')), pixels(c.req.query('maxheight'))];
  const width = Math.min(WIDTH, maxWidth ?? WIDTH);
  const height = Math.min(HEIGHT, maxHeight ?? HEIGHT);
  const query = new URLSearchParams(search);
  const picture = pictureOf(origin, snapshot, {
    query,
    fragment: hash,
    maxWidth,
    maxHeight,
    colours: mapSettingsOf(c.env).colours,
  });
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Dateline',
    provider_url: `${origin}/`,
    cache_age: CACHE_AGE,
    // All three or none.
    ...(picture && {
      thumbnail_url: picture.url,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
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
function pixels(limit: string | undefined): number | undefined {
  return limit !== undefined && /^[1-9]\d{0,5}$/.test(limit) ? Number(limit) : undefined;
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
