import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLag } from '../../src/web/lag.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How often something is done in a drag of so many frames that come so far apart, ms. */
function drag(frames: number, gap: number): { during: number; after: number } {
  let done = 0;
  const ask = createLag(() => {
    done += 1;
  });
  for (let i = 0; i < frames; i++) {
    ask();
    vi.advanceTimersByTime(gap);
  }
  const during = done;
  vi.runAllTimers();
  return { during, after: done };
}

test('a machine that keeps up does it in every frame', () => {
  expect(drag(60, 16)).toEqual({ during: 60, after: 60 });
});

test('a slow one does it some nine times a second', () => {
  const { during } = drag(60, 50);
  expect(during).toBeGreaterThan(15);
  expect(during).toBeLessThan(32);
});

test('what was asked last is done, soon after the hand rests', () => {
  let shown = -1;
  let asked = -1;
  const ask = createLag(() => {
    shown = asked;
  });
  for (asked = 0; asked < 7; asked++) {
    ask();
    vi.advanceTimersByTime(40);
  }
  asked = 7;
  ask();
  vi.advanceTimersByTime(120);
  expect(shown).toBe(7);
});

test('steps with pauses between them are no sign of a slow machine', () => {
  expect(drag(5, 400).during).toBe(5);
});
