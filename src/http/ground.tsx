import type { PropsWithChildren } from 'hono/jsx';
import posterFile from '../../seeds/poster.bin';
import { countryNames } from '../basemap/countries.ts';
import { drawLocator } from '../basemap/locator.ts';
import { type Box, drawOutline, drawPoster } from '../basemap/poster.ts';
import { readShapes } from '../basemap/shapes.ts';
import type { View } from '../basemap/view.ts';

/** What the maps that the Worker draws are drawn from. */
export const shapes = readShapes(posterFile);
const GAP = 6; // pixels from a dot to its name

interface GroundProps {
  view: View;
  lang: string;
  taken?: readonly Box[];
}

/**
 * The map under the marks of a story, for the inside of an `<svg>` whose viewBox is the view's width and height.
 * Colours come from ground.css. `taken` are the boxes of the marks and their labels: the ground names nothing there.
 * What it holds is drawn in half pixels between land and names.
 */
export function Ground({ view, lang, taken, children }: PropsWithChildren<GroundProps>) {
  const { paths, labels } = drawPoster(shapes, view, { countries: countryNames(lang), lang, taken });
  return (
    <g class="ground">
      <rect class="ground-water" width={view.width} height={view.height} />
      <g transform="scale(.5)">
        {paths.map(({ layer, d }) => (
          <path class={`ground-${layer}`} d={d} />
        ))}
        {children}
      </g>
      {labels.map(({ kind, text, x, y, side }) =>
        side === 'middle' ? (
          <text class={`ground-${kind}`} x={x} y={y} dy=".35em" text-anchor="middle">
            {text}
          </text>
        ) : (
          <>
            <circle class="ground-dot" cx={x} cy={y} r={kind === 'capital' ? 3 : 2.2} />
            <text
              class={`ground-${kind}`}
              x={side === 'left' ? x - GAP : x + GAP}
              y={y}
              dy=".35em"
              text-anchor={side === 'left' ? 'end' : undefined}
            >
              {text}
            </text>
          </>
        ),
      )}
    </g>
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
