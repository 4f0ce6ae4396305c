import type { Item } from '../../web/item.ts';
import type { Leg } from '../../web/track.ts';
import { direction } from '../pages/layout.tsx';
import { element, type Xml } from '../xml.ts';
import { drawMap } from './map.ts';
import { type Face, measure, SANS, SERIF, wrapText } from './measure.ts';
import type { Palette } from './palette.ts';
import { setLine } from './set-line.ts';
import type { PictureSize } from './sizes.ts';

/** All that stands on a picture. */
export interface Picture {
  size: PictureSize;
  palette: Palette;
  /** Without words: the map alone. */
  plain: boolean;
  /** BCP 47 language of the words and of the map. */
  lang: string;
  /** The line above the headline: when. */
  date: string;
  headline: string;
  /** Lines below it: what is uncertain, how many events, which outlets. Each in several ways, of which the first that fits is set. */
  notes: string[][];
  items: readonly Item[];
  /** The pieces of the story's track, and its key. */
  track: readonly Leg[];
  trackKey: string;
  /** The event that the picture is about, if it is one. */
  event: Item | null;
}

/** In CSS pixels. */
const PAD = 20;
const DATE: Face = { family: SANS, weight: 600, size: 11.5 };
const NOTE: Face = { family: SANS, weight: 400, size: 11.5 };
const BRAND: Face = { family: SERIF, weight: 600, size: 12.5 };
const BRAND_NAME = 'Dateline';
/** The headline is set in the first of these sizes in which it has room. */
const SIZES = [34, 31, 28, 25, 22.5, 20, 18];
const LEADING = 1.12;
const NOTE_LEADING = 1.4;
/** A picture wider than this has its text beside the map, others below it. */
const WIDE = 1.4;
/** Shares of the picture. */
const BESIDE = 0.4;
const BELOW = 0.38;

/** A picture of a story or of an event as an SVG document: a map and the words to it, safe for any text. */
export function drawPicture(picture: Picture): string {
  const { size, palette } = picture;
  const [width, height] = [size.width / size.scale, size.height / size.scale];
  if (picture.plain) return svgDocument(picture, width, height, drawMap({ ...picture, width, height }));
  const beside = width > WIDE * height;
  const mirrored = direction(picture.lang) === 'rtl';
  const textWidth = beside ? Math.round(width * BESIDE) : width;
  const mapWidth = beside ? width - textWidth : width;
  const room = { width: textWidth - 2 * PAD, height: beside ? height - 2 * PAD : Math.round(height * BELOW) - 2 * PAD };
  const text = setText(picture, room, !beside);
  const textHeight = beside ? height : Math.min(Math.round(height * BELOW), text.height + 2 * PAD);
  const mapHeight = beside ? height : height - textHeight;
  const mapX = beside && !mirrored ? textWidth : 0;
  const textX = beside && mirrored ? mapWidth : 0;
  const textY = beside ? 0 : mapHeight;
  const map = drawMap({ ...picture, width: mapWidth, height: mapHeight });
  return svgDocument(picture, width, height, [
    element('rect', { width, height, fill: palette.paper }),
    element('svg', { x: mapX, width: mapWidth, height: mapHeight, viewBox: `0 0 ${mapWidth} ${mapHeight}` }, map),
    beside
      ? element('rect', { x: mirrored ? textX - 0.5 : mapX - 0.5, width: 1, height, fill: palette.rule })
      : element('rect', { y: textY - 0.5, width, height: 1, fill: palette.rule }),
    element('rect', {
      x: mirrored ? textX + textWidth - PAD - 28 : textX + PAD,
      y: textY,
      width: 28,
      height: 4,
      fill: palette.accent,
    }),
    ...text.lines.map((line) =>
      drawLine(line, textX + (mirrored ? textWidth - PAD : PAD), textY + PAD, mirrored, palette),
    ),
    drawBrand(textX + PAD, textY + textHeight - PAD, textWidth - 2 * PAD, beside, mirrored, palette),
  ]);
}

/** A drawing of so many CSS pixels as a document. */
function svgDocument(picture: Picture, width: number, height: number, drawing: Xml[]): string {
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: picture.size.width,
      height: picture.size.height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'title',
      'xml:lang': picture.lang,
    },
    element('title', { id: 'title' }, pictureLabel(picture)),
    drawing,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

/** In one line, what a picture shows, for those who do not see it. */
export function pictureLabel({ headline, date }: Pick<Picture, 'headline' | 'date'>): string {
  return [headline, date].filter((part) => part !== '').join(', ');
}

interface Line {
  text: string;
  face: Face;
  /** Of the base line, from the top of the text. */
  y: number;
  colour: 'ink' | 'soft' | 'accent';
}

/** Sets the words into their room: the headline as large as it goes, the notes at the foot. */
function setText(
  { date, headline, notes }: Picture,
  room: { width: number; height: number },
  shrinks: boolean,
): { lines: Line[]; height: number } {
  const dates = wrapText(date, DATE, room.width, 2).lines;
  // Beside the map the brand has a line of its own.
  const foot = (shrinks ? 0 : BRAND.size * 2) + notes.length * NOTE.size * NOTE_LEADING;
  const top = 10 + dates.length * DATE.size * NOTE_LEADING;
  const space = room.height - foot - top - 10;
  const set = SIZES.map((size) => {
    const face: Face = { family: SERIF, weight: 600, size };
    return { face, ...wrapText(headline, face, room.width, Math.max(1, Math.floor(space / (size * LEADING)))) };
  });
  // Uncut, and in no more than five lines: a tall column of single words is no headline.
  const best = set.find(({ cut, lines }) => !cut && lines.length <= 5) ?? set.find(({ cut }) => !cut) ?? set.at(-1);
  const lines: Line[] = dates.map((text, i) => ({
    text,
    face: DATE,
    y: 6 + DATE.size + i * DATE.size * NOTE_LEADING,
    colour: 'accent',
  }));
  let y = top;
  for (const text of best?.lines ?? []) {
    y += (best?.face.size ?? 0) * LEADING;
    lines.push({ text, face: best?.face ?? DATE, y, colour: 'ink' });
  }
  const height = shrinks ? y + 14 + foot : room.height;
  notes.forEach((note, index) => {
    const width = room.width - (shrinks && index === notes.length - 1 ? 80 : 0);
    const [text = ''] = wrapText(
      note.find((way) => measure(way, NOTE) <= width) ?? note.at(-1) ?? '',
      NOTE,
      width,
      1,
    ).lines;
    const below = (notes.length - index - 1) * NOTE.size * NOTE_LEADING + (shrinks ? 0 : BRAND.size * 2);
    lines.push({ text, face: NOTE, y: height - below, colour: 'soft' });
  });
  return { lines, height };
}

function drawLine({ text, face, y, colour }: Line, x: number, top: number, mirrored: boolean, palette: Palette): Xml {
  return setLine(text, x, top + y, face, { fill: palette[colour], ...(mirrored && { 'text-anchor': 'end' }) });
}

/** Who made it: a dot and a name, at the end of the last line or below it. */
function drawBrand(x: number, y: number, width: number, beside: boolean, mirrored: boolean, palette: Palette): Xml {
  const wide = measure(BRAND_NAME, BRAND) + 12;
  const left = beside === mirrored ? x + width - wide : x;
  return element(
    'g',
    {},
    element('circle', { cx: left + 3.5, cy: y - 4, r: 3.5, fill: palette.accent }),
    setLine(BRAND_NAME, left + 12, y, BRAND, { fill: palette.ink }),
  );
}
