import type { PropsWithChildren } from 'hono/jsx';
import posterFile from '../../seeds/poster.bin';
import { countryNames } from '../basemap/countries.ts';
import type { Box } from '../basemap/label-room.ts';
import { drawLocator } from '../basemap/locator.ts';
import { drawOutline, drawPoster, type Poster, type PosterPath } from '../basemap/poster.ts';
import { type LabelOptions, LEADING, type PosterLabel } from '../basemap/poster-sheet.ts';
import { scaleBar } from '../basemap/scale.ts';
import { readShapes } from '../basemap/shapes.ts';
import type { View } from '../basemap/view.ts';
import { percentsOf } from './percents.tsx';
import { measure, SANS } from './picture/measure.ts';
import { seenIn } from './seen-in.ts';

/** What the maps that the Worker draws are drawn from. */
export const shapes = readShapes(posterFile);
/** How much wider than ours the type faces of readers are at most. */
const WIDER = 1.04;
const BASE_SIZE = 11; // pixels of a town's name, which all others are set by

/** The ground of a drawing and the names on it, in a language. */
export function groundOf(view: View, options: Omit<LabelOptions, 'countries' | 'measure'>): Poster {
  return drawPoster(shapes, view, { ...options, countries: countryNames(options.lang), measure: measureName });
}

/** How wide a name may stand in the reader's type face: most are narrower than ours. */
export function measureName(text: string, size: number, bold: boolean): number {
  return measure(text, { family: SANS, weight: bold ? 600 : 400, size }, emsOf) * WIDER;
}

/** Ems of a letter of a script that the reader's browser has a font for, and we have none; on the wide side. */
function emsOf(letter: string): number {
  if (/\p{M}|\p{Cf}/u.test(letter)) return 0;
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(letter) ? 1 : 0.65;
}

interface GroundProps {
  drawn: Poster;
  view: View;
  /** The language of the names: capital letters are made by its rules. */
  lang: string;
  /** The part of the view that the element holds in every shape. */
  frame: Box;
}

/**
 * The map under the marks of a story, as large as its element: paths and what is named along or over them, in half pixels.
 * Colours come from ground.css. What it holds lies on the land, under lakes and borders.
 */
export function Ground({ drawn: { paths, labels }, view, lang, frame, children }: PropsWithChildren<GroundProps>) {
  return (
    <svg
      class="ground"
      lang={lang}
      aria-hidden="true"
      viewBox={[frame.x, frame.y, frame.width, frame.height].map((value) => 2 * value).join(' ')}
    >
      <rect class="ground-water" width={2 * view.width} height={2 * view.height} />
      {paths.filter(isLand).map(drawPath)}
      {children}
      {paths.filter((path) => !isLand(path)).map(drawPath)}
      {[...Map.groupBy(labels.filter(isPlace), dotClass)].map(([name, dots]) => (
        <path class={name} d={dots.map(({ x, y }) => `M${2 * x} ${2 * y}h0`).join('')} />
      ))}
      {labels
        .filter((label) => !isPlace(label))
        .map((label) => (
          <AreaName {...label} />
        ))}
    </svg>
  );
}

function drawPath({ layer, d }: PosterPath) {
  return <path class={`ground-${layer}`} d={d} />;
}

/** What an area of the story is laid on: over lakes its tint would make land of them. */
export function isLand({ layer }: PosterPath): boolean {
  return layer === 'land' || layer === 'river';
}

function isPlace({ side }: PosterLabel): boolean {
  return side !== 'middle';
}

/** All dots of one kind are one line without length, whose round ends they are: a tenth of the bytes of so many circles. */
function dotClass({ kind, step, needs }: PosterLabel): string {
  return `dot ${kind} ${seenIn({ from: step }, needs)}`.trim();
}

function AreaName({ kind, text, x, y, size, spacing, angle, radius, step, until, needs }: PosterLabel) {
  const lines = text.split('\n');
  const ems = (pixels: number, of: number) => `${Math.round((pixels / of) * 100) / 100}em`;
  const look = {
    class: `${kind} ${seenIn({ from: step, until }, needs)}`.trim(),
    'font-size': ems(size, BASE_SIZE),
    'letter-spacing': JOINED.test(text) ? undefined : ems(spacing, size),
    transform: angle === 0 ? undefined : `rotate(${angle} ${2 * x} ${2 * y})`,
  };
  if (radius !== 0) {
    const id = `bow${x}-${y}`;
    return (
      <>
        <path id={id} d={bow(x, y, radius, text.length * (size + spacing))} fill="none" />
        <text {...look}>
          <textPath href={`#${id}`} startOffset="50%">
            {text}
          </textPath>
        </text>
      </>
    );
  }
  return (
    <text {...look} x={2 * x} y={2 * y}>
      {lines.length === 1
        ? text
        : lines.map((line, index) => (
            <tspan x={2 * x} dy={`${index === 0 ? (LEADING * (1 - lines.length)) / 2 : LEADING}em`}>
              {line}
            </tspan>
          ))}
    </text>
  );
}

