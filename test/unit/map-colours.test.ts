import { describe, expect, test } from 'vitest';
import { readColour } from '../../src/http/colour.ts';
import { coloursCss, markOf, readColours } from '../../src/http/map-colours.ts';
import { mapSettingsOf } from '../../src/http/map-settings.ts';
import { paletteOf } from '../../src/http/picture/palette.ts';

test.each([
  ['#FFf', '#ffffff'],
  [' #1a2B3c ', '#1a2b3c'],
  ['rgb(1, 20,255)', '#0114ff'],
  ['rgb(1 20 255)', '#0114ff'],
  ['rgb(1 20 256)', null],
  ['#ffff', null],
  ['red', null],
  ['', null],
  ['#fff;}body{display:none', null],
  ['url(https://example.org/a.png)', null],
  ['var(--ink)', null],
  ['#fff\n/*', null],
])('%j is the colour %j', (text, expected) => {
  expect(readColour(text)).toBe(expected);
});

test('no setting is no fault', () => {
  for (const unset of [undefined, '', '  ']) expect(readColours(unset)).toEqual({ colours: null, faults: [] });
});

test('a newsroom’s colours take the place of ours, one by one', () => {
  const { colours, faults } = readColours(
    '{"light": {"land": "#fff", "accent": "rgb(0, 94, 165)", "red": "#900"}, "dark": {"water": "#001020"}}',
  );
  expect(faults).toEqual([]);
  expect(colours).toEqual({
    light: { map: { land: '#ffffff' }, accent: '#005ea5', hues: { red: '#990000' } },
    dark: { map: { water: '#001020' }, hues: {} },
  });
  const palette = paletteOf('light', colours);
  expect(palette).toMatchObject({ accent: '#005ea5', map: { land: '#ffffff' }, hues: { red: '#990000' } });
  expect(palette.map.water).toBe(paletteOf('light', null).map.water);
});

describe('a setting is not used as a whole when it has a fault', () => {
  test.each([
    ['{', 'is no JSON object'],
    ['[]', 'is no JSON object'],
    ['"#fff"', 'is no JSON object'],
    ['{"sepia": {}}', 'sepia is none of light, dark, print'],
    ['{"light": "#fff"}', 'light is no object'],
    ['{"light": {"lands": "#fff"}}', 'lands is no colour of the map'],
    ['{"light": {"__proto__": {"land": "#fff"}}}', '__proto__ is no colour of the map'],
    ['{"light": {"constructor": "#fff"}}', 'constructor is no colour of the map'],
    ['{"light": {"land": "#fff;}*{display:none}"}}', 'is neither #rrggbb nor rgb()'],
    ['{"light": {"land": 16777215}}', 'is neither #rrggbb nor rgb()'],
    ['{"light": {"land": null}}', 'is neither #rrggbb nor rgb()'],
    ['{"light": {"land": "#333333"}}', 'light.placeText stands out from land by'],
    ['{"light": {"waterText": "#c8d6dd"}}', 'light.waterText stands out from water by'],
    ['{"dark": {"red": "#333"}}', 'dark.red stands out from land by'],
    ['{"light": {"accent": "#ff0"}}', 'light.accent stands out from paper by'],
  ])('%s', (setting, fault) => {
    const { colours, faults } = readColours(setting);
    expect(colours).toBeNull();
    expect(faults.join('\n')).toContain(fault);
  });
});

test('a fault is told in a line, however long what was given', () => {
  const { faults } = readColours(JSON.stringify({ ['x'.repeat(5000)]: {} }));
  expect(faults.join().length).toBeLessThan(120);
});

test('the style sheet holds nothing but our own words and hexadecimal colours', () => {
  const { colours } = readColours(
    '{"light": {"land": "#FFF", "placeText": "#111"}, "dark": {"blue": "#8cf"}, "print": {"land": "#fff"}}',
  );
  if (!colours) throw new Error('The colours are fit');
  const css = coloursCss(colours);
  expect(css).toContain('--map-land:#ffffff;--map-place-text:#111111');
  expect(css).toContain('--hue-blue:#88ccff');
  expect(css.replaceAll(/#[\da-f]{6}\b/g, '')).toMatch(/^[a-z@:;{}()\s-]+$/);
  expect(css).toContain('(prefers-color-scheme: dark)');
  // An editor's choice of theme is not the reader's to change; what is printed stays as it is.
  expect(coloursCss(colours, 'dark')).not.toMatch(/prefers-color-scheme|--map-place-text/);
  expect(coloursCss(colours, 'dark')).toContain('@media print');
});

test('other colours are another address of a picture', () => {
  const marks = ['{"light": {"land": "#fff"}}', '{"light": {"land": "#fefefe"}}'].map((setting) =>
    markOf(readColours(setting).colours),
  );
  expect(new Set([...marks, markOf(null)]).size).toBe(3);
});

describe('the hosts of another style', () => {
  const hostsOf = (hosts: string, style = 'https://maps.example.com/style.json') =>
    mapSettingsOf({ MAP_STYLE: style, MAP_STYLE_HOSTS: hosts });

  test('are its own and those that are named', () => {
    const { hosts, faults } = hostsOf('https://tiles.example.net https://*.cdn.example.net, https://maps.example.com');
    expect(hosts).toEqual(['https://maps.example.com', 'https://tiles.example.net', 'https://*.cdn.example.net']);
    expect(faults).toEqual([]);
  });

  test('are none without a style', () => {
    expect(hostsOf('https://tiles.example.net', '').hosts).toEqual([]);
    expect(hostsOf('https://tiles.example.net', 'javascript:alert(1)')).toMatchObject({
      hosts: [],
      faults: ['MAP_STYLE is no http or https address'],
    });
  });

  test.each([
    '*',
    'https:',
    'https://*',
    'https://*.org',
    'tiles.example.net',
    "'unsafe-inline'",
    'https://a.example;script-src',
    'data:',
    'https://a.example/path',
    'https://user@a.example',
    'https://a..example',
  ])('are not opened by %s', (host) => {
    const { hosts, faults } = hostsOf(host);
    expect(hosts).toEqual(['https://maps.example.com']);
    expect(faults).toHaveLength(1);
  });
});
