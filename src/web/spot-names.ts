import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { TILE } from '../basemap/view.ts';
import { reachOf } from './clusters.ts';
import type { Layout } from './scene.ts';
import type { Site } from './sites.ts';
import type { Spot } from './spots.ts';
import type { BasemapColours } from './themes.ts';

/** Spots that get a name of their own. */
export const MOST_NAMED = 200;
/** Marks that other names keep clear of. */
const MOST_ROOMS = 400;
/** Of the letters, px. */
const SIZE = 14;
/** Side of the clear picture that keeps a mark's room free, and radius of the dot of a place without a mark, px. */
const ROOM = 16;
const DOT = 2.5;
/** Pixels from a mark to its name, and by how much a mark's corners may be written over: it is round. */
const [GAP, CORNER] = [5, 4];
/** A place as near as this to a mark that counts its events is named by that mark. */
const BESIDE = 10;

/**
 * Names of the spots beside their marks, and the room of all marks, as points for the engine's own placing of names. It is
 * the room that the whole story takes at a zoom: names stay where they are while time goes by.
 */
export function namesAt(
  spots: readonly Spot[],
  sites: readonly Site[],
  { marks, markOf }: Layout,
  zoom: number,
): FeatureCollection {
  const world = TILE * 2 ** zoom;
  const names = new Map(spots.slice(0, MOST_NAMED).map(({ name, at }, rank) => [at.join(), { name, rank }]));
  const features: FeatureCollection['features'] = [];
  const add = ({ at }: Site, radius: number, icon: 'room' | 'dot') => {
    const { name = '', rank = MOST_NAMED } = names.get(at.join()) ?? {};
    const properties = { name, rank, icon, ems: (radius + GAP) / SIZE, room: (2 * (radius - CORNER)) / ROOM };
    features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties });
  };
  for (const mark of marks.slice(0, MOST_ROOMS)) {
    const site = sites[mark.site];
    if (site) add(site, reachOf(mark), 'room');
  }
  for (const [index, site] of sites.entries()) {
    const mark = marks[markOf[index] ?? -1];
    const host = sites[mark?.site ?? -1];
    if (!mark || !host || host === site || !names.has(site.at.join())) continue;
    const far = Math.hypot(site.x - host.x, site.y - host.y) * world;
    if (far > mark.radius + BESIDE) add(site, DOT, 'dot');
  }
  return { type: 'FeatureCollection', features };
}

/** Puts the names on a style that has just been set. What is placed first is the last: the room, then the names by rank. */
export function addNames(map: MapLibre, names: FeatureCollection, colours: BasemapColours) {
  map.addSource('spots', { type: 'geojson', data: names });
  map.addImage('room', new ImageData(ROOM, ROOM));
  const dot = dotImage(colours);
  if (dot) map.addImage('dot', dot, { pixelRatio: 2 });
  map.addLayer({
    id: 'spot-name',
    type: 'symbol',
    source: 'spots',
    filter: ['!=', ['get', 'name'], ''],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Map Bold'],
      'text-size': SIZE,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': ['get', 'ems'],
      'text-justify': 'auto',
      'text-max-width': 9,
      'symbol-sort-key': ['get', 'rank'],
      // A place whose events are counted elsewhere is a town of the map: with its dot or not at all.
      'icon-image': ['case', ['==', ['get', 'icon'], 'dot'], 'dot', ''],
    },
    paint: { 'text-color': colours.placeText, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 },
  });
  map.addLayer({
    id: 'spot-room',
    type: 'symbol',
    source: 'spots',
    filter: ['==', ['get', 'icon'], 'room'],
    layout: {
      'icon-image': 'room',
      'icon-size': ['max', 0, ['get', 'room']],
      'icon-padding': 0,
      'icon-allow-overlap': true,
    },
  });
}

function dotImage({ placeText, halo }: BasemapColours): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  for (const [colour, radius] of [
    [halo, 2 * DOT + 2],
    [placeText, 2 * DOT],
  ] as const) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(8, 8, radius, 0, 2 * Math.PI);
    ctx.fill();
  }
  return ctx.getImageData(0, 0, 16, 16);
}
