import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/** All of the desk shares one token, and one allowance. */
const KEY = 'desk';

/**
 * Holds back what reads articles, which is all that costs processor time, where the desk asks for more than wrangler.toml
 * allows it. Where no such limit is set, nothing is held back. A bound on the bill, not a lock: each of
 * Cloudflare's locations counts for itself.
 */
export const limitReading: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  const { success } = (await c.env.READING_LIMIT?.limit({ key: KEY })) ?? { success: true };
  if (!success) throw problem(429, 'Too much to read at once.', { 'Retry-After': '60' });
  return next();
};
