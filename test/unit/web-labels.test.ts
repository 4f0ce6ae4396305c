import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/web/item.ts';
import { breakLines, heightOf, type Label, placeLabels } from '../../src/web/label-places.ts';

/** Seven pixels a letter. */
const measure = (text: string) => [...text].length * 7;
const item = (id: string, title: string, weight: number): Item => ({
  id,
  title,
  edtf: '2024-11-30',
  start: 0,
  end: 1,
  inferred: false,
  status: 'reported',
  category: 'other',
  place: null,
  at: null,
  sources: [],
  weight,
  seen: null,
});

describe('a headline over the timeline', () => {
  test.each([
    'Fire',
    'The bridge was closed',
    'Three ministers left the talks in Vienna before the vote',
    'The harbour authority lifted its ban on fishing in the northern bay',
    'المدينة القديمة فتحت أبوابها أمام الزوار للمرة الأولى',
  ])('is broken between its words and keeps them all: %s', (title) => {
    const lines = breakLines(title, { scale: 1, measure }, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.join(' ')).toBe(title);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(204);
  });

  test('that is too long ends after a word, without the comma', () => {
    const title = `${'Seven towns along the river, '.repeat(9)}were flooded`;
    const lines = breakLines(title, { scale: 1, measure }, 3);
    const kept = lines.join(' ');
    expect(lines).toHaveLength(3);
    expect(kept).toMatch(/[a-z] …$/);
    expect(title.startsWith(kept.slice(0, -2))).toBe(true);
    expect(' ,'.includes(title[kept.length - 2] ?? '')).toBe(true);
    expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(204);
  });

  test('without spaces is broken between letters', () => {
    const lines = breakLines('台風が島を横切り停電が続いた'.repeat(4), { scale: 1, measure }, 3);
    expect(lines.length).toBe(3);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(204);
  });
});

describe('the headlines', () => {
  const items = Array.from({ length: 12 }, (_, index) =>
    item(`e${index}`, `What happened as number ${index} of the twelve`, ((index * 7) % 12) / 12),
  );
  /** `height` is what headlines and bars share. */
  const place = (width: number, height = 152, rtl = false, scale = 1) =>
    placeLabels(items, (one) => ({ x: (width * (items.indexOf(one) + 0.5)) / 12, busy: 1 }), {
      width,
      height,
      rtl,
      scale,
      measure: (text) => measure(text) * scale,
    });
  const span = ({ left, width, x }: Label) => [Math.min(left, x), Math.max(left + width, x)] as const;

  test.each([
    [600, false, 1],
    [900, false, 1],
    [1400, false, 1],
    [900, true, 1],
    [900, false, 1.5],
    [1000, false, 2],
    [1000, true, 2],
  ])('keep apart and within %i pixels, the weightiest among them', (width, rtl, scale) => {
    const labels = place(width, 152 * scale, rtl, scale);
    expect(labels.length).toBeGreaterThan(1);
    expect(labels[0]?.item.weight).toBe(Math.max(...items.map(({ weight }) => weight)));
    for (const label of labels) {
      const [from, to] = span(label);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(width);
      for (const other of labels) {
        if (other === label) continue;
        const [a, b] = span(other);
        expect(to < a || from > b).toBe(true);
      }
    }
    expect(heightOf(labels)).toBeLessThanOrEqual(48 * scale);
  });

  test('are fewer and shorter where the type is larger, and leave the bars their room', () => {
    const heights = [1, 1.25, 1.5].map((scale) => heightOf(place(900, 120, false, scale)));
    for (const height of heights) expect(120 - height).toBeGreaterThanOrEqual(54);
    expect(place(900, 120, false, 1.5)[0]?.lines.length).toBeLessThanOrEqual(2);
    expect(place(900, 320, false, 2).length).toBeLessThan(place(900, 320).length);
  });

  test('stay away where there is no room for them', () => {
    expect(place(500)).toEqual([]);
    expect(place(900, 74)).toEqual([]);
    expect(place(900, 102, false, 2)).toEqual([]);
    expect(heightOf([])).toBe(0);
  });
});
