import type { Item } from './item.ts';

/** A piece of the track: from one event to the next in time. */
export interface Leg {
  from: Item;
  to: Item;
  /** Where the way between them is the more of a guess: after a long silence, or at a place that is an area. */
  loose: boolean;
}

/** A silence is long when it is so many times the usual one. */
const LONG = 2.5;

/** The pieces between the events of a track, by their ids in order of time. */
export function legsOf(track: readonly string[], items: readonly Item[]): Leg[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const nodes = track.flatMap((id) => byId.get(id) ?? []);
  const pairs = nodes.slice(1).flatMap((to, i) => {
    const from = nodes[i];
    return from?.at && to.at ? [{ from, to, gap: (to.start ?? 0) - (from.start ?? 0) }] : [];
  });
  const usual = pairs.map(({ gap }) => gap).sort((a, b) => a - b)[pairs.length >> 1] ?? 0;
  return pairs.map(({ from, to, gap }) => ({ from, to, loose: gap > LONG * usual || isArea(from) || isArea(to) }));
}

/** Both ends of a leg in degrees, the second past 180 where the way over it is the shorter. */
export function endsOf({ from, to }: Leg): [[number, number], [number, number]] {
  const [[lng1, lat1], [lng2, lat2]] = [from.at ?? [0, 0], to.at ?? [0, 0]];
  const turn = lng2 - lng1 - Math.round((lng2 - lng1) / 360) * 360;
  return [
    [lng1, lat1],
    [lng1 + turn, lat2],
  ];
}

function isArea({ place }: Item): boolean {
  return place?.near === true || /^(?:ADM|RGN|STRT|CHN|BAY|LK|ISLS)/.test(place?.feature ?? '');
}
