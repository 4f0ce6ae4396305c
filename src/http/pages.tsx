import { type Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { listPublished, readSnapshot } from '../store/snapshots.ts';
import { isDeleted } from '../store/stories.ts';
import type { Snapshot } from '../types.ts';
import { houseCss, readHouse } from '../web/house.ts';
import { readOptions } from '../web/options.ts';
import { answerReader, originOf, storyTag } from './answer.ts';
import { drawOnce } from './drawn.ts';
import { coloursCss } from './map-colours.ts';
import { mapSettingsOf } from './map-settings.ts';
import { discoveryHeader } from './oembed.ts';
import { ChoosePage } from './pages/choose.tsx';
import { EmbedPage } from './pages/embed.tsx';
import { IndexPage, type Lost, LostPage } from './pages/index.tsx';
import { StoryPage } from './pages/story.tsx';
import { SLUG } from './schemas.ts';
import { pickLanguage, pickLocale, pickNames } from './words/index.ts';

type App = { Bindings: Env };

const HTML = 'text/html; charset=utf-8';

/** The pages that readers see: `/`, `/s/{slug}`, `/embed/{slug}`. */
export const pages = new Hono<App>();

pages.get('/', async (c) => {
  const stories = await listPublished(c.env.DB);
  const lang = pickLanguage(c.req.query('lang'));
  const page = html(<IndexPage stories={stories} lang={lang} locale={pickLocale(c.req.query('lang'))} />);
  return answerReader(c, page, HTML, []);
});

pages.get('/s/:slug', async (c) => {
  const snapshot = await readSnapshot(c.env.DB, c.req.param('slug'));
  if (!snapshot) return missingPage(c);
  const tongue = tongueOf(c, snapshot);
  const origin = originOf(c);
  const page = <StoryPage snapshot={snapshot} {...tongue} origin={origin} map={mapSettingsOf(c.env)} />;
  return answer(c, snapshot, page, { Link: discoveryHeader(origin, snapshot.story) });
});

pages.get('/embed/:slug', async (c) => {
  const snapshot = await readSnapshot(c.env.DB, c.req.param('slug'));
  if (!snapshot) return missingPage(c);
  const tongue = tongueOf(c, snapshot);
  const options = readOptions(new URL(c.req.url).searchParams, snapshot.story.timeZone);
  const page = (
    <EmbedPage snapshot={snapshot} {...tongue} origin={originOf(c)} map={mapSettingsOf(c.env)} options={options} />
  );
  return answer(c, snapshot, page);
});

pages.get('/s/:slug/embed', async (c) => {
  const snapshot = await readSnapshot(c.env.DB, c.req.param('slug'));
  if (!snapshot) return missingPage(c);
  const tongue = tongueOf(c, snapshot);
  const given = new URL(c.req.url).searchParams;
  const page = (
    <ChoosePage snapshot={snapshot} {...tongue} origin={originOf(c)} map={mapSettingsOf(c.env)} given={given} />
  );
  return answer(c, snapshot, page);
});

pages.get('/house.css', async (c) => {
  const css = houseCss(readHouse(new URL(c.req.url).searchParams));
  return answerReader(c, css, 'text/css; charset=utf-8', []);
});

pages.get('/colours.css', async (c) => {
  const { colours } = mapSettingsOf(c.env);
  const theme = (['light', 'dark'] as const).find((name) => name === c.req.query('theme'));
  return answerReader(c, colours ? coloursCss(colours, theme) : '', 'text/css; charset=utf-8', []);
});

/** The language of a page, how numbers and dates are written in it, and the language of the names on its map. */
function tongueOf(c: Context<App>, { story }: Snapshot) {
  const tags = [c.req.query('lang'), story.lang];
  return { lang: pickLanguage(...tags), locale: pickLocale(...tags), names: pickNames(...tags) };
}

/** 410 for a story that was deleted, else 404; publishing a story purges it. */
async function missingPage(c: Context<App>): Promise<Response> {
  const slug = c.req.param('slug') ?? '';
  if (!SLUG.test(slug)) return lostPage(c, 404);
  const gone = await isDeleted(c.env.DB, slug);
  return lostPage(c, gone ? 410 : 404, { 'Cache-Control': 'public, max-age=60', 'Cache-Tag': storyTag(slug) });
}

/** An error as a page, also fit for a frame. */
export function lostPage(c: Context, status: Lost, headers: Record<string, string> = {}): Response {
  const { pathname, search } = new URL(c.req.url);
  const page = (
    <LostPage
      status={status}
      lang={pickLanguage(c.req.query('lang'))}
      framed={pathname.startsWith('/embed/')}
      address={pathname + search}
    />
  );
  return new Response(html(page), {
    status,
    headers: { 'Content-Type': HTML, 'Cache-Control': 'no-store', ...headers },
  });
}

/** A page of one story, which is not drawn before `html` asks for it: it follows from the published version and the address it is asked by. */
function answer(c: Context<App>, snapshot: Snapshot, page: JSX.Element, headers: Record<string, string> = {}) {
  const { story, version, publishedAt } = snapshot;
  const settings = JSON.stringify(mapSettingsOf(c.env));
  const body = drawOnce([c.req.url, originOf(c), version, publishedAt, settings], () => html(page));
  return answerReader(c, body, HTML, [story.slug], headers);
}

function html(page: JSX.Element): string {
  return `<!doctype html>${page}`;
}
