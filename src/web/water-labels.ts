import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { inTwo } from '../basemap/country-names.ts';
import { ashore, isOpen, landFor, waterStands, wettest } from '../basemap/water-room.ts';
import type { Rows } from '../basemap/widest-box.ts';
import { boxAbout, type FreeRoom, sided } from './free-room.ts';
import { nameIn } from './label-parts.ts';
import { waterLetters } from './letters.ts';
import { type Box, collect, nearest, type Position, queryTiles } from './map-boxes.ts';
import { showNames } from './names-source.ts';
import { type Measure, type Setting, setName } from './set-name.ts';

/** From line to line of a name, in the size of its letters. */
const LINE = 1.3;
interface Water {
  name: string;
  text: string;
  kind: string;
  z: number;
  size: number;
  spacing: number;
  /** Of its own point, px. */
  at: [x: number, y: number];
}

/**
 * Names the seas that are seen: each at its own point where that is open water in sight, or else not far from it on the same
 * water; where it has no room, it may run ashore a little. `land` is what is seen of the countries; `told` are English names
 * that the story says itself.
 */
export function nameWaters(
  map: MapLibre,
  land: Rows,
  lang: string,
  told: ReadonlySet<string>,
  room: FreeRoom,
  measure: Measure,
) {
  const source = map.getSource<GeoJSONSource>('water-in-view');
  if (!source) return;
  const waters = watersOf(map, lang).filter(({ name }) => !told.has(name));
  const features: Parameters<typeof collect>[0] = [];
  const named = new Set<string>();
  const put = ({ name }: Water, { text, size, spacing }: Setting, box: Box, [x, y]: readonly [number, number]) => {
    room.take(box);
    named.add(name);
    features.push([map.unproject([x, y]).toArray(), { name: text, size, spacing, rank: features.length }]);
  };
  const putAt = (water: Water, setting: Setting, stands: readonly (readonly [number, number])[]) => {
    for (const [x, y] of stands) {
      const box = boxAbout(x, y, setting);
      if (!room.isFree(box)) continue;
      put(water, setting, box, [x, y]);
      return true;
    }
    return false;
  };
  for (const water of waters) {
    const ways = settingsOf(water, measure);
    const open = ways.filter((way) => isOpen(landFor(water.kind, land), water.at, way));
    open.some((way) => putAt(water, way, [water.at]));
  }
  // A sea that has several points is named away from them but once, and only where it isn't at any.
  for (const water of waters) {
    if (named.has(water.name)) continue;
    const others = waters.filter(({ name, z }) => name !== water.name && z <= water.z).map(({ at }) => at);
    const ways = settingsOf(water, measure);
    const isPut = ways.some((way) =>
      putAt(water, way, waterStands(landFor(water.kind, land), sided(room.frame), water.at, way, others)),
    );
    if (isPut) continue;
    wettest(water.kind, ways, (way) => ashore(landFor(water.kind, land), water.at, way)).some((way) =>
      putAt(water, way, [water.at]),
    );
  }
  showNames(map, source, collect(features), 'adrift', [...new Set(waters.map(({ name }) => name))].sort());
}

/** The seas in the tiles that are named at a point by this zoom, those first that are named from farthest away. */
function watersOf(map: MapLibre, lang: string): Water[] {
  const zoom = map.getZoom();
  const found = new Map<string, Water>();
  for (const { properties, geometry } of queryTiles(map, 'water')) {
    const { name, kind, z } = properties;
    const text = nameIn(properties, lang);
    if (geometry.type !== 'Point' || kind === 'lake' || z > zoom || !text) continue;
    const { point } = nearest(map, geometry.coordinates as Position);
    const key = `${name} ${geometry.coordinates.map((at) => Math.round(at)).join()}`;
    found.set(key, { name, text, kind, z, ...waterLetters(kind, zoom), at: [point.x, point.y] });
  }
  return [...found.values()].sort((a, b) => a.z - b.z || (a.name < b.name ? -1 : 1));
}

/** In two lines and in one. */
function settingsOf({ text, size, spacing }: Water, measure: Measure): Setting[] {
  return [...new Set([inTwo(text), text])].map((lines) => setName(lines, size, spacing, LINE, measure));
}
