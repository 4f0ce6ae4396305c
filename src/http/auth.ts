import type { Context, MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const encoder = new TextEncoder();

/**
 * Lets the desk through. Everything mounted below this is closed, whatever its path is written like: what is public
 * has been mounted above. `allowed` are the methods that the path has at all.
 */
export function requireToken(allowed: (path: string) => string[]): MiddlewareHandler<{ Bindings: Env }> {
  return async (c, next) => {
    if (await isDesk(c)) return next();
    const { method, path } = c.req;
    const methods = allowed(path);
    if (methods.length > 0 && !methods.includes(method)) throw notAllowed(methods);
    // A reader who mistypes an address is told that there is nothing, not that a token is needed.
    if ((method === 'GET' || method === 'HEAD') && !/^\/+api(\/|$)/i.test(path)) return c.notFound();
    throw problem(401, 'This needs the token of the desk.', { 'WWW-Authenticate': challenge(c) });
  };
}

export const notAllowed = (methods: string[]) =>
  problem(405, `This address answers ${methods.join(', ')}.`, { Allow: methods.join(', ') });

async function isDesk(c: Context<{ Bindings: Env }>): Promise<boolean> {
  const given = bearer(c);
  const token = c.env.DATELINE_TOKEN;
  if (given === undefined || !token) return false;
  // Digests are of one length, and comparing them takes as long for a good guess as for a bad one.
  const [left, right] = await Promise.all([digest(given), digest(token)]);
  return crypto.subtle.timingSafeEqual(left, right);
}

const bearer = (c: Context) => /^Bearer +(?<token>\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.groups?.token;

const digest = (text: string) => crypto.subtle.digest('SHA-256', encoder.encode(text));

const challenge = (c: Context) => `Bearer realm="dateline"${bearer(c) === undefined ? '' : ', error="invalid_token"'}`;
