import { standInArea } from '../basemap/area-stand.ts';
import type { EventFeature, Snapshot } from '../types.ts';
import { outlineOf } from '../web/area.ts';
import { shapes } from './ground.tsx';

type Place = NonNullable<EventFeature['properties']['place']>;

/** A story whose countries and regions have their marks where they hide no capital. What it says of their coordinates is left as it is. */
export function standClear(snapshot: Snapshot): Snapshot {
  const known = new Map<string, Place['stand']>();
  const features = snapshot.events.features.map((feature) => {
    const { geometry, properties } = feature;
    const { place } = properties;
    const outline = place && outlineOf(place);
    if (!geometry || !outline) return feature;
    const key = `${outline} ${geometry.coordinates}`;
    if (!known.has(key)) known.set(key, standOf(outline, geometry.coordinates));
    const stand = known.get(key);
    return stand ? { ...feature, properties: { ...properties, place: { ...place, stand } } } : feature;
  });
  const isMoved = [...known.values()].some((stand) => stand !== undefined);
  return isMoved ? { ...snapshot, events: { ...snapshot.events, features } } : snapshot;
}

function standOf(outline: string, at: [number, number]): Place['stand'] {
  const [lng, lat] = standInArea(shapes, outline, at);
  return lng === at[0] && lat === at[1] ? undefined : [lng, lat];
}
