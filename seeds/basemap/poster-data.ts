// Packs the whole world for the poster: coarser than the tiles, small enough to be part of the Worker.
import type { Feature, MultiPolygon, Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { packShapes, type ShapesHead, type ToldNames } from '../../src/basemap/shapes.ts';
import { areaOf, linesOf, polygonsOf } from './area.ts';
import type { RegionShape, RegionTopology } from './area-labels.ts';
import type { MapData } from './layers.ts';
import { readNameRows, readToldNames } from './name-rows.ts';
import { outlinePosterAreas } from './outlines.ts';
import { bareName } from './region-words.ts';
import type { Spine } from './spine.ts';
import { isDisputedBorder, stateOf } from './states.ts';
import type { TileFeature } from './tiles.ts';

// Square degrees of the least triangle that a corner must stand out by, and of the least island.
const FINE = { corner: 3e-4, island: 5e-5 };
const COARSE = { corner: 4e-2, island: 0.15 };
const LEAST_RIVER = 5; // Natural Earth's rank
const LEAST_LAKE = 0.02; // square degrees
// Labels that only a close view shows stay with the tiles.
const DEEPEST = 7;
const MOST_PLACES = 15_000; // by rank

/** What the poster names: features of the layers of the tiles. */
interface Named {
  countries: TileFeature[];
  places: TileFeature[];
  waters: TileFeature[];
}

export function packPoster(data: MapData, { countries, places, waters }: Named): Uint8Array {
  const fine = outlines(data, FINE);
  const coarse = outlines(data, COARSE);
  const areas = [...outlinePosterAreas(data)].map(([name, polygons]): [string, Position[][]] => [
    name,
    polygons.flat().map(open),
  ]);
  return packShapes(
    {
      places: readPlaces(places),
      smaller: readSmaller(places),
      regions: readRegions(data.topology),
      nature: readNature(data),
      countries: readCountries(countries),
      waters: readWaters(waters),
    },
    {
      land: fine.land,
      border: fine.border,
      region: fine.region,
      disputed: fine.disputed,
      'coarse-land': coarse.land,
      'coarse-border': coarse.border,
      lake: data.natural('lakes').flatMap(lakeRings),
      river: data.natural('rivers').flatMap(riverLines),
    },
    new Map(areas),
  );
}

/** The great rivers, as coarse as the grid of the poster. */
function riverLines({ geometry, properties }: Feature): Position[][] {
  return (properties?.rank ?? 0) > LEAST_RIVER ? [] : linesOf(geometry);
}

function lakeRings({ geometry }: Feature): Position[][] {
  const outer = polygonsOf(geometry).map(([ring = []]) => open(ring));
  return outer.filter((ring) => areaOf(ring) > LEAST_LAKE);
}

function outlines(data: MapData, least: typeof FINE) {
  const simple = data.simplified(least.corner);
  const { regions } = simple.objects;
  const lines = (test: (a: RegionShape, b: RegionShape) => boolean) =>
    mesh(simple, regions, (a, b) => a !== b && test(a as RegionShape, b as RegionShape)).coordinates;
  const state = ({ properties }: RegionShape) => stateOf(properties);
  const disputed = (a: RegionShape, b: RegionShape) => isDisputedBorder(a.properties, b.properties);
  return {
    land: rings(merge(simple, regions.geometries)).filter((ring) => areaOf(ring) > least.island),
    border: lines((a, b) => state(a) !== state(b) && !disputed(a, b)),
    region: lines((a, b) => state(a) === state(b) && !disputed(a, b)),
    disputed: lines(disputed),
  };
}

/** Outer rings only: at this scale a hole in the land is a lake, which has its own layer. */
function rings({ coordinates }: MultiPolygon): Position[][] {
  return coordinates.map(([outer = []]) => open(outer));
}

function open(ring: Position[]): Position[] {
  return ring.slice(0, -1);
}

function readPlaces(places: TileFeature[]): ShapesHead['places'] {
  const kinds: ShapesHead['places'] = { capital: [], seat: [], town: [] };
  for (const { properties, geometry } of places.filter(isDrawn)) {
    if (geometry.type !== 'Point') continue;
    const [lng = 0, lat = 0] = geometry.coordinates;
    const names = namesOf(properties);
    const entry: ShapesHead['places']['town'][number] = [properties?.name, round(lng), round(lat), properties?.z];
    if (names) entry.push(names);
    kinds[properties?.kind as keyof typeof kinds].push(entry);
  }
  // They come by rank, which stays the order of those that are named from the same zoom on.
  for (const entries of Object.values(kinds)) entries.sort((a, b) => a[3] - b[3]);
  return kinds;
}

function readSmaller(places: TileFeature[]): ToldNames['smaller'] {
  return places.flatMap((place, index): ToldNames['smaller'] => {
    const { properties, geometry } = place;
    const names = namesOf(properties);
    if (isDrawn(place, index) || geometry.type !== 'Point' || !names) return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    return [[properties?.name, round(lng), round(lat), names]];
  });
}

function isDrawn({ properties }: TileFeature, rank: number): boolean {
  return rank < MOST_PLACES && properties?.z <= DEEPEST;
}

// The languages of the pages, and those in other letters than Latin ones: of the rest a reader can read the English.
const REGION_LANGUAGES = new Set(['ar', 'de', 'es', 'fr', 'fa', 'he', 'hi', 'ja', 'ko', 'ru', 'uk', 'zh']);

/** Regions by GeoNames id, without the word for what they are. */
function readRegions({ objects }: RegionTopology): ToldNames['regions'] {
  const named = objects.regions.geometries.flatMap(({ properties }): [string, Record<string, string>][] => {
    const name = bareName('en', properties.name);
    const others = Object.entries(properties.names).map(([lang, text]): [string, string] => [
      lang,
      bareName(lang, text),
    ]);
    const names = others.filter(([lang, text]) => text !== name && REGION_LANGUAGES.has(lang));
    return properties.geonames > 0 && names.length > 0
      ? [[String(properties.geonames), Object.fromEntries(names)]]
      : [];
  });
  return Object.fromEntries(named);
}

/** Rivers, what the land has, and the areas of told-names.tsv. */
function readNature({ waterNames, landNames, toldNames }: MapData): ToldNames['nature'] {
  const rivers = readNameRows(waterNames).filter(({ kind }) => kind === 'river');
  const kinds = [
    ...rivers.map((row) => ({ ...row, kind: 'water' as const })),
    ...readNameRows(landNames).map((row) => ({ ...row, kind: 'land' as const })),
    ...readToldNames(toldNames).map((names) => ({ names, kind: 'area' as const })),
  ];
  return kinds.flatMap(({ kind, names }): ToldNames['nature'] => {
    const { name = '' } = names;
    const others = namesOf(names);
    return others ? [[name, kind, others]] : [];
  });
}

/** A place's names in other languages; null when it has none but the English. */
function namesOf(properties: TileFeature['properties']): Record<string, string> | null {
  const entries = Object.entries(properties ?? {}).filter(([key]) => key.startsWith('name_'));
  const names = entries.map(([key, name]): [string, string] => [key.slice('name_'.length), String(name)]);
  return names.length > 0 ? Object.fromEntries(names) : null;
}

function readCountries(countries: TileFeature[]): ShapesHead['countries'] {
  const labels = countries.flatMap(({ properties, geometry, spine }): ShapesHead['countries'] => {
    if (geometry.type !== 'Point') return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const bow = spine ? bowOf(spine) : ([] as const);
    return [[properties?.country, round(lng), round(lat), properties?.z, properties?.width, ...bow]];
  });
  return labels.sort((a, b) => a[3] - b[3] || b[4] - a[4]);
}

function readWaters(waters: TileFeature[]): ShapesHead['waters'] {
  const labels = waters.flatMap(({ properties, geometry, spine }): ShapesHead['waters'] => {
    if (geometry.type !== 'Point') return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const { name, kind, z } = properties ?? {};
    const [angle, curvature] = spine ? bowOf(spine) : [properties?.angle ?? 0, 0];
    return [[name, round(lng), round(lat), z, kind, angle, namesOf(properties) ?? {}, curvature]];
  });
  return labels.sort((a, b) => a[3] - b[3]);
}

function bowOf({ heading, curvature }: Spine): [angle: number, curvature: number] {
  return [Math.round((heading * 180) / Math.PI), Math.round(curvature * 10) / 10];
}

function round(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
