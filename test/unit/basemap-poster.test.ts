import { expect, test } from 'vitest';
import { shownAsIs } from '../../src/basemap/label-room.ts';
import { drawLocator } from '../../src/basemap/locator.ts';
import { drawPoster } from '../../src/basemap/poster.ts';
import { labelPoster } from '../../src/basemap/poster-labels.ts';
import { scaleBar } from '../../src/basemap/scale.ts';
import { packShapes, readShapes } from '../../src/basemap/shapes.ts';
import { type Bounds, boundsOf, fitView, projector } from '../../src/basemap/view.ts';
import { waterStands } from '../../src/basemap/water-room.ts';

const SIZE = { width: 720, height: 480, padding: 40 };

// An island across the antimeridian, a continent round the pole, a square country with a road through it and a sea in it.
const SEA = [
  [5.2, 51.6],
  [7.6, 51.6],
  [7.6, 53.2],
  [5.2, 53.2],
];
const bytes = packShapes(
  {
    places: {
      capital: [['Mitte', 10, 50, 2, { fr: 'Milieu' }]],
      seat: [
        ['Rand', 10.4, 50, 4],
        ['Neben', 10.01, 50, 4],
      ],
      town: [],
    },
    countries: [['DE', 10, 51, 1, 0.02]],
    smaller: [],
    waters: [['Still Sea', 6.4, 52.4, 4, 'sea', 0, { fr: 'Mer calme' }, 0]],
  },
  {
    land: [
      [
        [5, 45],
        [15, 45],
        [15, 55],
        [5, 55],
      ],
      SEA,
      [
        [178, -20],
        [180, -20],
        [180, -15],
        [178, -15],
      ],
      [
        [-180, -20],
        [-178, -20],
        [-178, -15],
        [-180, -15],
      ],
      [
        [-180, -90],
        [180, -90],
        [180, -70],
        [-180, -70],
      ],
    ],
    'coarse-land': [
      [
        [5, 45],
        [15, 45],
        [15, 55],
        [5, 55],
      ],
      SEA,
    ],
    border: [
      [
        [0, 50],
        [20, 50.1],
      ],
    ],
  },
);
const shapes = readShapes(bytes.slice().buffer);
const draw = (
  bounds: Bounds | null,
  taken = [] as { x: number; y: number; width: number; height: number }[],
  lang = 'en',
) => drawPoster(shapes, fitView(bounds, SIZE), { countries: { DE: 'Germany' }, lang, taken });

test('what is packed is read: the shapes whose box meets the window', () => {
  expect(shapes.within('land', 14, 40, 20, 46)).toEqual([[5, 45, 15, 45, 15, 55, 5, 55]]);
  expect(shapes.within('land', 16, 40, 20, 46)).toEqual([]);
  expect(shapes.within('no such layer', -180, -90, 180, 90)).toEqual([]);
});

test('other bytes are refused by name', () => {
  expect(() => readShapes(new ArrayBuffer(16))).toThrow('poster data: found 0');
  expect(() => readShapes(new ArrayBuffer(3))).toThrow('poster data');
});

test('a window inside the land is land all over, and its corners are those of the picture', () => {
  const { paths } = draw([9, 49, 11, 51]);
  expect(paths.map(({ layer }) => layer)).toEqual(['land', 'border']);
  expect(paths[0]?.d).toMatch(/^M-?\d+ -?\d+l(?:-?\d+[ -]?)+z$/);
});

test('a window across 180 degrees has both halves of an island', () => {
  const { paths } = draw([177, -21, -177, -14]);
  expect(paths[0]?.d.match(/M/g)).toHaveLength(2);
});

test('a window on the open sea has no path, and one at the pole is finite', () => {
  expect(draw([-40, -30, -39, -29]).paths).toEqual([]);
  expect(draw([0, -90, 10, -89]).paths[0]?.d).not.toMatch(/NaN|Infinity/);
  expect(draw(null).paths[0]?.d).not.toMatch(/NaN|Infinity/);
});

test('a place is named in the reader’s language, where it has a name in it', () => {
  const names = (lang: string) => draw([9.5, 49.5, 10.5, 50.5], [], lang).labels.map(({ text }) => text);
  expect(names('fr-CA')).toContain('Milieu');
  expect(names('de')).toContain('Mitte');
});

test('a name runs along a narrow country: turned in its middle, on a circle that grows with the map', () => {
  const along = readShapes(
    packShapes(
      {
        places: { capital: [], seat: [], town: [] },
        countries: [['CL', 10, 50, 1, 0.02, -40, 8]],
        smaller: [],
        waters: [['Still Sea', 8, 52, 4, 'sea', 30, {}, 0]],
      },
      {},
    ).slice().buffer,
  );
  const options = { countries: { CL: 'Chile' }, lang: 'en' };
  const [near, far] = [6, 5].map((zoom) =>
    labelPoster(along, { lng: 9, lat: 51, zoom, width: 720, height: 480 }, options),
  );
  expect(near?.map(({ text, angle, radius }) => [text, angle, radius])).toEqual([
    ['Chile', -40, (512 * 2 ** 6) / 8],
    ['Still Sea', 30, 0],
  ]);
  expect(far?.find(({ text }) => text === 'Chile')?.radius).toBe((512 * 2 ** 5) / 8);
});

