import type { Item } from './item.ts';
import type { Words } from './words.ts';

/** What the server puts into the page for the script, as JSON in `#data`. */
export interface PageData {
  slug: string;
  title: string;
  lang: string;
  zone: string;
  version: number;
  words: Words;
  /** All items of the story, or null where they are too many for the page: then they come from `events`. */
  items: Item[] | null;
  events: string;
  /** Folder of the tiles and their deepest zoom. */
  basemap: { tiles: string; maxZoom: number };
}

/** Past it, the page lists the latest and the script fetches the rest. */
export const MOST_INLINE = 250;
