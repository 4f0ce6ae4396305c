import { expect, test } from 'vitest';
import { joinFragment, splitFragment } from '../../src/web/frame/secret.ts';

test.each([
  ['', '', null],
  ['#', '', null],
  ['#e=a1&m=window', 'e=a1&m=window', null],
  ['#?secret=Ab3dEf9hJk', '', 'Ab3dEf9hJk'],
  ['#e=a1#?secret=Ab3dEf9hJk', 'e=a1', 'Ab3dEf9hJk'],
  ['#e=a1&secret=Ab3dEf9hJk', 'e=a1', 'Ab3dEf9hJk'],
  ['#secret=Ab3dEf9hJk', '', 'Ab3dEf9hJk'],
  // What is no plain word is not repeated to the host.
  ['#?secret=<img>', '?secret=<img>', null],
  ['#q=nosecret=x', 'q=nosecret=x', null],
])('%s is the state "%s" and the secret %s', (hash, state, secret) => {
  expect(splitFragment(hash)).toEqual({ state, secret });
  expect(splitFragment(`#${joinFragment(hash, { value: secret })}`)).toEqual({ state, secret });
});
