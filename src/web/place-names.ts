import type { EventFeature } from '../types.ts';
import type { Item } from './item.ts';

/** The names that some places have in the reader's language, by their own name and country; undefined where none has. */
export function namesOf(items: readonly Pick<Item, 'place'>[]): Record<string, string> | undefined {
  const named = items.flatMap(({ place }) => (place?.label === undefined ? [] : [[keyOf(place), place.label]]));
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** Events with their places named so, as on the pages that the server writes whole. */
export function namePlaces(features: EventFeature[], names: Record<string, string> | undefined): EventFeature[] {
  if (!names) return features;
  return features.map((feature) => {
    const { properties } = feature;
    const { place } = properties;
    const label = place && names[keyOf(place)];
    return label ? { ...feature, properties: { ...properties, place: { ...place, label } } } : feature;
  });
}

function keyOf({ name, country, feature }: { name: string; country: string; feature: string }): string {
  return [name, country, feature].join();
}
