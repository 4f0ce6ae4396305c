import { h } from './dom.ts';
import type { Item } from './item.ts';
import { INITIAL } from './state.ts';
import { momentLabel, type Tongue } from './time.ts';
import { createTimeline } from './timeline.ts';
import type { Extent } from './visible.ts';

/** Pixels of the canvas to one of the page: a laser printer shows what a screen does not. */
const SHARPNESS = 3;

/**
 * Readies the page for paper when it is to be printed: the whole timeline in the width and the colours of paper (page/paper.css), all
 * evidence open, and the day of printing beside the address. `shown` gives the events that pass the filters.
 */
export function readyForPaper(shown: () => readonly Item[], whole: Extent, main: ReadonlySet<string>, tongue: Tongue) {
  addEventListener('beforeprint', () => {
    // A print that was broken off may have left its own behind.
    takeAway();
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const address of document.querySelectorAll('.printed'))
      address.append(h('span', {}, ` · ${momentLabel(Date.now(), tongue)}`));
    const timeline = createTimeline(shown(), whole, main, tongue, IDLE, SHARPNESS);
    const sheet = h('div', { class: 'sheet-timeline', 'aria-hidden': 'true' }, timeline.element);
    document.getElementById('timeline')?.after(sheet);
    timeline.draw(INITIAL, { window: whole, thumbs: whole, chosen: null });
  });
  addEventListener('afterprint', takeAway);
}

function takeAway() {
  for (const added of document.querySelectorAll('.sheet-timeline, .printed span')) added.remove();
}

/** Nobody takes hold of paper. */
const IDLE = { range() {}, select() {}, hover() {} };
