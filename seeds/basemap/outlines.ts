// Outlines of countries and first-level regions, for the stories that name them: area/NAME.json beside the tiles.
import type { Position } from 'geojson';
import { merge } from 'topojson-client';
import { areaOf } from './area.ts';
import type { RegionShape, RegionTopology } from './area-labels.ts';
import type { MapData } from './layers.ts';
import { isoOf } from './states.ts';

/** An outline by its name: a country's ISO code, a region's GeoNames id. */
export type Outlines = Map<string, Position[][][]>;

// An outline is as fine as a picture some 400 pixels wide can show: its detail is one of these, in square degrees of
// the least triangle that a corner stands out by.
const PIXELS = 400;
const IN_TILES = [1e-5, 5e-5, 2.5e-4, 1.2e-3, 6e-3, 2e-2];
// On the poster they run along its own lines, but for the largest, which are seen from afar.
const ON_POSTER = [3e-4, 1.5e-3];
// Islands: the greatest, as far as they are not specks beside the mainland.
const MOST_RINGS = 60;
const LEAST_SHARE = 2e-4;

export function outlineAreas(data: OutlineData): Outlines {
  return drawAreas(data, IN_TILES);
}

/** The same, as coarse as the lines of the poster. */
export function outlinePosterAreas(data: OutlineData): Outlines {
  return drawAreas(data, ON_POSTER);
}

type OutlineData = Pick<MapData, 'topology' | 'simplified' | 'regionParts'>;

function drawAreas(data: OutlineData, [finest = 0, ...coarser]: number[]): Outlines {
  const groups = groupRegions(data.topology.objects.regions.geometries, data.regionParts);
  const topologies = new Map<number, RegionTopology>();
  const draw = (members: number[], detail: number) => {
    const topology = topologies.get(detail) ?? data.simplified(detail);
    topologies.set(detail, topology);
    return shape(topology, members);
  };
  const outlines: Outlines = new Map();
  for (const [name, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const coarsest = draw(members, coarser.at(-1) ?? finest);
    const size = Math.sqrt(coarsest.reduce((sum, [ring = []]) => sum + boxOf(ring), 0));
    const wanted = (size / PIXELS) ** 2;
    const polygons = draw(members, coarser.findLast((detail) => detail <= wanted) ?? finest);
    if (polygons.length > 0) outlines.set(name, polygons);
  }
  return outlines;
}

/** Places of the regions that make up each area in the list of all. */
function groupRegions(regions: RegionShape[], regionParts: string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const add = (name: string, index: number) => {
    const group = groups.get(name);
    if (group) group.push(index);
    else groups.set(name, [index]);
  };
  const parts = readParts(regionParts);
  regions.forEach(({ properties }, index) => {
    const { code, unit, geonames } = properties;
    const country = isoOf(properties);
    if (country) add(country, index);
    const whole = parts.get(code) ?? parts.get(`=${unit}`);
    if (whole) add(whole, index);
    else if (geonames > 0) add(String(geonames), index);
  });
  return groups;
}

/** Reads region-parts.tsv: the GeoNames id of the region that a part, or a part of a state, belongs to. */
export function readParts(table: string): Map<string, string> {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    rows.flatMap((row) => {
      const [id = '', , list = ''] = row.split('\t');
      const parts = list.startsWith('=') ? [list] : list.split(' ');
      return parts.map((part): [string, string] => [part, id]);
    }),
  );
}

function shape(topology: RegionTopology, members: number[]): Position[][][] {
  const regions = members.flatMap((index) => topology.objects.regions.geometries[index] ?? []);
  const polygons = merge(topology, regions).coordinates.filter(([ring = []]) => areaOf(ring) > 0);
  polygons.sort(([a = []], [b = []]) => areaOf(b) - areaOf(a));
  const [largest] = polygons;
  const least = areaOf(largest?.[0] ?? []) * LEAST_SHARE;
  return polygons
    .slice(0, MOST_RINGS)
    .filter(([ring = []]) => areaOf(ring) >= least)
    .map((rings) => rings.filter((ring, i) => i === 0 || areaOf(ring) >= least));
}

/** Square degrees of the box around a ring. */
function boxOf(ring: Position[]): number {
  const [lngs, lats] = [ring.map(([lng = 0]) => lng), ring.map(([, lat = 0]) => lat)];
  return (Math.max(...lngs) - Math.min(...lngs)) * (Math.max(...lats) - Math.min(...lats));
}
