import { Hono } from 'hono';
import { readSnapshot } from '../store/snapshots.ts';
import type { EventFeature, Snapshot } from '../types.ts';
import { answerPreflight, answerReader, originOf, withoutQuery } from './answer.ts';
import { unknownStory } from './desk.ts';
import { element, xmlDocument } from './xml.ts';

/** A story in a feed reader: one entry an event, the latest told first. */
export const feeds = new Hono<{ Bindings: Env }>();

for (const path of ['/s/:slug/feed.json', '/s/:slug/feed.atom']) {
  feeds.options(path, answerPreflight);
  feeds.use(path, withoutQuery);
}

feeds.get('/s/:slug/feed.json', async (c) => {
  const slug = c.req.param('slug');
  const snapshot = await readSnapshot(c.env.DB, slug);
  if (!snapshot) throw unknownStory(slug);
  return answerReader(c, JSON.stringify(toJsonFeed(snapshot, originOf(c))), 'application/feed+json', [slug]);
});

feeds.get('/s/:slug/feed.atom', async (c) => {
  const slug = c.req.param('slug');
  const snapshot = await readSnapshot(c.env.DB, slug);
  if (!snapshot) throw unknownStory(slug);
  return answerReader(c, toAtom(snapshot, originOf(c)), 'application/atom+xml; charset=utf-8', [slug]);
});

/** Where a story's feeds are, for `<link rel="alternate">`. */
export function feedsOf(origin: string, slug: string) {
  return [
    { type: 'application/atom+xml', href: `${origin}/s/${slug}/feed.atom` },
    { type: 'application/feed+json', href: `${origin}/s/${slug}/feed.json` },
  ];
}

function toJsonFeed(snapshot: Snapshot, origin: string) {
  const { story } = snapshot;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: story.title,
    ...(story.description && { description: story.description }),
    home_page_url: `${origin}/s/${story.slug}`,
    feed_url: `${origin}/s/${story.slug}/feed.json`,
    language: story.lang,
    items: entriesOf(snapshot, origin).map(({ id, title, text, told, tags, sources }) => ({
      id,
      url: id,
      title,
      content_text: text,
      date_published: told,
      ...(sources.length > 0 && { authors: sources.map((name) => ({ name })) }),
      tags,
    })),
  };
}

function toAtom(snapshot: Snapshot, origin: string): string {
  const { story, publishedAt } = snapshot;
  const page = `${origin}/s/${story.slug}`;
  const namespaces = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:georss': 'http://www.georss.org/georss',
    'xml:lang': story.lang,
  };
  return xmlDocument(
    element(
      'feed',
      namespaces,
      element('id', {}, page),
      element('title', {}, story.title),
      story.description !== undefined && element('subtitle', {}, story.description),
      element('updated', {}, publishedAt),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      element('link', { rel: 'self', type: 'application/atom+xml', href: `${page}/feed.atom` }),
      element('generator', { uri: `${origin}/` }, 'Dateline'),
      element('author', {}, element('name', {}, 'Dateline')),
      entriesOf(snapshot, origin).map(({ id, title, text, told, tags, sources, point }) =>
        element(
          'entry',
          {},
          element('id', {}, id),
          element('title', {}, title),
          element('link', { rel: 'alternate', type: 'text/html', href: id }),
          element('published', {}, told),
          element('updated', {}, told),
          sources.map((name) => element('author', {}, element('name', {}, name))),
          tags.map((term) => element('category', { term })),
          element('content', { type: 'text' }, text),
          // GeoRSS has latitude first, and a space between.
          point && element('georss:point', {}, `${point[1]} ${point[0]}`),
        ),
      ),
    ),
  );
}

function entriesOf({ story, publishedAt, events }: Snapshot, origin: string) {
  const entries = events.features.map((feature) => ({
    id: `${origin}/s/${story.slug}#e=${encodeURIComponent(feature.id)}`,
    title: feature.properties.title,
    text: textOf(feature),
    told: toldAt(feature) ?? publishedAt,
    tags: [feature.properties.category, feature.properties.status],
    sources: [...new Set(feature.properties.reports.map(({ source }) => source).filter((source) => source !== ''))],
    point: feature.geometry?.coordinates,
  }));
  return entries.toSorted((a, b) => Date.parse(b.told) - Date.parse(a.told));
}

/** When and where, then who reports it in which words. */
function textOf({ when, properties: { place, reports } }: EventFeature): string {
  const head = [when.label, place?.name].filter(Boolean).join(', ');
  return [head, ...reports.map(({ source, quote }) => `${source}: “${quote}”`)].join('\n\n');
}

/** When the latest of its reports appeared, as RFC 3339: a feed tells what is new, not what lies furthest ahead. */
function toldAt({ properties: { reports } }: EventFeature): string | undefined {
  const instants = reports.flatMap(({ published }) => (published ? [Date.parse(published)] : []));
  return instants.length > 0 ? new Date(Math.max(...instants)).toISOString() : undefined;
}
