import type { ShapeNeeded } from '../basemap/label-room.ts';

/** Something that is there in some steps of a drawing: from one on, to before another, or to the last. */
export interface Span<T> {
  thing: T;
  from: number;
  until?: number;
}

/** The classes of something that is not seen in every step or shape; ground.css shows and hides them. */
export function seenIn({ from, until }: Omit<Span<unknown>, 'thing'>, { wide, tall }: ShapeNeeded = {}): string {
  return [
    from > 0 && `n${from}`,
    until !== undefined && `u${until}`,
    wide !== undefined && `w${wide}`,
    tall !== undefined && `h${tall}`,
  ]
    .filter((name) => name !== false)
    .join(' ');
}
