import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRest } from '../../src/web/rest.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function counted(ms: number) {
  let calls = 0;
  const rest = createRest(ms, () => {
    calls += 1;
  });
  return { ...rest, calls: () => calls };
}

test('is called once, when nothing has asked for so long', () => {
  const { ask, calls } = counted(300);
  for (let move = 0; move < 50; move++) {
    ask();
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(280);
  expect(calls()).toBe(0);
  vi.advanceTimersByTime(10);
  expect(calls()).toBe(1);
  vi.runAllTimers();
  expect(calls()).toBe(1);
  ask();
  vi.runAllTimers();
  expect(calls()).toBe(2);
});

test('is not called for what was taken back, and waits anew for what is asked after that', () => {
  const { ask, cancel, calls } = counted(300);
  ask();
  vi.advanceTimersByTime(200);
  cancel();
  vi.advanceTimersByTime(50);
  ask();
  vi.advanceTimersByTime(290);
  expect(calls()).toBe(0);
  vi.advanceTimersByTime(20);
  expect(calls()).toBe(1);
});

test('a drag of many moves sets hardly any timers', () => {
  const { ask } = counted(300);
  const set = vi.spyOn(globalThis, 'setTimeout');
  for (let move = 0; move < 100; move++) {
    ask();
    vi.advanceTimersByTime(16);
  }
  expect(set.mock.calls.length).toBeLessThan(10);
});
