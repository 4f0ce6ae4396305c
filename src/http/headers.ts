import type { MiddlewareHandler } from 'hono';

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

/**
 * What a page may load: its own origin, nothing inline, no third party. In a sandbox, whose origin is "null", no script
 * of ours may start a worker by its address: the map engine then starts the same one as `data:`, in the embed alone.
 */
export function contentSecurityPolicy(ancestors: string, isEmbed = false): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `worker-src 'self'${isEmbed ? ' data:' : ''}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
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
  const isEmbed = c.req.path.startsWith('/embed/');
  const ancestors = isEmbed ? (c.env.EMBED_ANCESTORS ?? '*') : "'none'";
  c.res.headers.set('Content-Security-Policy', contentSecurityPolicy(ancestors, isEmbed));
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
};
