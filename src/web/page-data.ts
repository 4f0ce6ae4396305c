import type { Columns } from './columns.ts';
import type { MapColours } from './themes.ts';
import type { PageWords } from './words.ts';

/** What the server puts into the page for the script, as JSON in `#data`. */
export interface PageData {
  slug: string;
  title: string;
  lang: string;
  /** The language of the names on the map, where that is not the page's. */
  mapLang?: string;
  zone: string;
  city?: string;
  version: number;
  words: PageWords;
  /**
   * The items in the order of the list, which tells the rest of them; null where they are too many for the
   * page: then they come from `events`.
   */
  items: Columns | null;
  events: string;
  /** Of events that come from there: the language of headlines and quotes, where that is not the reader's language. */
  source?: string;
  /** And what their places are called in it, as far as known (place-names.ts). */
  names?: Record<string, string>;
  /** And where the marks of countries stand that are not in the middle of them. */
  stands?: Record<string, [lng: number, lat: number]>;
  /** Folder of the tiles and their deepest zoom. */
  basemap: { tiles: string; maxZoom: number };
  /** Address of a MapLibre style that the newsroom shows instead. */
  mapStyle?: string;
  /** Colours that the newsroom has otherwise than we. */
  colours?: MapColours;
  /** Ids of the events that the story's track joins, in order of time. */
  track?: string[];
  /** What of the newsroom's settings is not fit for use. */
  faults?: string[];
}

/** Past it, the page lists the latest and the script fetches the rest. */
export const MOST_INLINE = 250;
