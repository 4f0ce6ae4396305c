import posterFile from '../../seeds/poster.bin';
import { countryNames } from '../basemap/countries.ts';
import { type Box, drawPoster } from '../basemap/poster.ts';
import { readShapes } from '../basemap/shapes.ts';
import type { View } from '../basemap/view.ts';

const shapes = readShapes(posterFile);
const GAP = 6; // pixels from a dot to its name

/**
 * The map under the marks of a story, for the inside of an `<svg>` whose viewBox is the view's width and height.
 * Colours come from ground.css. `taken` are the boxes of the marks and their labels: the ground names nothing there.
 */
export function Ground({ view, lang, taken }: { view: View; lang: string; taken?: readonly Box[] }) {
  const { paths, labels } = drawPoster(shapes, view, { countries: countryNames(lang), taken });
  return (
    <g class="ground">
      <rect class="ground-water" width={view.width} height={view.height} />
      <g transform="scale(.5)">
        {paths.map(({ layer, d }) => (
          <path class={`ground-${layer}`} d={d} />
        ))}
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
