import type { Item } from './item.ts';
import type { State } from './state.ts';

/** What a story must know of the page that it stands on: a page of its own needs to say nothing. */
export interface Surroundings {
  /** True in a frame, whose steps would otherwise fill the history of the page around it. */
  framed?: boolean;
  /** The address at which the reader finds a state again, by its fragment. */
  addressOf?(fragment: string): string;
  /** Called after each drawing with what is shown. */
  drawn?(state: State, chosen: Item | null, playing: boolean): void;
}

/** What the page around a story may ask of it. */
export interface StoryControl {
  /** Of all its events. */
  ids: ReadonlySet<string>;
  select(id: string): void;
  set(state: Partial<State>): void;
  play(on: boolean): void;
}
