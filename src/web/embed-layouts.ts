/**
 * What an embed shows, and how high it stands unless it is told: the loader keeps that much of the page free before the
 * frame has said a word, so that nothing on it moves.
 */
export const LAYOUT_HEIGHTS = {
  /** Map, timeline and list. */
  full: 640,
  /** Map and timeline. */
  map: 480,
  /** Timeline and list. */
  timeline: 480,
  list: 480,
  /** Map and timeline without a headline. */
  compact: 400,
};

export type EmbedLayout = keyof typeof LAYOUT_HEIGHTS;

/** Pixels that an embed may ask of its host. */
export const LEAST_HEIGHT = 200;
export const MOST_HEIGHT = 6000;
