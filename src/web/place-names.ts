import type { EventFeature } from '../types.ts';
import type { Item } from './item.ts';

/** The names that some places have in the reader's language, by their own name and country; undefined where none has. */
export function namesOf(items: readonly Pick<Item, 'place'>[]): Record<string, string> | undefined {
  const named = items.flatMap(({ place }) => (place?.label === undefined ? [] : [[keyOf(place), place.label]]));
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

/** Where the marks of some countries and regions stand, by the same; undefined where all are in their middle. */
export function standsOf(features: readonly EventFeature[]): Record<string, [number, number]> | undefined {
  const moved = features.flatMap(({ properties: { place } }) => (place?.stand ? [[keyOf(place), place.stand]] : []));
  return moved.length > 0 ? Object.fromEntries(moved) : undefined;
}

/** Events with their places named and marked so, as on the pages that the server writes whole. */
export function namePlaces(
  features: EventFeature[],
  { names = {}, stands = {} }: { names?: Record<string, string>; stands?: Record<string, [number, number]> },
): EventFeature[] {
  return features.map((feature) => {
    const { properties } = feature;
    const { place } = properties;
    const [label, stand] = place ? [names[keyOf(place)], place.near ? undefined : stands[keyOf(place)]] : [];
    if (!place || (label === undefined && stand === undefined)) return feature;
    const told = { ...place, ...(label !== undefined && { label }), ...(stand && { stand }) };
    return { ...feature, properties: { ...properties, place: told } };
  });
}

function keyOf({ name, country, feature }: { name: string; country: string; feature: string }): string {
  return [name, country, feature].join();
}
