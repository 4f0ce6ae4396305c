import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PALETTES } from '../../src/http/picture/palette.ts';
import { nearestSize, SIZES } from '../../src/http/picture/sizes.ts';

const baseCss = readFileSync(resolve(import.meta.dirname, '../../src/web/page/base.css'), 'utf8');

test.each([
  [null, null, [1200, 630]],
  [1200, 628, [1200, 630]],
  [1920, 1080, [1280, 720]],
  [500, 500, [1080, 1080]],
  [300, null, [400, 210]],
  [null, 1400, [1080, 1350]],
] as const)('the size nearest to %s by %s', (width, height, expected) => {
  const size = nearestSize(width, height);
  expect([size.width, size.height]).toEqual(expected);
  expect(SIZES).toContain(size);
});

test.each(['light', 'dark'] as const)('a %s picture has the colours of the page', (theme) => {
  const { paper, ink, soft, rule, accent, hues } = PALETTES[theme];
  const block = baseCss.split(':root {')[theme === 'light' ? 1 : 2]?.split('}')[0] ?? '';
  const colours = Object.fromEntries(
    [...block.matchAll(/--(?<name>[a-z-]+): (?<value>#\w+)/g)].map(({ groups }) => [groups?.name, groups?.value]),
  );
  expect(colours).toMatchObject({ paper, ink, soft, rule, accent });
  for (const [name, hue] of Object.entries(hues)) expect(colours[`hue-${name}`], name).toBe(hue);
});