test('a name is left out where another, or a mark of the story, has its place', () => {
  const names = (taken: { x: number; y: number; width: number; height: number }[]) =>
    draw([9.5, 49.5, 10.5, 50.5], taken).labels.map(({ text }) => text);
  expect(names([])).toContain('Mitte');
  expect(names([])).not.toContain('Neben');
  expect(names([{ x: 300, y: 200, width: 120, height: 80 }])).not.toContain('Mitte');
});

test.each<[string, Bounds]>([
  ['a country', [35, 32, 43, 37]],
  ['the antimeridian', [176, -20, -176, -14]],
  ['a point', [37, 36, 37, 36]],
  ['a line along a parallel', [-10, 40, 30, 40]],
  ['the pole', [0, 88, 10, 90]],
])('a view of %s holds its bounds', (_, [west, south, east, north]) => {
  const view = fitView([west, south, east, north], SIZE);
  const project = projector(view);
  for (const [lng, lat] of [
    [west, Math.min(south, 85)],
    [east, Math.min(north, 85)],
  ] as const) {
    const [x, y] = project(lng, lat);
    expect(x).toBeGreaterThanOrEqual(SIZE.padding - 1);
    expect(x).toBeLessThanOrEqual(SIZE.width - SIZE.padding + 1);
    expect(y).toBeGreaterThanOrEqual(-1);
    expect(y).toBeLessThanOrEqual(SIZE.height + 1);
  }
  expect(view.zoom).toBeLessThanOrEqual(8);
});

test('bounds take the shorter way round the world', () => {
  expect(
    boundsOf([
      [179, 1],
      [-178, -3],
      [177, 0],
    ]),
  ).toEqual([177, -3, -178, 1]);
  expect(boundsOf([[10, 50]])).toEqual([10, 50, 10, 50]);
  expect(
    boundsOf([
      [-120, 40],
      [10, 50],
      [140, 35],
    ]),
  ).toEqual([-120, 35, 140, 50]);
  expect(boundsOf([])).toBeNull();
});

test.each<[string, number, number, boolean]>([
  ['over a land', 10, 50, false],
  ['over its far end', -170, -50, true],
])('a globe %s draws what is on its near side', (_, lng, lat, empty) => {
  const { land, frame } = drawLocator(shapes, { lng, lat, zoom: 6, width: 720, height: 480 }, 84);
  expect(land === '').toBe(empty);
  expect(frame).not.toMatch(/NaN|Infinity/);
});

test('a land around the far end of the earth leaves the near side to the sea', () => {
  const ring = [
    [-60, -60],
    [60, -60],
    [60, 60],
    [-60, 60],
  ];
  const world = readShapes(
    packShapes(
      { places: { capital: [], seat: [], town: [] }, countries: [], smaller: [], waters: [] },
      { 'coarse-land': [ring] },
    ).slice().buffer,
  );
  const antipode = drawLocator(world, { lng: 140, lat: 0, zoom: 6, width: 720, height: 480 }, 84);
  expect(antipode.land).toContain('a84 84 0 1 0 168 0');
  expect(drawLocator(world, { lng: 0, lat: 0, zoom: 6, width: 720, height: 480 }, 84).land).not.toContain('a84');
});

test('a country whose own place is taken is named elsewhere in it, in letters that fit there', () => {
  const square = readShapes(
    packShapes(
      { places: { capital: [], seat: [], town: [] }, countries: [['XK', 10, 50, 1, 0.01]], smaller: [], waters: [] },
      {},
      new Map([
        [
          'XK',
          [
            [
              [5, 47],
              [15, 47],
              [15, 53],
              [5, 53],
            ],
          ],
        ],
      ]),
    ).slice().buffer,
  );
  const view = { lng: 10, lat: 50, zoom: 5, width: 720, height: 480 };
  const name = (text: string, taken: { x: number; y: number; width: number; height: number }[]) =>
    labelPoster(square, view, { countries: { XK: text }, lang: 'en', taken })[0];
  const middle = { x: 300, y: 180, width: 120, height: 120 };
  expect(name('Middle Land', [])).toMatchObject({ x: 360, y: 240, text: 'Middle Land' });
  const moved = name('Middle Land', [middle]);
  expect(moved?.text).toBe('Middle Land');
  expect(Math.abs((moved?.y ?? 0) - 240)).toBeGreaterThan(60);
  // Nothing but a strip between two marks: least letters, or two lines of them.
  const beside = (width: number) => [
    { x: 0, y: 0, width: 360 - width / 2, height: 480 },
    { x: 360 + width / 2, y: 0, width: 720, height: 480 },
  ];
  expect(name('Middle Land', beside(120))).toMatchObject({ size: 10, text: 'Middle Land' });
  expect(name('Middle Land', beside(70))).toMatchObject({ size: 10, text: 'Middle\nLand' });
  expect(name('Middle Land', beside(30))).toBeUndefined();
});

