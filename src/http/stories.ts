import { type Context, Hono } from 'hono';
import { toContract } from '../extract/contract.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import { deleteSnapshot } from '../store/snapshots.ts';
import { type Draft, listStories, readDraft } from '../store/stories.ts';
import type { ArticleSummary, Story } from '../types.ts';
import { originOf } from './answer.ts';
import { readAgain, readText, toInput, toReadArticle } from './articles.ts';
import { check, readJson } from './body.ts';
import { applyEdit, changeStory, createStory, publishStory, removeStory, unapplied, unknownStory } from './desk.ts';
import { moveEvidence } from './evidence.ts';
import { linksOf } from './features.ts';
import { problem } from './problem.ts';
import { purgeStories } from './purge.ts';
import { limitReading } from './reading-limit.ts';
import { ArticleBody, DocumentBody, StoryBody, StoryPath } from './schemas.ts';

type App = { Bindings: Env };

/** What the desk does. It has to be mounted behind `requireToken`. */
export function deskRoutes(gazetteer: Gazetteer): Hono<App> {
  const desk = new Hono<App>();

  desk.use(async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'private, no-store');
  });

  desk.post('/api/extract', limitReading, async (c) => {
    const { id, source = '', ...document } = await readJson(c, DocumentBody);
    const extraction = readText({ ...document, source, id: String(id ?? '') }, gazetteer);
    return c.json({ ...(id !== undefined && { id }), ...toContract(extraction) });
  });

  desk.get('/api/drafts', async (c) => {
    const stories = await listStories(c.env.DB);
    return c.json({ stories: stories.map((story) => toStory(story)) });
  });

  desk.get('/api/drafts/:slug', async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const draft = await readDraft(c.env.DB, slug);
    if (!draft) throw unknownStory(slug);
    const articles = draft.articles.map(({ reports: _reports, digest: _digest, ...article }) => article);
    const { corrections, events } = draft;
    return c.json({ ...toStory(draft), articles, corrections, unapplied: unapplied(draft), events });
  });

  desk.put('/api/stories/:slug', async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const { title, description, lang = 'en', timeZone = 'UTC', track } = await readJson(c, StoryBody);
    const story: Story = { slug, title, ...(description && { description }), lang, timeZone, ...(track && { track }) };
    const known = await readDraft(c.env.DB, slug);
    const created = known ? null : await createStory(c.env.DB, story);
    if (created) return c.json(toStory(created), 201, { Location: `/api/drafts/${slug}` });
    const { draft } = await changeStory(c.env.DB, slug, (now) =>
      sameStory(now.story, story) ? null : { change: 'story', story },
    );
    return c.json(toStory(draft));
  });

  desk.delete('/api/stories/:slug', async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    await removeStory(c.env.DB, slug);
    await purgeStories(cacheOf(c), c.env.DB, slug);
    return c.body(null, 204);
  });

  desk.post('/api/stories/:slug/articles', limitReading, async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const body = await readJson(c, ArticleBody);
    const article = await toReadArticle(await toInput(body, userAgentOf(c)), gazetteer);
    const { draft, changed } = await changeStory(c.env.DB, slug, ({ articles }) => {
      const known = articles.find(({ id }) => id === article.id);
      if (known && known.digest !== article.digest) {
        const detail = `Article ${JSON.stringify(article.id)} is there and says something else; PUT replaces it.`;
        throw problem(409, { field: 'id', detail });
      }
      return known ? null : { change: `article ${article.id}`, articles: [article] };
    });
    return c.json(answerArticle(article.id, draft), changed ? 201 : 200);
  });

  desk.put('/api/stories/:slug/articles/:id', limitReading, async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const body = check({ ...(await readJson(c, ArticleBody)), id: c.req.param('id') }, ArticleBody);
    const article = await toReadArticle(await toInput(body, userAgentOf(c)), gazetteer);
    let isNew = false;
    const { draft } = await changeStory(c.env.DB, slug, (now) => {
      const known = now.articles.find(({ id }) => id === article.id);
      isNew = !known;
      if (known?.digest === article.digest) return null;
      const corrections = known ? moveEvidence(now.corrections, known, article) : [];
      return { change: `article ${article.id}`, articles: [article], corrections };
    });
    return c.json(answerArticle(article.id, draft), isNew ? 201 : 200);
  });

  desk.delete('/api/stories/:slug/articles/:id', async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const id = c.req.param('id');
    await changeStory(c.env.DB, slug, ({ articles }) =>
      articles.some((article) => article.id === id)
        ? { change: `without article ${id}`, removed: { article: id } }
        : null,
    );
    return c.body(null, 204);
  });

  desk.post('/api/stories/:slug/read', limitReading, async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const { draft } = await changeStory(c.env.DB, slug, (now) => {
      const articles = now.articles.map((article) => readAgain(article, gazetteer));
      const same = JSON.stringify(applyEdit(now, { articles }).events) === JSON.stringify(now.events);
      return same ? null : { change: 'read again', articles };
    });
    return c.json({ ...toStory(draft), events: draft.events.length, unapplied: unapplied(draft) });
  });

  desk.post('/api/stories/:slug/publish', async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    const { draft } = await publishStory(c.env.DB, slug);
    await purgeStories(cacheOf(c), c.env.DB, slug);
    return c.json({ ...toStory(draft), links: linksOf(c, slug) });
  });

  desk.delete('/api/stories/:slug/publish', async (c) => {
    const { slug } = check(c.req.param(), StoryPath);
    await deleteSnapshot(c.env.DB, slug, new Date().toISOString());
    await purgeStories(cacheOf(c), c.env.DB, slug);
    return c.body(null, 204);
  });

  return desk;
}

/** The cache in front of the Worker, where there is one. */
const cacheOf = (c: Context<App>) => (c.executionCtx as { cache?: CacheContext }).cache;

/** Sites that we fetch from are told who asks. */
const userAgentOf = (c: Context<App>) => `Dateline (+${originOf(c)})`;

function toStory({ story, version, publishedVersion }: Pick<Draft, 'story' | 'version' | 'publishedVersion'>) {
  return { ...story, status: publishedVersion === null ? 'draft' : 'published', version, publishedVersion };
}

function answerArticle(id: string, draft: Draft) {
  const {
    text: _text,
    reports,
    digest: _digest,
    ...summary
  } = draft.articles.find((article) => article.id === id) ?? { reports: [] };
  const { version, events } = draft;
  return {
    ...(summary as ArticleSummary),
    reports: reports.length,
    version,
    events: events.length,
    unapplied: unapplied(draft),
  };
}

function sameStory(a: Story, b: Story): boolean {
  return (
    a.title === b.title &&
    a.description === b.description &&
    a.lang === b.lang &&
    a.timeZone === b.timeZone &&
    a.track === b.track
  );
}
