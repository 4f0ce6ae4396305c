import type { Context } from 'hono';
import * as v from 'valibot';
import { problem } from './problem.ts';

/** 1 MiB. */
export const BODY_BYTES = 1_048_576;

/**
 * The body of a request, read as JSON and checked: 415 for another media type, 413 past `BODY_BYTES`, 400 for what is
 * no JSON or does not fit the schema, with the fields named.
 */
export async function readJson<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw problem(415, 'The body has to be application/json.');
  const text = await readText(c.req.raw.body, Number(c.req.header('Content-Length') ?? 0));
  return check(parse(text), schema);
}

/** Checks a value against a schema: 400 with the fields named. */
export function check<Schema extends v.GenericSchema>(value: unknown, schema: Schema): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const fields = result.issues.map((issue) => ({ field: v.getDotPath(issue), detail: issue.message }));
  const whole = fields.find(({ field }) => field === null);
  if (whole) throw problem(400, `The body ${whole.detail}.`);
  throw problem(
    400,
    fields.map(({ field, detail }) => ({ field: field ?? '', detail: `\`${field}\` ${detail}.` })),
  );
}

/** Counts while it reads: what a client says of the length of its body only serves to refuse it earlier. */
async function readText(body: ReadableStream<Uint8Array> | null, announced: number): Promise<string> {
  if (announced > BODY_BYTES) throw tooLong();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let bytes = 0;
  let text = '';
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > BODY_BYTES) throw tooLong();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw problem(400, 'The body is not UTF-8.');
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem(400, 'The body is not JSON.');
  }
}

const tooLong = () => problem(413, `The body is longer than ${BODY_BYTES} bytes.`, { Connection: 'close' });
