import type { Box } from '../../basemap/poster.ts';
import { overlap } from '../../basemap/poster-labels.ts';
import { fitView, projector } from '../../basemap/view.ts';
import { focus } from '../../web/focus.ts';
import { GLYPHS, STRIKE } from '../../web/glyphs.ts';
import type { Item } from '../../web/item.ts';
import { MOST_INLINE } from '../../web/page-data.ts';
import { boxesOf, radiusAt, type Scene, wholeScene } from '../../web/scene.ts';
import { type Spot, spotsOf } from '../../web/spots.ts';
import type { Leg } from '../../web/track.ts';
import { Ground, Locator, outlinesIn, ScaleBar } from '../ground.tsx';
import { trackPath } from '../track-path.ts';
import { PosterMarks } from './marks.tsx';

/** What of a map is seen whatever the shape of its element: it is scaled to hold this many pixels of the drawing. */
export interface PosterFrame {
  width: number;
  height: number;
  /** Pixels free around the story. */
  padding: number;
  /**
   * The drawing goes on beyond the frame, for elements that are wider or higher than it: so many times as far. An embed
   * stands in strips of any shape, the map of a story's own page never so.
   */
  beyond: { width: number; height: number };
}

/** As wide as a page, and as narrow as a column: in the smaller one letters stay readable on a phone. */
export const POSTER_FRAMES = {
  story: { width: 460, height: 340, padding: 38, beyond: { width: 1.7, height: 1.65 } },
  embed: { width: 420, height: 250, padding: 40, beyond: { width: 3.2, height: 1.9 } },
} satisfies Record<string, PosterFrame>;

/** The shapes of the categories, once a page: list, key and map draw them by reference. */
export function GlyphSheet({ used }: { used: Set<string> }) {
  return (
    <svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(GLYPHS).map(([name, { path }]) =>
          used.has(name) || name === 'other' ? <path id={`g-${name}`} d={path} /> : null,
        )}
        <path id="g-strike" d={STRIKE} />
      </defs>
    </svg>
  );
}

/** The map without script: the places of all events, as the interactive map shows them at its first view. */
export function Poster({
  items,
  track,
  label,
  lang,
  frame,
}: {
  items: Item[];
  /** The pieces between the events that the story's track joins. */
  track: readonly Leg[];
  label: string;
  lang: string;
  frame: PosterFrame;
}) {
  const placed = items.filter((item) => item.at !== null);
  const seen = fitView(focus(placed), { ...frame, maxZoom: 8 });
  const view = { ...seen, width: frame.beyond.width * seen.width, height: frame.beyond.height * seen.height };
  const [left, top] = [(view.width - seen.width) / 2, (view.height - seen.height) / 2];
  const project = projector(view);
  const outlines = outlinesIn(
    view,
    placed.flatMap(({ place }) => place?.outline ?? []),
  );
  const { scene } = wholeScene(placed, new Set(outlines.keys()), view);
  const boxes = boxesOf(scene);
  const names = nameSpots(spotsOf(placed).slice(0, MOST_INLINE), scene, project, boxes);
  const taken = [...boxes, ...names.map(({ box }) => box)];
  return (
    <>
      <svg
        class="poster"
        viewBox={`${left} ${top} ${seen.width} ${seen.height}`}
        data-at={[seen.lng, seen.lat, seen.zoom].map((value) => Math.round(value * 1e5) / 1e5).join(' ')}
        role="img"
        aria-label={label}
      >
        <Ground view={view} lang={lang} taken={taken}>
          {[...outlines].map(([name, d]) => (
            <path class="outline" data-outline={name} fill-rule="evenodd" d={d} />
          ))}
        </Ground>
        {track.map((leg) => {
          const { line, arrow } = trackPath(leg, view);
          return (
            <g data-leg={`${items.indexOf(leg.from)} ${items.indexOf(leg.to)}`}>
              <path class={leg.loose ? 'track loose' : 'track'} d={line} />
              {arrow && <path class="track-arrow" d={arrow} />}
            </g>
          );
        })}
        {names.map(({ name, box }) => (
          <text class="spot-name" x={round(box.x)} y={round(box.y + box.height / 2)} dy=".35em">
            {name}
          </text>
        ))}
        <PosterMarks scene={scene} lang={lang} />
      </svg>
      <ScaleBar view={seen} lang={lang} />
      <Locator view={seen} />
    </>
  );
}

type Project = (lng: number, lat: number) => [x: number, y: number];

/** Names to the right of the marks of their spots, or to the left, where they cover neither marks nor each other. */
function nameSpots(spots: Spot[], scene: Scene, project: Project, marks: Box[]) {
  const placed: { name: string; box: Box }[] = [];
  for (const { name, at } of spots) {
    const [x, y] = project(...at);
    const radius = radiusAt(scene, x, y);
    if (radius === null) continue;
    // Six tenths of the size a letter: an estimate on the wide side.
    const [width, height] = [name.length * 7.5, 16];
    const sides = [x + radius + 3, x - radius - 3 - width].map((left) => ({
      x: left,
      y: y - height / 2,
      width,
      height,
    }));
    const box = sides.find(
      (side) => ![...marks, ...placed.map((other) => other.box)].some((other) => overlap(side, other)),
    );
    if (box) placed.push({ name, box });
  }
  return placed;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
