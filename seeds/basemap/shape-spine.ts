// Which names run along the shape that they name: where it is so narrow or bent that a level name would have far less room.
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { latitude } from '../../src/basemap/view.ts';
import { areaOf, polygonsOf } from './area.ts';
import { type DistanceField, measureDistances } from './distance-field.ts';
import { larger, project, roomIn } from './label-box.ts';
import { findSpine, type Spine } from './spine.ts';
import type { TileFeature } from './tiles.ts';

/** A shape is narrow when its area is so many times the square of half its greatest width: a square has 4, a circle 3.1. */
const NARROW = 10;
/** What is less so keeps its level name. */
const ROUND = 8;
/** How many times as much room as a level name there is along a narrow shape; for others more, most where the spine stands. */
const GAIN = { narrow: 1.5, other: 1.7, standing: 1.1 };
/** A name of a sea or range that a table says runs along its shape: ranges are narrow, and letters may leave them. */
const TOLD = { proportion: 10, turn: 1.5, cells: 48 };
const FOUND = { proportion: 7, turn: 1.4, cells: 48 };

/**
 * The spine of a country or region that asks for one of some length, a share of the world's width; null where its name is
 * better level.
 */
export function spineOf(shape: Polygon | MultiPolygon, least: number): Spine | null {
  const polygons = polygonsIn({ type: 'Feature', properties: {}, geometry: shape });
  const spine = spineIn(polygons.reduce(larger), least);
  return spine && spine.length > least ? spine : null;
}

/** The spine of the shape of a name, in the part of it that holds a point, or else its largest. Throws when there is none. */
export function spineOfNamed(shapes: Feature[], name: string, point: Position): Spine | null {
  const polygons = shapes.filter(({ properties }) => properties?.name === name).flatMap(polygonsIn);
  const [first] = polygons;
  if (!first) throw new Error(`named-shapes.topojson.br has no shape named ${name}`);
  const polygon = polygons.find((rings) => holds(rings, point)) ?? polygons.reduce(larger, first);
  return findSpine(measureDistances(polygon, TOLD.cells), TOLD);
}

/** The spine of a lake at a point, if it asks for one. */
export function spineOfLake(shapes: Feature[], point: Position): Spine | null {
  const polygon = shapes
    .filter(({ properties }) => !properties?.name)
    .flatMap(polygonsIn)
    .find((rings) => holds(rings, point));
  return polygon ? spineIn(polygon, 0) : null;
}

/** A label that runs along a spine, about whose middle it stands. */
export function alongSpine(label: TileFeature, spine: Spine): TileFeature {
  const { angle: _, ...properties } = label.properties ?? {};
  return {
    ...label,
    properties: { ...properties, width: Math.round(spine.length * 1e4) / 1e4 },
    geometry: { type: 'Point', coordinates: [(spine.x - 0.5) * 360, latitude(spine.y)] },
    spine,
  };
}

function spineIn(polygon: Position[][], least: number): Spine | null {
  if (!isAsLongAs(polygon, least)) return null;
  const field = measureDistances(polygon, FOUND.cells);
  const narrow = narrowness(polygon, field);
  if (narrow < ROUND) return null;
  const spine = findSpine(field, FOUND);
  if (!spine) return null;
  const { other, standing } = GAIN;
  const gain = narrow >= NARROW ? GAIN.narrow : other + standing * Math.sin(spine.heading) ** 4;
  return spine.length > gain * roomIn(polygon).width ? spine : null;
}

/** Of the shapes of the world most are too small for a spine, and it takes long to find. */
function isAsLongAs([ring = []]: Position[][], least: number): boolean {
  const [first] = ring;
  return ring.some(([x = 0, y = 0]) => Math.hypot(x - (first?.[0] ?? x), y - (first?.[1] ?? y)) > least / 2);
}

function polygonsIn({ geometry }: Feature): Position[][][] {
  return polygonsOf(geometry).map((rings) => rings.map((ring) => ring.map(project)));
}

function narrowness([outer = [], ...holes]: Position[][], { distances }: DistanceField): number {
  const area = holes.reduce((sum, hole) => sum - areaOf(hole), areaOf(outer));
  const widest = distances.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE);
  return area / widest ** 2;
}

function holds([ring = []]: Position[][], point: Position): boolean {
  const [x = 0, y = 0] = project(point);
  let inside = false;
  ring.forEach(([x1 = 0, y1 = 0], i) => {
    const [x2 = 0, y2 = 0] = ring.at(i - 1) ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
