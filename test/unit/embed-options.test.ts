import { expect, test } from 'vitest';
import { readOptions } from '../../src/web/options.ts';

const read = (query: string) => readOptions(new URLSearchParams(query), 'Asia/Damascus');
const PLAIN = { theme: 'auto', layout: 'full', height: 640, plain: false, static: false, house: '', view: '' };

test.each([
  ['', PLAIN],
  ['theme=dark', { ...PLAIN, theme: 'dark' }],
  ['layout=list', { ...PLAIN, layout: 'list', height: 480 }],
  ['height=500', { ...PLAIN, height: 500 }],
  ['height=auto', { ...PLAIN, height: 'auto' }],
  ['plain', { ...PLAIN, plain: true }],
  ['plain=true&static=1', { ...PLAIN, plain: true, static: true }],
  ['category=conflict,diplomacy', { ...PLAIN, view: 'k=conflict,diplomacy' }],
  ['source=The+Harbour+Post|AFP', { ...PLAIN, view: 'o=The%20Harbour%20Post&o=AFP' }],
  // A day is that of the story's zone, from its first second to its last.
  ['start=2024-11-27', { ...PLAIN, view: 't=2024-11-27T20:59:59Z' }],
  ['start=2024-11-27T18:30Z', { ...PLAIN, view: 't=2024-11-27T18:30Z' }],
  ['window=2024-11-27/2024-11-30', { ...PLAIN, view: 'm=window&t=2024-11-26T21:00Z/2024-11-30T20:59:59Z' }],
  ['accent=%23c00&sans=Arial,+sans-serif', { ...PLAIN, house: 'accent=%23c00&sans=Arial%2C+sans-serif' }],
  ['window=2024-11/..', { ...PLAIN, view: 'm=window&t=2024-10-31T21:00Z/..' }],
])('the options %s', (query, options) => {
  expect(read(query)).toEqual(options);
});

test.each([
  'theme=<script>',
  'layout=toString',
  'layout=__proto__',
  'height=-1',
  'height=1e9',
  'height=640px',
  'height=99999',
  'plain=no',
  'static=0',
  'start=yesterday',
  'start=2024-11-27/2024-11-28',
  'window=2024-11-30/2024-11-27',
  'window=2024-11-27',
  'window=a/b/c',
  'category=war',
  `source=${'x'.repeat(300)}`,
  'source=|',
  'accent=red;}',
  'paper=url(https://example.org/x)',
  'ink=var(--x)',
  'sans=%22Arial',
  'serif=Arial}body{display:none',
  'constructor=1&%00=%00',
])('%s is as if it had not been said', (query) => {
  expect(read(query)).toEqual(PLAIN);
});

test('one hostile option spoils no other', () => {
  expect(read('theme=%22onload=&layout=map&category=nonsense,conflict,&window=x&height=0')).toEqual({
    ...PLAIN,
    layout: 'map',
    height: 480,
    view: 'k=conflict',
  });
});
