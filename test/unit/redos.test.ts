import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { check } from 'recheck';
import { parseAst } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import 'chrono-node/en';

/**
 * Every regular expression of the project is linear by a ReDoS checker: those written as literals, found in the syntax
 * trees, and those composed when the core loads. The checker's native program is used where there is one, else its
 * JavaScript; neither needs a network.
 */

const src = join(import.meta.dirname, '../../src');
/** Milliseconds for one pattern and one method. */
const TIME_FOR_ONE = 60_000;

/** Judged by the characters that it reads, not by the clock: on a busy machine a clock calls linear patterns polynomial. */
const FUZZ = { randomSeed: 1, incubationTimeout: null, attackTimeout: null };

interface Found {
  source: string;
  flags: string;
  where: string;
}

/** Where patterns are composed when modules load; nowhere else is a RegExp constructed. */
const COMPOSING = ['extract'];

const found = new Map<string, Found>();
const composedOutside: string[] = [];

beforeAll(async () => {
  process.env.RECHECK_BACKEND = process.platform === 'linux' && process.arch === 'x64' ? 'native' : 'pure';
  for (const file of listSources()) {
    const where = relative(src, file).split(sep).join('/');
    const composes = collectLiterals(file, where);
    if (composes && !COMPOSING.includes(where.split('/')[0] ?? '')) composedOutside.push(where);
  }
  await collectComposed();
});

describe('regular expressions', () => {
  test('are composed in the core alone', () => {
    expect(composedOutside).toEqual([]);
  });

  test('are all linear', { timeout: 600_000 }, async () => {
    expect(found.size).toBeGreaterThan(100);
    const bad: string[] = [];
    const queue = [...found.values()];
    const lane = async () => {
      for (let pattern = queue.pop(); pattern; pattern = queue.pop()) {
        const verdict = await judge(pattern);
        if (verdict) bad.push(verdict);
      }
    };
    await Promise.all([lane(), lane()]);
    expect(bad).toEqual([]);
  });
});

/** Null for a linear pattern, else what is wrong with it: what the checker cannot decide is not called linear. */
async function judge({ source, flags, where }: Found): Promise<string | null> {
  const quick = await check(source, flags, { checker: 'automaton', timeout: TIME_FOR_ONE });
  const result = quick.status === 'unknown' ? await check(source, flags, { ...FUZZ, timeout: TIME_FOR_ONE }) : quick;
  if (result.status === 'safe') return null;
  const complexity = result.status === 'vulnerable' ? result.complexity.summary : 'undecided';
  return `${where}: /${source.slice(0, 100)}/${flags} is ${complexity}`;
}

function listSources(): string[] {
  return readdirSync(src, { recursive: true })
    .map((name) => join(src, String(name)))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
}

/** Adds the literals of a file; true when it constructs patterns as well. */
function collectLiterals(file: string, where: string): boolean {
  let composes = false;
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isLiteral(node)) add({ source: node.regex.pattern, flags: node.regex.flags, where });
    if (isConstruction(node)) composes = true;
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  return composes;
}

function isLiteral(node: object): node is { regex: { pattern: string; flags: string } } {
  return (
    'type' in node &&
    node.type === 'Literal' &&
    'regex' in node &&
    typeof node.regex === 'object' &&
    node.regex !== null
  );
}

function isConstruction(node: object): boolean {
  if (!('type' in node) || (node.type !== 'NewExpression' && node.type !== 'CallExpression') || !('callee' in node))
    return false;
  const { callee } = node;
  return typeof callee === 'object' && callee !== null && 'name' in callee && callee.name === 'RegExp';
}

/** Loads the core while every construction of a RegExp is noted; chrono's own patterns were made before. */
async function collectComposed(): Promise<void> {
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?]) {
      const made = new target(...args);
      add({ source: made.source, flags: made.flags, where: 'composed in extract' });
      return made;
    },
  });
  try {
    await import('../../src/extract/index.ts');
  } finally {
    globalThis.RegExp = original;
  }
}

function add(pattern: Found): void {
  found.set(`${pattern.source} ${pattern.flags}`, pattern);
}
