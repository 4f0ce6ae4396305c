import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import app from '../../src/index.ts';

export interface Request {
  /** Sent as JSON. */
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
  /** Another store than that of the tests. */
  db?: D1Database;
  /** Another limit of what may be read or drawn. */
  limit?: RateLimit;
}

/** Sends a request to the Worker as the desk does; `GET /api/stories` in one string. */
export async function desk(line: string, { headers = {}, ...request }: Request = {}): Promise<Response> {
  return send(line, { ...request, headers: { Authorization: `Bearer ${env.DATELINE_TOKEN}`, ...headers } });
}

/** Sends a request as a reader does, without a token. */
export async function reader(line: string, request: Request = {}): Promise<Response> {
  return send(line, request);
}

async function send(
  line: string,
  { json, body, headers = {}, db = env.DB, limit = env.READING_LIMIT }: Request,
): Promise<Response> {
  const [method = '', path = ''] = line.split(' ');
  const context = createExecutionContext();
  const response = await app.fetch(
    new Request(`https://maps.example.org${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined && { body }),
    }),
    { ...env, DB: db, READING_LIMIT: limit, DRAWING_LIMIT: limit },
    context,
  );
  await waitOnExecutionContext(context);
  return response;
}

/** A story with its articles, written and perhaps published. */
export async function tellStory(slug: string, articles: object[], { publish = false } = {}): Promise<void> {
  await expectOk(
    desk(`PUT /api/stories/${slug}`, { json: { title: `The story of ${slug}`, timeZone: 'Asia/Damascus' } }),
  );
  for (const json of articles) await expectOk(desk(`POST /api/stories/${slug}/articles`, { json }));
  if (publish) await expectOk(desk(`POST /api/stories/${slug}/publish`));
}

async function expectOk(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}
