import type { PropsWithChildren } from 'hono/jsx';
import posterFile from '../../seeds/poster.bin';
import { countryNames } from '../basemap/countries.ts';
import { drawLocator } from '../basemap/locator.ts';
import { type Box, drawOutline, drawPoster, type PosterPath } from '../basemap/poster.ts';
import type { PosterLabel } from '../basemap/poster-labels.ts';
import { scaleBar } from '../basemap/scale.ts';
import { readShapes } from '../basemap/shapes.ts';
import type { View } from '../basemap/view.ts';

/** What the maps that the Worker draws are drawn from. */
export const shapes = readShapes(posterFile);
const GAP = 6; // pixels from a dot to its name
const BASE_SIZE = 11; // pixels of a town's name, which all others are set by

interface GroundProps {
  view: View;
  lang: string;
  taken?: readonly Box[];
}

/**
 * The map under the marks of a story, for the inside of an `<svg>` whose viewBox is the view's width and height.
 * Colours come from ground.css. `taken` are the boxes of the marks and their labels: the ground names nothing there.
 * What it holds is drawn in half pixels on the land, under lakes and borders.
 */
export function Ground({ view, lang, taken, children }: PropsWithChildren<GroundProps>) {
  const { paths, labels } = drawPoster(shapes, view, { countries: countryNames(lang), lang, taken });
  return (
    <g class="ground" font-size={BASE_SIZE}>
      <rect class="ground-water" width={view.width} height={view.height} />
      <g transform="scale(.5)">
        {paths.filter(isLand).map(drawPath)}
        {children}
        {paths.filter((path) => !isLand(path)).map(drawPath)}
      </g>
      {DOTS.map(({ kind, width }) => (
        <path class="ground-dot" stroke-width={width} d={dotsOf(labels.filter((label) => label.kind === kind))} />
      ))}
      {labels.map((label) => (
        <Name {...label} />
      ))}
    </g>
  );
}

function drawPath({ layer, d }: PosterPath) {
  return <path class={`ground-${layer}`} d={d} />;
}

/** What an area of the story is laid on: over lakes its tint would make land of them. */
export function isLand({ layer }: PosterPath): boolean {
  return layer === 'land' || layer === 'river';
}

/** Seats of regions are larger than other towns, px. */
const DOTS = [
  { kind: 'seat', width: 4.8 },
  { kind: 'town', width: 3.8 },
] as const;

/** All dots of one size as lines without length, whose round ends are the dots: a tenth of the bytes of so many circles. */
function dotsOf(labels: readonly PosterLabel[]): string {
  return labels.map(({ x, y }) => `M${x} ${y}h0`).join('');
}

function Name({ kind, text, x, y, side, size, spacing, angle }: PosterLabel) {
  const letters = {
    class: kind === 'water' ? 'ground-sea' : `ground-${kind}`,
    dy: '.35em',
    'font-size': size === BASE_SIZE ? undefined : `${ems(size, BASE_SIZE)}em`,
    'letter-spacing': spacing === 0 ? undefined : `${ems(spacing, size)}em`,
  };
  if (side === 'middle') {
    const turned = angle === 0 ? undefined : `rotate(${angle} ${x} ${y})`;
    return (
      <text {...letters} x={x} y={y} text-anchor="middle" transform={turned}>
        {text}
      </text>
    );
  }
  return (
    <>
      {kind === 'capital' && <rect class="ground-seat-mark" x={x - 2.5} y={y - 2.5} width="5" height="5" />}
      <text
        {...letters}
        x={side === 'left' ? x - GAP : x + GAP}
        y={y}
        text-anchor={side === 'left' ? 'end' : undefined}
      >
        {text}
      </text>
    </>
  );
}

function ems(pixels: number, size: number): number {
  return Math.round((pixels / size) * 100) / 100;
}

/**
 * The scale of a view in kilometres and miles, in its lower left corner: an `<svg>` of its own over the map, which is scaled
 * as the map is but keeps that corner.
 */
export function ScaleBar({ view, lang }: { view: View; lang: string }) {
  const number = new Intl.NumberFormat(lang);
  const { km, miles } = scaleBar(view);
  const [left, middle] = [12, view.height - 26];
  return (
    <svg
      class="scale"
      viewBox={`0 0 ${view.width} ${view.height}`}
      preserveAspectRatio="xMinYMax meet"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={`M${left} ${middle - 7}v7h${Math.max(km.pixels, miles.pixels)}M${left} ${middle}v7M${left + km.pixels} ${middle - 7}v7M${left + miles.pixels} ${middle}v7`}
      />
      <text x={left + 5} y={middle - 4}>{`${number.format(km.value)} km`}</text>
      <text x={left + 5} y={middle + 11}>{`${number.format(miles.value)} mi`}</text>
    </svg>
  );
}

/** The outlines of the countries and regions that a story names, by the name of each; the unknown and unseen are left out. */
export function outlinesIn(view: View, names: Iterable<string>): Map<string, string> {
  const drawn = [...new Set(names)].map((name): [string, string] => [name, drawOutline(shapes, view, name)]);
  return new Map(drawn.filter(([, d]) => d !== ''));
}

const GLOBE = 84; // pixels
const CLOSE = 3.5; // the zoom from which a reader may wonder where in the world this is

/** A globe with the frame of the view on it; nothing when the view is itself a good part of the world. */
export function Locator({ view }: { view: View }) {
  if (view.zoom < CLOSE) return null;
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
