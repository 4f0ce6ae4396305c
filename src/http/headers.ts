import type { MiddlewareHandler } from 'hono';
import { mapSettingsOf } from './map-settings.ts';

/**
 * The security headers of every answer. Static assets do not pass through the Worker: `public/_headers` says the same
 * for them, and a test compares the two.
 */
export const SECURITY_HEADERS: Record<string, string> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** What a kind of page may do beyond the others. */
interface Leave {
  /** Who may frame it. */
  ancestors?: string;
  /** In a sandbox, whose origin is "null", no script of ours may start a worker by its address: the map engine then
   * starts the same one as `data:`. */
  workers?: string;
  /** What it may frame. */
  frames?: string;
  /** The hosts of a map that is not our own. */
  mapHosts?: readonly string[];
}

/** What a page may load: its own origin, nothing inline, no third party. */
export function contentSecurityPolicy({
  ancestors = "'none'",
  workers = "'self'",
  frames = "'none'",
  mapHosts = [],
}: Leave = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // A worker from our address would have that file's policy, which knows no other host; from a blob it has the page's.
    `worker-src ${workers}${mapHosts.length > 0 ? ' blob:' : ''}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...mapHosts].join(' ')}`,
    `frame-src ${frames}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** Sets the headers on every answer of the Worker; only the embed may be framed, by `EMBED_ANCESTORS` or anybody. */
export const securityHeaders: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  await next();
  c.res.headers.set('Content-Security-Policy', contentSecurityPolicy(leaveOf(c.req.path, c.env)));
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
};

function leaveOf(path: string, env: Env): Leave {
  const ancestors = env.EMBED_ANCESTORS;
  const mapHosts = /^\/(?:s|embed)\//.test(path) ? mapSettingsOf(env).hosts : [];
  // The page on which an editor sees the embed frames it, whoever else may.
  if (path.startsWith('/embed/'))
    return { ancestors: ancestors ? `'self' ${ancestors}` : '*', workers: "'self' data:", mapHosts };
  return /^\/s\/[^/]+\/embed$/.test(path) ? { frames: "'self'", mapHosts } : { mapHosts };
}
