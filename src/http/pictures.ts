import { type Context, Hono } from 'hono';
import { readSnapshot } from '../store/snapshots.ts';
import { answerPreflight, PUBLIC, storyTag } from './answer.ts';
import { unknownStory } from './desk.ts';
import { mapSettingsOf } from './map-settings.ts';
import { lookOf, readPicture, writePicture } from './picture/choice.ts';
import { composePicture, storyOf } from './picture/compose.ts';
import { drawPicture } from './picture/draw.ts';
import { toPng } from './picture/png.ts';
import { problem } from './problem.ts';

type App = { Bindings: Env };

/** A story, or a state of it, as a picture: for links on social networks, newsletters, print, and where nothing may run. */
export const pictures = new Hono<App>();

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const;

for (const format of ['svg', 'png'] as const) {
  const path = `/s/:slug/poster.${format}` as const;
  pictures.options(path, answerPreflight);
  pictures.get(path, (c) => answerPicture(c, c.req.param('slug'), format));
}

/**
 * An address with the version of the story and a choice as we write it is drawn, once, and kept by caches for good.
 * Any other leads to the one that it means: there are no two addresses of one picture, and not many pictures.
 */
async function answerPicture(c: Context<App>, slug: string, format: keyof typeof TYPES): Promise<Response> {
  const snapshot = await readSnapshot(c.env.DB, slug);
  if (!snapshot) throw unknownStory(slug);
  const { pathname, search, searchParams } = new URL(c.req.url);
  const story = storyOf(snapshot);
  const choice = readPicture(searchParams, story);
  const { colours } = mapSettingsOf(c.env);
  const query = writePicture(choice, story, lookOf(snapshot.version, colours));
  const headers = { 'Cache-Tag': `stories,${storyTag(slug)}`, 'Access-Control-Allow-Origin': '*' };
  if (search !== `?${query}`) {
    return new Response(null, {
      status: 302,
      headers: {
        ...headers,
        Location: `${pathname}?${query}`,
        'Cache-Control': PUBLIC,
      },
    });
  }
  if (format === 'png') await limitDrawing(c.env.DRAWING_LIMIT, slug);
  const svg = drawPicture(composePicture(choice, story, snapshot, colours));
  return new Response(format === 'svg' ? svg : await toPng(svg), {
    headers: {
      ...headers,
      'Content-Type': TYPES[format],
      'Content-Disposition': `inline; filename="${slug}.${format}"`,
      'Cache-Control': 'public, max-age=31556952, immutable',
    },
  });
}

/** Who asks for picture after picture, each of them new, is held back; a cache answers for those that were drawn. */
async function limitDrawing(limit: RateLimit | undefined, slug: string): Promise<void> {
  const { success } = (await limit?.limit({ key: slug })) ?? { success: true };
  if (!success)
    throw problem(429, 'Too many new pictures at once.', { 'Retry-After': '60', 'Cache-Control': 'no-store' });
}
