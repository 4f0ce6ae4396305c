import { type Context, Hono } from 'hono';
import { METHODS } from 'hono/router';
import { trimTrailingSlash } from 'hono/trailing-slash';
import gazetteerFile from '../seeds/gazetteer.bin';
import { extract } from './extract/index.ts';
import { readGazetteer } from './gazetteer/read.ts';
import { notAllowed, requireToken } from './http/auth.ts';
import { corrections } from './http/corrections.ts';
import { reads } from './http/features.ts';
import { feeds } from './http/feeds.ts';
import { securityHeaders } from './http/headers.ts';
import { oembed } from './http/oembed.ts';
import { lostPage, pages } from './http/pages.tsx';
import { pictures } from './http/pictures.ts';
import { onError, problem } from './http/problem.ts';
import { purgeStories } from './http/purge.ts';
import { deskRoutes } from './http/stories.ts';
import { tiles } from './http/tiles.ts';

const gazetteer = readGazetteer(gazetteerFile);

// A starting isolate may take a second, a request only milliseconds: what is slow the first time happens here.
extract(
  {
    id: 'warm-up',
    source: '',
    published: '2024-05-15',
    text: 'Police in Paris said on Friday that two people had been injured since the end of April. The court sits until 3 June.',
  },
  gazetteer,
);

const app = new Hono<{ Bindings: Env }>();

app.use(securityHeaders);
app.use(trimTrailingSlash());
app.route('/', reads);
app.route('/', pages);
app.route('/', oembed);
app.route('/', feeds);
app.route('/', pictures);
app.route('/', tiles);

// What is mounted above is public. Everything below is closed.
app.use(requireToken(methodsOf));
app.route('/', deskRoutes(gazetteer));
app.route('/', corrections);

app.notFound((c) => {
  const methods = methodsOf(c.req.path);
  if (methods.length > 0) return notAllowed(methods).getResponse();
  return wantsPage(c) ? lostPage(c, 404) : problem(404, 'Nothing is here.').getResponse();
});
app.onError((error, c) => {
  const answer = onError(error, c);
  if (answer.status < 500 || c.req.path.startsWith('/api/') || !wantsPage(c)) return answer;
  const retry = answer.headers.get('Retry-After');
  return lostPage(c, answer.status === 503 ? 503 : 500, retry === null ? {} : { 'Retry-After': retry });
});

/** Whoever looks with a browser gets a page, and a program a problem. No cache keeps it, to give one what the other asked for. */
function wantsPage(c: Context): boolean {
  return c.req.header('Accept')?.includes('text/html') ?? false;
}

/** The methods that have a handler at a path: middleware is there for all of them, and does not count. */
function methodsOf(path: string): string[] {
  const methods = METHODS.map((method) => method.toUpperCase()).filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return methods.includes('GET') ? ['HEAD', ...methods] : methods;
}

/** Every few minutes: purges that failed when a story was published are made up for. */
async function scheduled(_event: ScheduledController, env: Env, context: ExecutionContext): Promise<void> {
  await purgeStories(context.cache, env.DB);
}

export default Object.assign(app, { scheduled });
