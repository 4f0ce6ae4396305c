import type { Child } from 'hono/jsx';
import { fan } from '../../web/fan.ts';
import { type Bounds, focus } from '../../web/focus.ts';
import { GLYPH_BOX, GLYPHS, STRIKE } from '../../web/glyphs.ts';
import type { Item } from '../../web/item.ts';

const WIDTH = 720;
const HEIGHT = 480;
const MARGIN = 56;

/** The shapes of the categories, once a page: list, legend and map draw them by reference. */
export function GlyphSheet({ used }: { used: Set<string> }) {
  return (
    <svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(GLYPHS).map(([name, { path }]) => (used.has(name) ? <path id={`g-${name}`} d={path} /> : null))}
        <path id="g-strike" d={STRIKE} />
      </defs>
    </svg>
  );
}

/** The map without script: the places of all events, as the interactive map shows them at its first view. */
export function Poster({ items, label, children }: { items: Item[]; label: string; children?: Child }) {
  const places = items.filter((item) => item.at !== null);
  const project = projection(focus(places));
  const spots = fan(places);
  return (
    <svg
      class="poster"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMidYMid slice"
    >
      {children}
      {labels(places).map(({ name, at }) => {
        const [x, y] = project(at);
        return (
          <text x={round(x)} y={round(y + 26)} text-anchor="middle">
            {name}
          </text>
        );
      })}
      {places.map((item) => {
        const [x, y] = project(item.at ?? [0, 0]);
        const [dx, dy] = spots.get(item.id) ?? [0, 0];
        return (
          <use
            class={`glyph ${item.category} ${item.status}`}
            data-e={item.id}
            href={`#g-${item.category}`}
            x={round(x + dx - GLYPH_BOX / 2)}
            y={round(y + dy - GLYPH_BOX / 2)}
          />
        );
      })}
    </svg>
  );
}

/** Web Mercator, fitted into the picture; no closer than a governorate is wide. */
function projection([west, south, east, north]: Bounds): (at: [number, number]) => [number, number] {
  const [low, high] = [mercator(south), mercator(north)];
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(east - west, 1.5),
    (HEIGHT - 2 * MARGIN) / Math.max(high - low, 1),
  );
  const [x0, y0] = [(west + east) / 2, (low + high) / 2];
  return ([lng, lat]) => [WIDTH / 2 + (lng - x0) * scale, HEIGHT / 2 - (mercator(lat) - y0) * scale];
}

/** Mercator y in degrees. */
function mercator(lat: number): number {
  const safe = Math.max(-85, Math.min(85, lat));
  return (Math.log(Math.tan(Math.PI / 4 + (safe * Math.PI) / 360)) * 180) / Math.PI;
}

function labels(items: Item[]): { name: string; at: [number, number] }[] {
  const seen = new Map<string, [number, number]>();
  for (const { place, at } of items) if (place && at && !seen.has(place.name)) seen.set(place.name, at);
  return [...seen].map(([name, at]) => ({ name, at }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
