import type { CDPSession, Page } from 'playwright-core';

/** What a drag costs, ms: gaps between frames, and of the longest task its time on the clock and on the processor. */
export interface Drag {
  frames: number[];
  longest: number;
  longestCpu: number;
  /** So many of its {@link MOVES} moves were made in the time that it had. */
  moves: number;
}

export const MOVES = 100;
/** A drag that takes longer is ended, ms. */
export const DRAG_LIMIT = 20_000;
/** Between two moves of the hand, ms. */
const STEP = 8;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/**
 * A hundred moves of the mouse from the right of an element to its left, `y` pixels above its foot. Each comes when the page
 * has taken the one before, and none after {@link DRAG_LIMIT}.
 */
export async function dragAlong(page: Page, cdp: CDPSession, selector: string, y: number): Promise<Drag> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} has no size`);
  await page.evaluate(`
    window.frames_ = []; window.done_ = false;
    let last = performance.now();
    requestAnimationFrame(function frame(now) {
      window.frames_.push(now - last); last = now;
      if (!window.done_) requestAnimationFrame(frame);
    });`);
  const move = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y: box.y + box.height - y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
    });
  let moves = 0;
  const tasks = await traced(cdp, async () => {
    const end = performance.now() + DRAG_LIMIT;
    await move('mousePressed', box.x + box.width - 8);
    for (; moves < MOVES && performance.now() < end; moves++) {
      await move('mouseMoved', box.x + box.width - 8 - (moves * (box.width - 40)) / MOVES);
      await new Promise((resolve) => setTimeout(resolve, STEP));
    }
  });
  await move('mouseReleased', box.x + 32);
  const frames: number[] = await page.evaluate('(window.done_ = true, window.frames_.slice(2))');
  const most = (times: number[]) => times.reduce((a, b) => Math.max(a, b), 0) / 1000;
  return {
    frames,
    longest: most(tasks.map(({ dur = 0 }) => dur)),
    longestCpu: most(tasks.map(({ tdur = 0 }) => tdur)),
    moves,
  };
}

/** The tasks of the page's main thread while something runs. */
async function traced(cdp: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await run();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  return events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pid === main?.pid && tid === main.tid,
  );
}
