import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { capitalNames, countryNames } from '../../src/basemap/countries.ts';
import { contrastOf } from '../../src/http/colour.ts';
import { basemapStyle } from '../../src/web/style.ts';
import { coloursFor, THEMES } from '../../src/web/themes.ts';

const [css, page] = ['ground.css', 'page/base.css'].map((name) =>
  readFileSync(resolve(import.meta.dirname, '../../src/web', name), 'utf8'),
) as [string, string];

describe.each(Object.entries(THEMES))('the %s map', (theme, colours) => {
  test.each(['en', 'de', 'ar', 'pt-BR', 'zh-Hant'])('is a valid style in %s', (lang) => {
    const style = basemapStyle({
      tiles: 'https://maps.example.org/basemap/0123456789ab',
      maxZoom: 7,
      colours,
      lang,
      countries: countryNames(lang),
      fonts: { 'Map Regular': [{ url: 'https://maps.example.org/a.woff2', 'unicode-range': ['U+0-FF'] }] },
    });
    expect(validateStyleMin(style)).toEqual([]);
  });

  test('has names that stand out from land', () => {
    expect(contrastOf(colours.placeText, colours.land)).toBeGreaterThan(7);
    expect(contrastOf(colours.countryText, colours.land)).toBeGreaterThan(4.4);
  });

  test('has names of water and lines that stand out, as far as the reader asked for that', () => {
    const more = theme.startsWith('contrast');
    expect(contrastOf(colours.waterText, colours.water)).toBeGreaterThan(more ? 5 : 3);
    expect(contrastOf(colours.regionText, colours.land)).toBeGreaterThan(more ? 7 : 3);
    expect(contrastOf(colours.border, colours.land)).toBeGreaterThan(more ? 15 : 3);
  });

  test('lets the marks of its page stand out from land and sea', () => {
    const isDark = /dark/i.test(theme);
    const root = isDark ? page.slice(page.indexOf('(prefers-color-scheme: dark)')) : page;
    const hues = [...root.slice(0, root.indexOf('--hue-grey') + 24).matchAll(/--hue-(?<name>\w+): (?<hue>#\w{6})/g)];
    expect(hues).toHaveLength(6);
    for (const { groups } of hues) {
      const { name = '', hue = '' } = groups ?? {};
      expect([name, contrastOf(hue, colours.land) > 4]).toEqual([name, true]);
      expect([name, contrastOf(hue, colours.water) > 3]).toEqual([name, true]);
    }
  });
});

test.each([
  ['light', ':root'],
  ['dark', '@media (prefers-color-scheme: dark)'],
  ['contrast', '@media (prefers-contrast: more)'],
  ['contrastDark', '@media (prefers-color-scheme: dark) {\n  @media (prefers-contrast: more)'],
  ['print', '@media print'],
] as const)('the %s map has the same colours when the server draws it', (theme, place) => {
  const colours = THEMES[theme];
  const block = css.slice(css.indexOf(place), css.indexOf('}', css.indexOf(place)));
  const found = [...block.matchAll(/--map-(?<name>[a-z-]+): (?<value>#\w+)/g)].map(({ groups }) => [
    groups?.name,
    groups?.value,
  ]);
  expect(Object.fromEntries(found)).toEqual({
    land: colours.land,
    water: colours.water,
    river: colours.river,
    'water-text': colours.waterText,
    coast: colours.coast,
    border: colours.border,
    'region-border': colours.regionBorder,
    'country-text': colours.countryText,
    'place-text': colours.placeText,
    halo: colours.halo,
    area: colours.area,
  });
});

test('countries are named as newspapers name them, in the reader’s language', () => {
  expect(countryNames('en')).toMatchObject({ TR: 'Turkey', MK: 'North Macedonia', CI: 'Ivory Coast', GB: 'Britain' });
  expect(countryNames('de')).toMatchObject({ TR: 'Türkei', SY: 'Syrien', CI: 'Côte d’Ivoire' });
  expect(countryNames('ar')).toMatchObject({ SY: 'سوريا' });
  expect(countryNames('tlh-no-such')).toMatchObject({ SY: 'Syria' });
});

test.each([
  ['el', 'DE', 'ΓΕΡΜΑΝΙΑ'],
  ['tr', 'SY', 'SURİYE'],
  ['de', 'AT', 'ÖSTERREICH'],
  ['ar', 'SY', 'سوريا'],
  ['no language', 'TR', 'TURKEY'],
])('the capital letters of a country on a map in %s are those of the language', (lang, code, name) => {
  expect(capitalNames(lang)[code]).toBe(name);
});

test('the live map has the newsroom’s colours, and for more contrast ours, dark on a dark page', () => {
  const own = { light: { map: { land: '#fefefe' }, hues: {} }, dark: { map: { land: '#010101' }, hues: {} } };
  expect(coloursFor({ dark: false, contrast: false }, own)).toEqual({ ...THEMES.light, land: '#fefefe' });
  expect(coloursFor({ dark: true, contrast: false }, own)).toEqual({ ...THEMES.dark, land: '#010101' });
  expect(coloursFor({ dark: false, contrast: true }, own)).toEqual(THEMES.contrast);
  expect(coloursFor({ dark: true, contrast: true }, own)).toEqual(THEMES.contrastDark);
});

test('the letters of a joined script are not set apart, those of others are', () => {
  const spacings = (lang: string) =>
    basemapStyle({
      tiles: 'https://maps.example.org/basemap/0123456789ab',
      maxZoom: 7,
      colours: THEMES.light,
      lang,
      countries: countryNames(lang),
    }).layers.flatMap(({ layout }) => {
      const spacing = layout && 'text-letter-spacing' in layout ? layout['text-letter-spacing'] : undefined;
      // What is placed by hand says it name by name.
      return spacing === undefined || JSON.stringify(spacing) === '["get","spacing"]' ? [] : [spacing];
    });
  expect(spacings('hi').length).toBeGreaterThan(5);
  expect(new Set(spacings('hi'))).toEqual(new Set([0]));
  expect(spacings('de')).not.toContain(0);
});
