import type { Context, MiddlewareHandler } from 'hono';
import { digestOf } from './digest.ts';

/** For a minute an answer is new; then it may be served while a newer one is fetched, and for a week when that fails. */
export const PUBLIC = 'public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800';

/**
 * Answers a reader: cached in front of the Worker under the tags of its stories, with an ETag of the body, and 304 for
 * a client that has it already. The answer is open to the scripts of any site.
 */
export async function answerReader(
  c: Context,
  body: string,
  type: string,
  slugs: readonly string[],
  headers: Record<string, string> = {},
): Promise<Response> {
  const etag = `"${(await digestOf(body)).slice(0, 32)}"`;
  const sent = new Headers({
    'Cache-Control': PUBLIC,
    'Cache-Tag': ['stories', ...slugs.map(storyTag)].join(','),
    ETag: etag,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Link',
    ...headers,
  });
  if (matches(c.req.header('If-None-Match'), etag)) return new Response(null, { status: 304, headers: sent });
  sent.set('Content-Type', type);
  return new Response(body, { headers: sent });
}

/** The cache tag of all that is drawn from one story. */
export const storyTag = (slug: string) => `story-${slug}`;

/** RFC 9110: a list of entity tags, or `*`; whether a tag is weak makes no difference here. */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false;
}

/** The address under which the world knows this Worker: from the setting, so that no Host header gets into a cache. */
export function originOf(c: Context<{ Bindings: Env }>): string {
  return c.env.PUBLIC_URL ? new URL(c.env.PUBLIC_URL).origin : new URL(c.req.url).origin;
}

/** Lets scripts of any site ask whether they may read: they may, and no more than that. */
export function answerPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
      'Cache-Control': 'public, max-age=86400',
    },
  });
}

/**
 * Sends readers who add a query to an address that takes none to the plain one. Caches tell addresses apart by their
 * query, so that each new one would be one more way around them.
 */
export const withoutQuery: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (search === '' || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next();
  return new Response(null, {
    status: 301,
    headers: { Location: pathname, 'Cache-Control': 'public, max-age=86400', 'Access-Control-Allow-Origin': '*' },
  });
};
