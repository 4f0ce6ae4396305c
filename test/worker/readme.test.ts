import { expect, test } from 'vitest';
import packageFile from '../../package.json';
import readme from '../../README.md?raw';
import environment from '../../src/env.d.ts?raw';
import worker from '../../src/index.ts';

test('every route is in the README', () => {
  const paths = worker.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path);
  const written = paths.map((path) => path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}'));
  expect(written.length).toBeGreaterThan(10);
  expect(written.filter((path) => !readme.includes(`${path}\``) && !readme.includes(`${path}?`))).toEqual([]);
});

test('every script is in the README', () => {
  const missing = Object.keys(packageFile.scripts).filter((name) => {
    const words = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    return !readme.includes(words);
  });
  expect(missing).toEqual([]);
});

test('every setting is in the README', () => {
  const settings = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+)\??:/gm)].map(([, name = '']) => name);
  expect(settings).toContain('DATELINE_TOKEN');
  expect(settings.filter((name) => !['ASSETS', 'DB'].includes(name) && !readme.includes(name))).toEqual([]);
});
