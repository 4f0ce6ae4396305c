import { describe, expect, test } from 'vitest';
import { INITIAL, readState, type State, writeState } from '../../src/web/state.ts';

const STATES: Partial<State>[] = [
  {},
  { event: 'x-1' },
  { event: 'a b&c=d#e/f ü 北京' },
  { mode: 'window', from: Date.UTC(2024, 10, 27), to: Date.UTC(2024, 10, 30, 21, 59, 59) },
  { mode: 'window', from: Date.UTC(2024, 10, 27), to: null },
  { mode: 'moment', to: Date.UTC(2024, 10, 30, 4) },
  { to: Date.UTC(1923, 3, 1) },
  { categories: ['conflict', 'health'], statuses: ['claimed', 'planned'] },
  { sources: ['Meridian Wire', 'A, B & C'] },
  { search: 'café <b>', inView: true },
  { main: true },
  { view: { zoom: 7.25, lat: -36.2, lng: 137.1 } },
  { since: Date.UTC(2024, 10, 29, 12, 30) },
];

describe('the state in the address', () => {
  test.each(STATES)('comes back as it went: %j', (part) => {
    const state = { ...INITIAL, ...part };
    expect(readState(`#${writeState(state)}`)).toEqual({ state, clean: true });
  });

  test('is empty for the view that a story opens with', () => {
    expect(writeState(INITIAL)).toBe('');
  });

  const HOSTILE = [
    't=yesterday',
    't=2024-13-45',
    't=2024-11-30/2024-11-01',
    't=a/b/c',
    'm=<script>',
    'k=conflict,__proto__',
    'k=constructor',
    'c=true',
    'v=99/0/0',
    'v=5/91/0',
    'v=NaN/NaN/NaN',
    'v=1/2',
    'since=999999-01-01T00:00Z',
    `q=${'x'.repeat(3000)}`,
    'e=',
  ];
  test.each(HOSTILE)('falls back where it cannot be read: %s', (fragment) => {
    const { state, clean } = readState(`#${fragment}`);
    expect(clean).toBe(false);
    expect(state).toEqual(INITIAL);
  });

  test('keeps the parts that can be read', () => {
    const { state, clean } = readState('#k=health&m=nonsense&q=road');
    expect(clean).toBe(false);
    expect(state).toEqual({ ...INITIAL, categories: ['health'], search: 'road' });
  });

  test('leaves alone what belongs to others', () => {
    expect(readState('#utm_source=letter&amp=1')).toEqual({ state: INITIAL, clean: true });
    expect(readState('#%E0%A4%A')).toEqual({ state: INITIAL, clean: true });
  });
});
