import type { Place } from '../types.ts';

/** What the extractor asks of a gazetteer. */
export interface Gazetteer {
  /** Every record that bears this name, best known first; empty for a name that nothing bears. */
  find(name: string): Place[];
}
