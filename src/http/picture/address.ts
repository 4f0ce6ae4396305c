import type { Snapshot } from '../../types.ts';
import { readState } from '../../web/state.ts';
import type { MapColours } from '../../web/themes.ts';
import { lookOf, readPicture, snapState, writePicture } from './choice.ts';
import { composePicture, storyOf } from './compose.ts';
import { pictureLabel } from './draw.ts';
import { CARD, SIZES } from './sizes.ts';

/** A picture that a page or an answer names. */
export interface PictureAddress {
  url: string;
  width: number;
  height: number;
  /** What it shows, in words. */
  alt: string;
}

/** What a picture is asked to show; all of it may be missing. */
export interface PictureWish {
  /** Options as an embed has them. */
  query?: URLSearchParams;
  /** Fragment of a shared state. */
  fragment?: string;
  /** The most pixels that it may have; null is returned where no picture is that small. */
  maxWidth?: number;
  maxHeight?: number;
  /** The newsroom's colours. */
  colours?: MapColours | null;
}

/** The address of the PNG picture of a published story, or of a state of it. */
export function pictureOf(origin: string, snapshot: Snapshot, wish: PictureWish = {}): PictureAddress | null {
  const { query = new URLSearchParams(), fragment = '', maxWidth = CARD.width, maxHeight = CARD.height } = wish;
  const { colours = null } = wish;
  const story = storyOf(snapshot);
  const size = SIZES.find(({ width, height }) => width <= maxWidth && height <= maxHeight);
  if (!size) return null;
  const asked = { ...readPicture(query, story), size };
  const choice = fragment === '' ? asked : { ...asked, ...snapState(readState(fragment).state, story) };
  return {
    url: `${origin}/s/${snapshot.story.slug}/poster.png?${writePicture(choice, story, lookOf(snapshot.version, colours))}`,
    width: size.width,
    height: size.height,
    alt: pictureLabel(composePicture(choice, story, snapshot, colours)),
  };
}
