import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

/**
 * A Unix filter over JSON lines: one document in, one line out, in order.
 * A line that cannot be read gives `{"id", "error"}` on its line and the exit code 1 at the end.
 */
export async function filterLines(answer: (document: unknown) => unknown): Promise<void> {
  let number = 0;
  let failed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    let id: unknown = null;
    let out: unknown;
    try {
      const document: unknown = JSON.parse(line);
      if (typeof document === 'object' && document !== null && 'id' in document) id = document.id;
      out = answer(document);
    } catch (error) {
      failed = true;
      const message = error instanceof Error ? error.message : String(error);
      out = { id, error: `line ${number}: ${message}` };
      console.error(`line ${number}: ${message}`);
    }
    if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await once(process.stdout, 'drain');
  }
  if (failed) process.exitCode = 1;
}

/** What is wrong with a document, each complaint after the field that it is about. */
export function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'document'}: ${issue.message}`).join('; ');
}
