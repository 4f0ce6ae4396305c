import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, Point } from 'maplibre-gl';
import { type Box, collect, furnitureOf, nearest, type Position } from './map-boxes.ts';
import { nameParts } from './part-names.ts';
import { yieldToStory } from './told-names.ts';

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
 * that the engine places before it; a country whose own name is out of sight is named where a part of it is seen; and what
 * the story names is not named by the ground as well.
 */
export function keepNamesInView(map: MapLibre, countries: Record<string, string>, marks: readonly Position[]) {
  // A fence that moved with the map would put names out that nothing cuts.
  map.on('movestart', () => show(map, false));
  map.on('moveend', () => setUp(map));
  // Tiles come after the map has moved.
  map.on('idle', () => {
    if (!map.getLayer('spot-name')) return;
    const told = yieldToStory(map);
    const points = marks.slice(0, MOST_MARKS).map((at) => nearest(map, at).point);
    nameParts(map, countries, told, points, [...furnitureOf(map), ...points.map(around)]);
  });
}

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
  for (const [left, top, right, bottom] of furnitureOf(map)) {
    for (let x = left + POST / 2; x < right + POST / 2; x += POST)
      for (let y = top + POST / 2; y < bottom + POST / 2; y += POST) posts.push(['fence', x, y]);
  }
  return collect(posts.map(([icon, x, y]) => [map.unproject([x, y]).toArray(), { icon }]));
}

/** The room of a mark. */
function around({ x, y }: Point): Box {
  return [x - MARK, y - MARK, x + MARK, y + MARK];
}
