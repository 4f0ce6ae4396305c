import type { Box } from '../../basemap/label-room.ts';
import { fitView, latitude, mercatorY, TILE, type View } from '../../basemap/view.ts';
import { focus } from '../../web/focus.ts';
import { GLYPHS, STRIKE } from '../../web/glyphs.ts';
import type { Item } from '../../web/item.ts';
import { layOut, mostOf, sceneOf, showAll } from '../../web/scene.ts';
import type { Leg } from '../../web/track.ts';
import { legOn } from '../../web/track-path.ts';
import { Ground, Locator, outlinesIn, Places, ScaleBar } from '../ground.tsx';
import { At, percentsOf } from '../percents.tsx';
import { seenIn } from '../seen-in.ts';
import { PosterMark } from './marks.tsx';
import { layPoster } from './poster-layout.ts';
import { TrackLeg } from './track.tsx';

/** What of a map is seen whatever the shape of its element: it is scaled to hold this many pixels of the drawing. */
export interface PosterFrame {
  /** Its proportions are `--frame` in page/map.css and embed.css. */
  width: number;
  height: number;
  /** Pixels free around the story. */
  padding: number;
  /**
   * The drawing goes on beyond the frame, for elements that are wider or higher than it: so many times as far. An embed
   * stands in strips of any shape, the map of a story's own page never so.
   */
  beyond: { width: number; height: number };
  /** Pixels of the screen at its foot that something else lies over on a phone. */
  foot: number;
}

/** As wide as a page, and as low as a strip. */
export const POSTER_FRAMES = {
  story: { width: 440, height: 330, padding: 38, beyond: { width: 1.75, height: 1.7 }, foot: 16 },
  embed: { width: 440, height: 264, padding: 40, beyond: { width: 3, height: 2.3 }, foot: 0 },
  // Alone in a frame, the map takes all of its height: twice the width of a phone and more.
  alone: { width: 440, height: 264, padding: 40, beyond: { width: 3, height: 3.9 }, foot: 0 },
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

interface PosterProps {
  items: Item[];
  /** The pieces between the events that the story's track joins. */
  track: readonly Leg[];
  label: string;
  lang: string;
  /** The language of the names. */
  names: string;
  frame: PosterFrame;
}

/**
 * The map without script: the places of all events, as the interactive map shows them at its first view. The ground grows
 * with the element; marks and names stand at percents of it and keep their size.
 */
export function Poster({ items, track, label, lang, names: tongue, frame: asked }: PosterProps) {
  const placed = items.filter((item) => item.at !== null);
  const seen = aboveFoot(fitView(focus(placed), { ...asked, height: asked.height - FOOT, maxZoom: 8 }));
  const view = { ...seen, width: asked.beyond.width * seen.width, height: asked.beyond.height * seen.height };
  const [x, y] = [(view.width - seen.width) / 2, (view.height - seen.height) / 2];
  const frame: Box = { x, y, width: seen.width, height: seen.height };
  const outlines = outlinesIn(
    view,
    placed.flatMap(({ place }) => place?.outline ?? []),
  );
  const legs = track.map((leg) => ({ leg, line: legOn(leg, view) }));
  const lines = legs.map(({ line }) => line);
  const { marks, names, ground } = layPoster(placed, { view, frame, foot: asked.foot, lang: tongue, lines });
  const showing = showAll(placed);
  const whole = layOut(showing, view.zoom, mostOf(showing.sites));
  const { halos } = sceneOf(showing, whole, new Set(outlines.keys()), view);
  const { at, radius } = percentsOf(frame);
  return (
    <>
      <div
        class="poster"
        data-at={[seen.lng, seen.lat, seen.zoom, seen.width].map((value) => Math.round(value * 1e5) / 1e5).join(' ')}
        role="img"
        aria-label={label}
      >
        <Ground drawn={ground} view={view} lang={tongue} frame={frame}>
          {[...outlines].map(([name, d]) => (
            <path class="outline" data-outline={name} fill-rule="evenodd" d={d} />
          ))}
        </Ground>
        <svg class="over" lang={tongue} aria-hidden="true">
          <Places labels={ground.labels} frame={frame} />
          {legs.map(({ leg, line }) => (
            <TrackLeg
              line={line}
              loose={leg.loose}
              ends={`${items.indexOf(leg.from)} ${items.indexOf(leg.to)}`}
              marks={marks}
              frame={frame}
            />
          ))}
          {names.map(({ thing: name, ...span }) => (
            <text
              class={`${NAME_CLASS[name.kind]} ${SIDES[name.side].anchor}${seenIn(span, name.needs)}`.trim()}
              {...at(name.x, name.y)}
              dx={rem(SIDES[name.side].right * name.away)}
              dy={rem(SIDES[name.side].down * (name.away + HALF_LINE))}
            >
              {name.name}
            </text>
          ))}
          <g class="drawn">
            {halos.map((halo) => (
              <circle
                class={`glyph ${halo.item.category} area`}
                cx={at(halo.x, halo.y).x}
                cy={at(halo.x, halo.y).y}
                r={radius(halo.radius)}
              />
            ))}
            {marks.map(({ thing: mark, ...span }) => (
              <At {...at(mark.x, mark.y)} seen={seenIn(span)}>
                <g>
                  <PosterMark mark={mark} lang={lang} />
                </g>
              </At>
            ))}
          </g>
        </svg>
      </div>
      <ScaleBar view={seen} lang={lang} />
      <Locator view={seen} />
    </>
  );
}

/** Pixels of the drawing that stay free for what stands at the foot of the map. */
const FOOT = 24;

/** A view with so much more at its foot. */
function aboveFoot(view: View): View {
  const down = FOOT / 2 / (TILE * 2 ** view.zoom);
  return { ...view, height: view.height + FOOT, lat: latitude(Math.min(1, mercatorY(view.lat) + down)) };
}

/** Pixels at the usual size of letters: to larger ones all is as much farther. */
function rem(pixels: number): string | undefined {
  return pixels === 0 ? undefined : `${Math.round((pixels / 16) * 100) / 100}rem`;
}

const NAME_CLASS = { spot: 'spot-name', region: 'whole', state: 'whole state' };
const HALF_LINE = 8; // pixels
const SIDES = {
  right: { anchor: '', right: 1, down: 0 },
  left: { anchor: 'end ', right: -1, down: 0 },
  below: { anchor: 'middle ', right: 0, down: 1 },
  above: { anchor: 'middle ', right: 0, down: -1 },
};
