// The zoom from which the regions of a country are shown: all at once, and for every country by one rule.
import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import type { Region } from '../sources/basemap.ts';
import { polygonsOf } from './area.ts';
import type { RegionTopology } from './area-labels.ts';
import { sizeOf } from './sized.ts';
import { stateOf } from './states.ts';

/** Zooms that a line between regions may come in at. */
export const REGION_ZOOMS = [4, 5, 6, 7, 8];
const [FIRST = 4, LAST = 8] = [REGION_ZOOMS[0], REGION_ZOOMS.at(-1)];
// Pixels that the region of middling size is wide then: seen from further off, countries suffice.
const PIXELS = 120;

/** The zoom from which a region is told from others of its country. */
export function findRegionZooms(topology: RegionTopology): (region: Region) => number {
  const states = Map.groupBy(topology.objects.regions.geometries, ({ properties }) => stateOf(properties));
  const zooms = new Map(
    [...states].map(([state, shapes]) => {
      const sizes = shapes.map((shape) => sizeOf(polygonsOf((feature(topology, shape) as Feature).geometry)));
      const middling = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
      return [state, Math.max(FIRST, Math.min(LAST, Math.ceil(Math.log2(PIXELS / middling))))];
    }),
  );
  return (region) => zooms.get(stateOf(region)) ?? LAST;
}

/** The zoom of the line between two regions of a country: parts of a state, as Scotland is, come first. */
export function lineZoom(zoomOf: (region: Region) => number, a: Region, b: Region): number {
  return a.unit === b.unit ? zoomOf(a) : FIRST;
}
