import type { Box, Segment } from '../../basemap/label-room.ts';
import { ARROW, arrowOn, LEAST } from '../../web/track-path.ts';
import { At, percentsOf } from '../percents.tsx';
import { type Span, seenIn } from '../seen-in.ts';
import { STEPS } from './poster-layout.ts';
import type { DrawnMark } from './poster-marks.ts';

interface LegProps {
  line: Segment;
  loose: boolean;
  /** The numbers of the events that it joins. */
  ends: string;
  marks: readonly Span<DrawnMark>[];
  frame: Box;
}

/** A leg of the track on a drawn map, and the arrowhead in its middle from the step on in which it has room. */
export function TrackLeg({ line, loose, ends, marks, frame }: LegProps) {
  const [x1, y1, x2, y2] = line;
  const { at } = percentsOf(frame);
  const [from, to] = [at(x1, y1), at(x2, y2)];
  const step = STEPS.findIndex((scale) => Math.hypot(x2 - x1, y2 - y1) * scale >= LEAST);
  const scale = STEPS[step] ?? 1;
  const { x, y, turn } = arrowOn(line, (atX, atY) =>
    marks.some(({ thing }) => Math.hypot(thing.x - atX, thing.y - atY) * scale < thing.reach + AIR),
  );
  return (
    <g data-leg={ends}>
      <line class={loose ? 'track loose' : 'track'} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      {step >= 0 && (
        <At {...at(x, y)} seen={seenIn({ from: step })}>
          <path class="track-arrow" d={ARROW} transform={`rotate(${turn})`} />
        </At>
      )}
    </g>
  );
}

/** Pixels between an arrowhead and a mark. */
const AIR = 5;
