import { expect, inject, test } from 'vitest';
import { weighEmbed } from '../bench/embed.ts';
import { openChromium } from './open-chromium.ts';

const browser = await openChromium();

test('an embed is light: bytes and requests until its events can be read, its loader, and nobody else’s host', async () => {
  const { loader, readable, strangers } = await weighEmbed(browser, inject('baseUrl'), 'aleppo-2024');
  expect(loader).toBeLessThanOrEqual(1500);
  expect(readable.bytes).toBeLessThanOrEqual(25_000);
  expect(readable.requests).toBeLessThanOrEqual(3);
  expect(strangers).toEqual([]);
});
