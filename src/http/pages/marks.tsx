import { GLYPH_BOX } from '../../web/glyphs.ts';
import { arcPath, ringOf } from '../../web/ring.ts';
import {
  bigness,
  type GlyphMark,
  HOLLOW,
  type NumberMark,
  numberSize,
  RING_WIDTH,
  type Scene,
} from '../../web/scene.ts';

const HALF = GLYPH_BOX / 2;
/** Factor of a shape on a ring. */
const BEAD = 0.66;

/** The marks of a drawn map, as the page's script draws them; colours and lines come from marks.css. */
export function PosterMarks({ scene, lang }: { scene: Scene; lang: string }) {
  const number = new Intl.NumberFormat(lang);
  return (
    <g class="drawn">
      {scene.halos.map(({ x, y, radius, item }) => (
        <circle class={`glyph ${item.category} area`} cx={round(x)} cy={round(y)} r={round(radius)} />
      ))}
      {scene.rings.map(({ x, y, radius }) => (
        <circle class="wide" cx={round(x)} cy={round(y)} r={round(radius)} />
      ))}
      {scene.numbers.map((mark) => (
        <NumberDisc {...mark} text={number.format(mark.mark.count)} />
      ))}
      {scene.glyphs.map((mark) => (
        <Glyph {...mark} size={scene.size} />
      ))}
    </g>
  );
}

function Glyph({ x, y, item, size }: GlyphMark & { size: number }) {
  const factor = size * bigness(item.weight);
  const at = `translate(${round(x - HALF * factor)} ${round(y - HALF * factor)}) scale(${round(factor, 100)})`;
  const shape = `glyph ${item.category} ${item.status}`;
  if (item.status !== 'disputed') return <use class={shape} href={`#g-${item.category}`} transform={at} />;
  return (
    <g class={shape} transform={at}>
      <use href={`#g-${item.category}`} />
      <use href="#g-strike" />
    </g>
  );
}

function NumberDisc({ x, y, radius, make, text }: NumberMark & { text: string }) {
  const { arcs, beads } = ringOf(make.kinds);
  const along = radius - RING_WIDTH / 2;
  return (
    <>
      <circle class="disc" cx={round(x)} cy={round(y)} r={round(radius + 1)} />
      {arcs.map((arc) => {
        const d = arcPath(round(x), round(y), round(along), arc);
        return (
          <>
            <path class={`glyph ${arc.category} arc ${arc.status}`} stroke-width={RING_WIDTH} d={d} />
            {arc.status !== 'reported' && <path class="arc hollow" stroke-width={HOLLOW} d={d} />}
          </>
        );
      })}
      {beads.map(({ turn, category }) => {
        const [dx, dy] = [Math.sin(2 * Math.PI * turn), -Math.cos(2 * Math.PI * turn)];
        const [left, top] = [x + along * dx - HALF * BEAD, y + along * dy - HALF * BEAD];
        return (
          <use
            class={`glyph ${category} bead`}
            href={`#g-${category}`}
            transform={`translate(${round(left)} ${round(top)}) scale(${BEAD})`}
          />
        );
      })}
      <text class="number" x={round(x)} y={round(y)} dy=".35em" font-size={round(numberSize(radius, text))}>
        {text}
      </text>
    </>
  );
}

function round(value: number, fine = 10): number {
  return Math.round(value * fine) / fine;
}
