import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Item, toItem } from '../../src/web/item.ts';
import { createPlayer } from '../../src/web/play.ts';
import { makeEvents } from '../events.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const STORY = makeEvents(5).map(toItem);
/** Longer than the longest headline is held, ms. */
const LONG = 20_000;

/** Plays the story; the way to an event takes so long, ms, or none at all. */
function playing(way: number, items: readonly Item[] = STORY) {
  const shown: string[] = [];
  let at = -1;
  const player = createPlayer({
    next: (anew) => items[at + 1] ?? (anew ? (items[0] ?? null) : null),
    approach(_, __, there) {
      if (way === 0) {
        there();
        return () => {};
      }
      const timer = setTimeout(there, way);
      return () => clearTimeout(timer);
    },
    show(item) {
      at = items.indexOf(item);
      shown.push(item.id);
    },
    isMain: () => false,
    changed: () => {},
  });
  return { player, shown };
}

const ids = STORY.map(({ id }) => id);

describe.each([0, 400])('a way of %i ms to each event', (way) => {
  test('leads through all of them once, and from the last to the first when it is played again', () => {
    const { player, shown } = playing(way);
    player.toggle();
    vi.advanceTimersByTime(ids.length * LONG);
    expect(shown).toEqual(ids);
    expect(player.playing()).toBe(false);
    player.toggle();
    vi.advanceTimersByTime(way);
    expect(shown).toEqual([...ids, ids[0]]);
    expect(player.playing()).toBe(true);
  });

  test.each(['toggle', 'stop'] as const)('is left where it is by "%s", for as long as nobody plays', (stop) => {
    const { player, shown } = playing(way);
    player.toggle();
    vi.advanceTimersByTime(way);
    player[stop]();
    expect(player.playing()).toBe(false);
    vi.advanceTimersByTime(10 * LONG);
    expect(shown).toEqual(ids.slice(0, 1));
  });

  test('waits for a hand, and goes on when it has let go', () => {
    const { player, shown } = playing(way);
    player.toggle();
    vi.advanceTimersByTime(way);
    player.wait();
    vi.advanceTimersByTime(10 * LONG);
    expect(shown).toEqual(ids.slice(0, 1));
    expect(player.playing()).toBe(true);
    player.goOn();
    vi.advanceTimersByTime(way);
    expect(shown).toEqual(ids.slice(0, 2));
  });
});

test('plays nothing where there is nothing to play, and does not say that it does', () => {
  const { player } = playing(0, []);
  player.toggle();
  expect(player.playing()).toBe(false);
});
