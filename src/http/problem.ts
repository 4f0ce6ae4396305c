import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { TooLarge } from '../store/pack.ts';

export type ProblemStatus = 400 | 401 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 501 | 502 | 503;

const TITLES: Record<ProblemStatus, string> = {
  400: 'Bad request',
  401: 'Token needed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Internal error',
  501: 'Not supported',
  502: 'The other site did not answer as needed',
  503: 'Try again',
};

/** One field that is wrong; nested ones are joined by dots: `place.lat`. */
export interface FieldProblem {
  field: string;
  detail: string;
}

/**
 * The exception that answers with an RFC 9457 problem. `fields` are named one by one in `errors`, the first also as
 * `field` and `detail`; a plain string is the detail of a problem that no field has.
 */
export function problem(
  status: ProblemStatus,
  what: string | FieldProblem | FieldProblem[],
  headers: Record<string, string> = {},
): HTTPException {
  const fields = typeof what === 'string' ? [] : [what].flat();
  const detail = typeof what === 'string' ? what : fields[0]?.detail;
  const body = {
    type: 'about:blank',
    title: TITLES[status],
    status,
    ...(detail && { detail }),
    ...(fields[0] && { field: fields[0].field, errors: fields }),
  };
  const res = new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
  return new HTTPException(status, { res, message: detail });
}

/** Answers whatever was thrown: the only catch-all there is. */
export function onError(error: Error, c: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  if (error instanceof TooLarge) return problem(413, error.message).getResponse();
  console.error(`${c.req.method} ${c.req.path}: ${error.stack ?? error}`);
  if (/D1_ERROR|D1 DB/.test(String(error))) {
    return problem(503, 'The store does not answer; nothing was written.', { 'Retry-After': '2' }).getResponse();
  }
  return problem(500, 'Something that we did not think of. It has been written to the log.').getResponse();
}
