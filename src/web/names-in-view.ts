import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, Point } from 'maplibre-gl';
import { groundOf, landOf } from './country-ground.ts';
import { nameCountries } from './country-labels.ts';
import { freeRoom } from './free-room.ts';
import { type Box, collect, coverOf, nearest, type Position } from './map-boxes.ts';
import type { Measure } from './set-name.ts';
import { yieldToStory } from './told-names.ts';
import { nameWaters } from './water-labels.ts';

/** Side of the clear picture, px, of which the fence is made. */
const POST = 16;
/** Half the side of a mark, px, and marks that are looked at: past so many they are everywhere. */
const MARK = 12;
const MOST_MARKS = 500;

/** Puts the source and layer of the fence on a style that has just been set, above all names. */
export function addFence(map: MapLibre) {
  for (const [name, width, height] of [
    ['fence', POST, POST],
    ['fence-level', 4 * POST, 2],
    ['fence-upright', 2, 4 * POST],
  ] as const)
    map.addImage(name, new ImageData(width, height));
  map.addSource('fence', { type: 'geojson', data: collect([]) });
  map.addLayer({
    id: 'fence',
    type: 'symbol',
    source: 'fence',
    layout: { 'icon-image': ['get', 'icon'], 'icon-padding': 0, 'icon-allow-overlap': true },
  });
  setUp(map);
}

/**
 * Keeps names whole while the map rests: none is cut by the frame or stands under the buttons, for a clear fence is there
 * that the engine places before it; countries and seas whose own places are out of sight or taken are named elsewhere on them;
 * and what the story names is not named by the ground as well.
 */
export function keepNamesInView(
  map: MapLibre,
  lang: string,
  countries: Record<string, string>,
  marks: readonly Position[],
) {
  const [bold, italic] = [measurer('600', SANS), measurer('italic 400', SERIF)];
  // A fence that moved with the map would put names out that nothing cuts.
  map.on('movestart', () => show(map, false));
  map.on('moveend', () => setUp(map));
  // Tiles come after the map has moved, and the story's own names with its time: the ground stays as it is then.
  let stale = true;
  let ground: ReturnType<typeof groundOf> | null = null;
  const changed = () => {
    stale = true;
    ground = null;
  };
  for (const event of ['moveend', 'resize', 'style.load', 'remove'] as const) map.on(event, changed);
  map.on('sourcedata', ({ sourceId }) => {
    if (sourceId === 'basemap') changed();
    stale ||= !OURS.has(sourceId);
  });
  map.on('idle', async () => {
    if (!stale || !map.getLayer('spot-name')) return;
    stale = false;
    const told = yieldToStory(map);
    const { clientWidth, clientHeight } = map.getContainer();
    const points = marks
      .slice(0, MOST_MARKS)
      .map((at) => nearest(map, at).point)
      .filter(({ x, y }) => x > 0 && x < clientWidth && y > 0 && y < clientHeight);
    const room = freeRoom(map, [...coverOf(map), ...points.map(around)]);
    const seen = ground ?? groundOf(map);
    ground = seen;
    await nextTask();
    if (stale) return;
    nameCountries(map, seen, countries, told.countries, points, room, bold);
    await nextTask();
    if (stale) return;
    nameWaters(map, landOf(seen), lang, told.names, room, italic);
  });
}

/** A hand that comes meanwhile waits for a step alone; what it moves is named anew. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What is filled here: that says nothing new of the map. */
const OURS: ReadonlySet<string> = new Set(['country-in-view', 'water-in-view', 'fence']);

function setUp(map: MapLibre) {
  map.getSource<GeoJSONSource>('fence')?.setData(fenceOf(map));
  show(map, true);
}

function show(map: MapLibre, shown: boolean) {
  if (map.getLayer('fence')) map.setLayoutProperty('fence', 'visibility', shown ? 'visible' : 'none');
}

function fenceOf(map: MapLibre): FeatureCollection {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const posts: [icon: string, x: number, y: number][] = [];
  const [step, half] = [4 * POST, 2 * POST];
  for (let x = half; x < width + half; x += step) posts.push(['fence-level', x, 1], ['fence-level', x, height - 1]);
  for (let y = half; y < height + half; y += step) posts.push(['fence-upright', 1, y], ['fence-upright', width - 1, y]);
  for (const [left, top, right, bottom] of coverOf(map)) {
    for (let x = left + POST / 2; x < right + POST / 2; x += POST)
      for (let y = top + POST / 2; y < bottom + POST / 2; y += POST) posts.push(['fence', x, y]);
  }
  return collect(posts.map(([icon, x, y]) => [map.unproject([x, y]).toArray(), { icon }]));
}

/** The room of a mark. */
function around({ x, y }: Point): Box {
  return [x - MARK, y - MARK, x + MARK, y + MARK];
}

/** The faces that are nearest to the map's own, and by how much those may be wider. */
const SANS = '"Open Sans", "Noto Sans", system-ui, sans-serif';
const SERIF = 'Newsreader, Georgia, serif';
const WIDER = 1.08;

/** Measures each text once: all sizes of a face are alike. */
function measurer(style: string, face: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  if (context) context.font = `${style} 100px ${face}`;
  return (text, size) => {
    const ems = known.get(text) ?? (context ? (context.measureText(text).width * WIDER) / 100 : text.length);
    known.set(text, ems);
    return ems * size;
  };
}