test('what the story names itself is not named by the map beside it, at the sizes where it is', () => {
  const shown = {
    ...shownAsIs({ width: 720, height: 480 }),
    steps: [1, 2],
    letters: [
      { area: 1, place: 1 },
      { area: 1, place: 1 },
    ],
  };
  const view = fitView([9.5, 49.5, 10.5, 50.5], SIZE);
  const sea = { name: 'Still Sea', country: '', feature: 'SEA' };
  const state = { name: 'Germany', country: 'DE', feature: 'PCLI' };
  const found = (told: (typeof sea)[][]) =>
    labelPoster(
      shapes,
      { ...view, lat: 51.2, lng: 9, zoom: 5 },
      { countries: { DE: 'Germany' }, lang: 'en', shown, toldAt: (step) => told[step] ?? [] },
    )
      .filter(({ kind }) => kind === 'water' || kind === 'country')
      .map(({ text, step, until }) => [text.replace('\n', ' '), step, until]);
  expect(found([[], []])).toEqual([
    ['Germany', 0, undefined],
    ['Still Sea', 0, undefined],
  ]);
  expect(found([[sea], [sea, state]])).toEqual([['Germany', 0, 1]]);
  expect(found([[sea, state], []])).toEqual([
    ['Germany', 1, undefined],
    ['Still Sea', 1, undefined],
  ]);
});

test('a sea is named on its own water, not nearer to the middle of another', () => {
  const open = { top: 0, height: 8, spans: Array.from({ length: 60 }, () => []) };
  const frame = { x: 0, y: 0, width: 720, height: 480 };
  const stands = waterStands(open, frame, [300, 240], { width: 80, height: 20 }, [[380, 240]]);
  expect(stands.length).toBeGreaterThan(10);
  expect(stands.every(([x]) => x < 340)).toBe(true);
  const wall = { ...open, spans: open.spans.map((_, row) => (row === 40 ? [[-100, 800] as const] : [])) };
  expect(waterStands(wall, frame, [300, 300], { width: 80, height: 20 }, []).every(([, y]) => y < 320)).toBe(true);
});

test('a gulf that has no room for its name is not named on land; where it is a little too narrow its name runs ashore', () => {
  const gulf = readShapes(
    packShapes(
      {
        places: { capital: [], seat: [], town: [] },
        countries: [],
        smaller: [],
        waters: [['Gulf of Incomparable Narrowness', 6.4, 52.4, 1, 'sea', 0, {}, 0]],
      },
      { land: [SEA.map(([lng = 0, lat = 0]) => [6.4 + (lng - 6.4) * 4, 52.4 + (lat - 52.4) * 4]), SEA] },
    ).slice().buffer,
  );
  const nameAt = (zoom: number) =>
    labelPoster(gulf, { lng: 6.4, lat: 52.4, zoom, width: 720, height: 480 }, { countries: {}, lang: 'en' })[0]?.text;
  expect(nameAt(7)).toBe('Gulf of Incomparable Narrowness');
  expect(nameAt(5.2)).toBe('Gulf of Incomparable\nNarrowness');
  expect(nameAt(4.5)).toBeUndefined();
});

test('a sea is named in the reader’s language, and not at all without a name in it', () => {
  const names = (lang: string) => draw([6, 50.5, 10, 53.5], [], lang).labels.map(({ text }) => text.replace('\n', ' '));
  expect(names('en')).toContain('Still Sea');
  expect(names('fr')).toContain('Mer calme');
  expect(names('de')).not.toContain('Still Sea');
});

test('a country’s name is larger, and wider set, on a map that shows more of it', () => {
  const name = (bounds: Bounds) => draw(bounds).labels.find(({ kind }) => kind === 'country');
  const [far, near] = [name([-5, 43, 25, 57]), name([9, 50.5, 11, 51.5])];
  expect(near?.size).toBeGreaterThan(far?.size ?? 99);
  expect(near?.spacing).toBeGreaterThan(far?.spacing ?? 99);
});

test.each([
  [0, 8],
  [36, 7.3],
  [-65, 3],
  [84, 2],
  [0, 0.2],
])('the scale at %s degrees and zoom %s is round and not longer than asked', (lat, zoom) => {
  const { km, miles } = scaleBar({ lng: 10, lat, zoom, width: 720, height: 480 }, 90);
  for (const { value, pixels } of [km, miles]) {
    expect(String(value)).toMatch(/^[125]0*$|^0\.0*[125]$/);
    expect(pixels).toBeGreaterThan(30);
    expect(pixels).toBeLessThanOrEqual(90);
  }
  // A mile has 1.609 kilometres, whatever the projection.
  expect((miles.pixels / miles.value / km.pixels) * km.value).toBeCloseTo(1.609, 0);
});
