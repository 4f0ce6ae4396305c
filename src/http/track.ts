import type { Category, EventFeature } from '../types.ts';
import { isWide } from '../web/area.ts';
import { byTime, type Item, toItem } from '../web/item.ts';
import { mainEvents } from '../web/main-events.ts';

/**
 * Ids of the events that the track of a story joins, in order of time: of its main events those of its main category that
 * have happened, on a stated day, at a place. Of one day the weightiest stands for all, for nobody says in which order they
 * came, unless they bear clock times. What lies years before is background, and no part of the way.
 */
export function trackOf(features: readonly EventFeature[]): string[] {
  const items = features.map(toItem);
  const main = mainEvents(items);
  const told = items.filter(({ id }) => main.has(id));
  const category = heaviest(told);
  const fit = told.filter((item) => item.category === category && isNode(item));
  const near = withoutBackground(fit);
  const days = Map.groupBy(near, ({ edtf }) => edtf.slice(0, DAY.length));
  const nodes = [...days.values()].flatMap((day) => {
    const timed = day.filter(({ edtf }) => edtf.length > DAY.length);
    return timed.length > 0 ? timed : day.toSorted((a, b) => b.weight - a.weight || byTime(a, b)).slice(0, 1);
  });
  // Who stays has not moved.
  const way = nodes.toSorted(byTime).filter((item, i, all) => item.at?.join() !== all[i - 1]?.at?.join());
  return way.length > 1 ? way.map(({ id }) => id) : [];
}

const DAY = '2024-07-01';
/** A calendar day, or an instant of it. */
const STATED = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,12}(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** A country's middle, or a sea's, is nowhere that anything passed. */
function isNode(item: Item): boolean {
  const { at, status, inferred, edtf, place } = item;
  const stands = at !== null && place !== null && !isWide(item) && !/^(?:OCN|SEA|GULF)$/.test(place.feature);
  return stands && status === 'reported' && !inferred && STATED.test(edtf);
}

/** The category that weighs most. */
function heaviest(items: readonly Item[]): Category | undefined {
  const weights = new Map<Category, number>();
  for (const { category, weight } of items) weights.set(category, (weights.get(category) ?? 0) + weight);
  const [first] = [...weights].sort(([, a], [, b]) => b - a);
  return first?.[0];
}

const MS_A_DAY = 86_400_000;
/** How many times the middle distance from the middle moment a node may lie away. */
const REACH = 6;

/** Those about the middle of them in time; the measure is one that some far ones do not move. */
function withoutBackground(items: readonly Item[]): Item[] {
  const middle = median(items.map(timeOf));
  const spread = Math.max(MS_A_DAY, median(items.map((item) => Math.abs(timeOf(item) - middle))));
  return items.filter((item) => Math.abs(timeOf(item) - middle) <= REACH * spread);
}

const timeOf = ({ start }: Item): number => start ?? 0;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
