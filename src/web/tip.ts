import { h } from './dom.ts';
import type { Item } from './item.ts';
import { dateLabel, type Tongue } from './time.ts';
import { fill } from './words.ts';

export interface Tip {
  /** Shows what lies under the mouse: its date and headline, and how many more; nothing puts it away. */
  show(items: readonly Item[], at: { clientX: number; clientY: number }): void;
}

/** Pixels from the mouse. */
const AWAY = 14;

/** A line beside the mouse. Who does not use one meets the same words where an event is chosen. */
export function createTip(tongue: Tongue): Tip {
  const [date, title, more] = [h('span'), h('strong'), h('span')];
  const element = h('div', { class: 'tip', 'aria-hidden': 'true', hidden: true }, date, title, more);
  document.body.append(element);
  const number = new Intl.NumberFormat(tongue.lang);
  return {
    show([first, ...others], { clientX, clientY }) {
      element.hidden = first === undefined;
      if (!first) return;
      date.textContent = dateLabel(first.edtf, tongue, 'short');
      title.textContent = first.title;
      more.textContent = others.length > 0 ? fill(tongue.words.andMore, { number: number.format(others.length) }) : '';
      const { offsetWidth: width, offsetHeight: height } = element;
      const [x, y] = [clientX + AWAY, clientY - AWAY - height];
      const left = x + width > innerWidth - 8 ? clientX - AWAY - width : x;
      element.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, y)}px)`;
    },
  };
}
