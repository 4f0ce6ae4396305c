import { expect, test } from 'vitest';
import { drawOnce } from '../../src/http/drawn.ts';

test('a page is drawn once a key', () => {
  let times = 0;
  const draw = () => {
    times += 1;
    return `drawing ${times}`;
  };
  expect(drawOnce(['/s/storm', 1], draw)).toBe('drawing 1');
  expect(drawOnce(['/s/storm', 1], draw)).toBe('drawing 1');
  expect(drawOnce(['/s/storm', 2], draw)).toBe('drawing 2');
});

test('what was not asked for longest makes room', () => {
  const keep = (key: string) => drawOnce([key], () => `page of ${key}`);
  keep('first');
  for (let i = 0; i < 39; i += 1) keep(`other ${i}`);
  keep('first');
  keep('one more');
  expect(drawOnce(['first'], () => 'drawn again')).toBe('page of first');
  expect(drawOnce(['other 0'], () => 'drawn again')).toBe('drawn again');
});
