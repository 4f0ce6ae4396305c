import { h, setAttribute } from './dom.ts';
import { byTime } from './item.ts';
import type { Seen } from './marks.ts';
import { dateLabel, type Tongue } from './time.ts';
import { crowdLabel } from './tip.ts';

export interface MarkButtons {
  /** Puts them behind an element of the map that they are on from now on; what has the focus keeps it. */
  standAfter(before: Element): void;
  /** Puts the buttons where these marks are now, the most important first. */
  place(marks: readonly Seen[]): void;
}

export interface MarkInput {
  press(mark: Seen, event: Event): void;
  /** Shows what the mouse would. */
  point(mark: Seen | null, at: { clientX: number; clientY: number }): void;
  /** Gives the focus back to the map. */
  leave(): void;
}

/** So many marks can be reached by keyboard; the list has them all. */
const MOST = 60;
/** Side of the ring around a single event that has the focus, px: its neighbours stay seen. */
const RING = 30;

/**
 * The marks of the map for keyboard and screen reader: clear buttons over them, which let the mouse through to the map.
 * Together they are one stop of the Tab key; arrow keys go from mark to mark in order of time, Escape back to the map.
 */
export function createMarkButtons(tongue: Tongue, input: MarkInput): MarkButtons {
  // A tool bar: screen readers leave its arrow keys to it.
  const element = h('div', { class: 'stops', role: 'toolbar', 'aria-label': tongue.words.onMap });
  const stops = new Map<string, { button: HTMLButtonElement; mark: Seen }>();
  let current: string | null = null;

  function add(key: string, mark: Seen) {
    const now = () => stops.get(key)?.mark ?? mark;
    const button = h('button', {
      type: 'button',
      tabindex: -1,
      click: (event) => input.press(now(), event),
      blur: () => input.point(null, NOWHERE),
      focus() {
        stand(key);
        const { right, top } = button.getBoundingClientRect();
        if (button.matches(':focus-visible')) input.point(now(), { clientX: right, clientY: top });
      },
    });
    stops.set(key, { button, mark });
  }

  /** Makes one of the buttons the one that the Tab key comes to. */
  function stand(key: string | null) {
    current = key;
    for (const [other, { button }] of stops) button.tabIndex = other === key ? 0 : -1;
  }

  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') input.leave();
    else {
      const buttons = [...element.querySelectorAll('button')];
      const from = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
      const to = nextOf(event.key, from, buttons.length);
      if (to === null) return;
      buttons[to]?.focus({ preventScroll: true });
    }
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    standAfter(before) {
      const held = document.activeElement;
      before.after(element);
      if (held instanceof HTMLElement && element.contains(held)) held.focus({ preventScroll: true });
    },
    place(marks) {
      const shown = marks.slice(0, MOST).sort(byFirst);
      const there = new Map(shown.map((mark) => [keyOf(mark), mark]));
      const held = current !== null && element.contains(document.activeElement) ? stops.get(current) : undefined;
      for (const [key, { button }] of stops) {
        if (there.has(key)) continue;
        button.remove();
        stops.delete(key);
      }
      for (const [index, [key, mark]] of [...there].entries()) {
        if (!stops.has(key)) add(key, mark);
        const stop = stops.get(key);
        if (!stop) continue;
        stop.mark = mark;
        dress(stop.button, mark, tongue);
        const before = element.children[index] ?? null;
        if (before !== stop.button) element.insertBefore(stop.button, before);
      }
      // What had the focus may have gone into a number, or come out of one.
      const heir = held && shown.find(({ items }) => items.some((item) => held.mark.items.includes(item)));
      const next = heir ?? shown[0];
      if (current === null || !stops.has(current)) stand(next ? keyOf(next) : null);
      if (!held || element.contains(document.activeElement)) return;
      if (current === null) input.leave();
      else stops.get(current)?.button.focus({ preventScroll: true });
    },
  };
}

/** Which of so many stops a key leads to from one of them; null where it leads nowhere. */
function nextOf(key: string, from: number, count: number): number | null {
  const rtl = document.documentElement.dir === 'rtl';
  const moves: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    [rtl ? 'ArrowLeft' : 'ArrowRight']: from + 1,
    [rtl ? 'ArrowRight' : 'ArrowLeft']: from - 1,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

function dress(button: HTMLButtonElement, { x, y, items, radius }: Seen, tongue: Tongue) {
  const [item] = items;
  button.classList.toggle('crowd', items.length > 1);
  button.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  button.style.setProperty('--side', `${items.length > 1 ? Math.max(44, 2 * radius + 8) : RING}px`);
  const label =
    items.length > 1 || !item ? crowdLabel(items, tongue) : `${dateLabel(item.edtf, tongue)}: ${item.title}`;
  setAttribute(button, 'aria-label', label);
}

function keyOf({ items, sites }: Seen): string {
  return sites[0]?.at.join() ?? items[0]?.id ?? '';
}

function byFirst({ items: [a] }: Seen, { items: [b] }: Seen): number {
  return a && b ? byTime(a, b) : 0;
}

const NOWHERE = { clientX: 0, clientY: 0 };