/** Letters that hang together: some browsers would tear them apart. */
const JOINED = /\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}/u;

/** A piece of a circle about x and y, long enough for letters that have grown: path data in half pixels. */
function bow(x: number, y: number, radius: number, length: number): string {
  const half = Math.min(MOST_BOW, length / Math.abs(radius));
  const [across, down] = [Math.abs(radius) * Math.sin(half), radius * (1 - Math.cos(half))].map(Math.round);
  const round = 2 * Math.abs(radius);
  const start = `${2 * (x - (across ?? 0))} ${2 * (y + (down ?? 0))}`;
  return `M${start}A${round} ${round} 0 0 ${radius > 0 ? 1 : 0} ${2 * (x + (across ?? 0))} ${2 * (y + (down ?? 0))}`;
}

/** Radians to either side of the middle. */
const MOST_BOW = 1.4;

/** The names of places beside their dots, for the inside of an `<svg>` over the ground. */
export function Places({ labels, frame }: { labels: readonly PosterLabel[]; frame: Box }) {
  const { at } = percentsOf(frame);
  return (
    <>
      {labels.filter(isPlace).map(({ kind, text, x, y, side, step, needs }) => (
        <text class={`${kind} ${side === 'left' ? 'end ' : ''}${seenIn({ from: step }, needs)}`.trim()} {...at(x, y)}>
          {text}
        </text>
      ))}
    </>
  );
}

/** How many times as large as its frame a drawing is in the middle of the steps that share a scale bar, and the step that the next begins with. */
const BARS = [
  { scale: 0.8, from: 0, until: 2 },
  { scale: 1.75, from: 2 },
];

/**
 * The scale of a view in kilometres and miles, for the lower left corner of a map: two sides of one bar that grows with the
 * drawing, of another length where that is large.
 */
export function ScaleBar({ view, lang }: { view: View; lang: string }) {
  const number = new Intl.NumberFormat(lang);
  return (
    <div class="scale">
      <svg aria-hidden="true" focusable="false">
        {BARS.map(({ scale, ...span }) => {
          const { km, miles } = scaleBar({ ...view, zoom: view.zoom + Math.log2(scale) });
          const part = (pixels: number) => `${Math.round((pixels / scale / view.width) * 1000) / 10}%`;
          return (
            <g class={seenIn(span)}>
              <line x2={part(Math.max(km.pixels, miles.pixels))} />
              <line y1={-7} y2={7} />
              <line x1={part(km.pixels)} x2={part(km.pixels)} y1={-7} />
              <line x1={part(miles.pixels)} x2={part(miles.pixels)} y1={7} />
              <text x={5} y={-5}>{`${number.format(km.value)} km`}</text>
              <text x={5} y={12}>{`${number.format(miles.value)} mi`}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** The outlines of the countries and regions that a story names, by the name of each; the unknown and unseen are left out. */
export function outlinesIn(view: View, names: Iterable<string>): Map<string, string> {
  const drawn = [...new Set(names)].map((name): [string, string] => [name, drawOutline(shapes, view, name)]);
  return new Map(drawn.filter(([, d]) => d !== ''));
}

const GLOBE = 84; // pixels
const CLOSE = 3.5; // the zoom from which a reader may wonder where in the world this is

export function hasLocator({ zoom }: View): boolean {
  return zoom >= CLOSE;
}

/** A globe with the frame of the view on it; nothing when the view is itself a good part of the world. */
export function Locator({ view }: { view: View }) {
  if (!hasLocator(view)) return null;
  const { land, frame } = drawLocator(shapes, view, GLOBE);
  return (
    <svg
      class="locator"
      width={GLOBE}
      height={GLOBE}
      viewBox={`-1 -1 ${GLOBE + 2} ${GLOBE + 2}`}
      aria-hidden="true"
      focusable="false"
    >
      <circle class="ground-water" cx={GLOBE / 2} cy={GLOBE / 2} r={GLOBE / 2} />
      <g transform="scale(.5)">
        <path class="ground-land" fill-rule="evenodd" d={land} />
        <path class="locator-frame" d={frame} />
      </g>
    </svg>
  );
}
