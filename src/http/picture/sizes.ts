/** A picture in pixels, and how many of them one CSS pixel of its drawing takes: letters and marks grow by it. */
export interface PictureSize {
  width: number;
  height: number;
  scale: number;
}

/** What links on social networks show. */
export const CARD: PictureSize = { width: 1200, height: 630, scale: 2 };

/** All that are drawn: each address asked for leads to one of these, so that caches hold few and can be filled. */
export const SIZES: readonly PictureSize[] = [
  CARD,
  // The same small: thumbnails, newsletters.
  { width: 600, height: 315, scale: 1 },
  { width: 400, height: 210, scale: 2 / 3 },
  // As wide as screens.
  { width: 1280, height: 720, scale: 2 },
  { width: 640, height: 360, scale: 1 },
  // As lists of stories show them.
  { width: 960, height: 600, scale: 1 },
  { width: 480, height: 300, scale: 1 },
  { width: 1080, height: 1080, scale: 2 },
  // Upright, as phones show pictures.
  { width: 1080, height: 1350, scale: 2 },
  // Print: 20 cm at 300 dots an inch.
  { width: 2400, height: 1260, scale: 3 },
];

/**
 * The size nearest to a wish, by shape before area. A side that is not asked for counts as fitting; without any it is
 * the card.
 */
export function nearestSize(width: number | null, height: number | null): PictureSize {
  const off = (size: PictureSize) => {
    const [x, y] = [
      width === null ? 0 : Math.log(size.width / width),
      height === null ? 0 : Math.log(size.height / height),
    ];
    return width === null || height === null ? Math.abs(x) + Math.abs(y) : 6 * Math.abs(x - y) + Math.abs(x + y) / 2;
  };
  return SIZES.reduce((best, size) => (off(size) < off(best) ? size : best), CARD);
}
