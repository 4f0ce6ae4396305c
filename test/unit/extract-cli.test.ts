import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../src/cli/extract.ts');

function extract(input: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, answers: lines.map((line) => JSON.parse(line)) };
}

test('documents are answered in order, and a bad line on its own line', () => {
  const { status, stderr, answers } = extract(
    [
      '{"id":"one","text":"It rained in Paris on Friday.","published":"2024-11-30"}',
      '{"id":"two"}',
      'no JSON',
      '',
      '{"id":3,"text":"","published":null}',
      '{"id":"four","text":"It rained.","published":"99999-01-01"}',
    ].join('\n'),
  );
  expect(status).toBe(1);
  expect(answers.map(({ id }) => id)).toEqual(['one', 'two', null, 3, 'four']);
  expect(answers[0].times).toMatchObject([{ text: 'Friday', value: '2024-11-29', from: '2024-11-29' }]);
  expect(answers[0].places).toMatchObject([{ text: 'Paris', country: 'FR' }]);
  expect(answers[1].error).toMatch(/^line 2: text: /);
  expect(answers[2].error).toMatch(/^line 3: /);
  expect(answers[3]).toEqual({ id: 3, times: [], places: [], reports: [] });
  expect(answers[4].error).toMatch(/^line 6: published: /);
  expect(stderr.trim().split('\n')).toHaveLength(3);
});

test('odd texts are read, with offsets into the text as given', () => {
  const texts = [
    'Half a pair \uD800 fell in Paris on 3 May 2024.',
    '\u0000\u0001\u0002\u00FF binary',
    '<p>A storm hit <b>Lyon</b> on 3 May 2024.</p>',
    'Nothing of the kind.',
    'A storm hit Lyon on 3 May 2024. '.repeat(33_000),
  ];
  const { status, answers } = extract(texts.map((text, id) => JSON.stringify({ id, text })).join('\n'));
  expect(status).toBe(0);
  expect(answers).toHaveLength(texts.length);
  for (const [index, text] of texts.entries()) {
    for (const { start, end, text: mention } of [...answers[index].times, ...answers[index].places]) {
      expect(text.slice(start, end)).toBe(mention);
    }
  }
  expect(answers[0].times).toHaveLength(1);
  expect(answers[3]).toEqual({ id: 3, times: [], places: [], reports: [] });
  expect(answers[4].times).toHaveLength(33_000);
});

test('--help says what goes in and what comes out', () => {
  const { stdout, status } = spawnSync(process.execPath, [SCRIPT, '--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('"published"?');
});
