import { GLYPH_BOX } from '../../web/glyphs.ts';
import { arcPath, ringOf } from '../../web/ring.ts';
import { bigness, numberSize, RING_WIDTH } from '../../web/scene.ts';
import type { DrawnMark } from './poster-marks.ts';

const HALF = GLYPH_BOX / 2;
/** Factor of a shape on a ring. */
const BEAD = 0.66;

/** A mark of a drawn map around 0, 0, as the page's script paints it; colours and lines come from marks.css. */
export function PosterMark({ mark, lang }: { mark: DrawnMark; lang: string }) {
  const { ring, number, glyphs, size } = mark;
  return (
    <>
      {ring !== null && <circle class="wide" r={round(ring)} />}
      {number && <NumberDisc {...number} text={new Intl.NumberFormat(lang).format(number.mark.count)} />}
      {glyphs.map((glyph) => (
        <Glyph {...glyph} size={size} />
      ))}
    </>
  );
}

function Glyph({ item, right, down, size }: DrawnMark['glyphs'][number] & { size: number }) {
  // In steps that the eye does not tell apart: many are then written alike.
  const factor = Math.round(size * bigness(item.weight) * 20) / 20;
  const at = `translate(${round(right - HALF * factor)} ${round(down - HALF * factor)}) scale(${round(factor, 100)})`;
  const shape = `glyph ${item.category} ${item.status}`;
  if (item.status !== 'disputed') return <use class={shape} href={`#g-${item.category}`} transform={at} />;
  return (
    <g class={shape} transform={at}>
      <use href={`#g-${item.category}`} />
      <use href="#g-strike" />
    </g>
  );
}

function NumberDisc({ radius, make, text }: NonNullable<DrawnMark['number']> & { text: string }) {
  const { arcs, beads } = ringOf(make.kinds);
  const along = radius - RING_WIDTH / 2;
  return (
    <>
      <circle class="disc" r={round(radius + 1)} />
      {arcs.map((arc) => {
        const d = arcPath(0, 0, round(along), arc);
        return (
          <>
            <path class={`glyph ${arc.category} arc ${arc.status}`} d={d} />
            {arc.status !== 'reported' && <path class="arc hollow" d={d} />}
          </>
        );
      })}
      {beads.map(({ turn, category }) => {
        const [dx, dy] = [Math.sin(2 * Math.PI * turn), -Math.cos(2 * Math.PI * turn)];
        const [left, top] = [along * dx - HALF * BEAD, along * dy - HALF * BEAD];
        return (
          <use
            class={`glyph ${category} bead`}
            href={`#g-${category}`}
            transform={`translate(${round(left)} ${round(top)}) scale(${BEAD})`}
          />
        );
      })}
      <text class="number" dy=".35em" font-size={round(numberSize(radius, text))}>
        {text}
      </text>
    </>
  );
}

function round(value: number, fine = 10): number {
  return Math.round(value * fine) / fine;
}
