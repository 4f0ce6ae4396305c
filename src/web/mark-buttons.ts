import { h } from './dom.ts';
import type { Cluster } from './marks.ts';
import type { Tongue } from './time.ts';
import { crowdLabel } from './tip.ts';

export interface MarkButtons {
  element: HTMLElement;
  /** Puts the buttons where these numbers are now. */
  place(clusters: readonly Cluster[]): void;
}

/** So many numbers are stops of the keyboard, the greatest: more would keep it from the rest of the page. */
const MOST = 12;

/**
 * The numbers of the map for keyboard and screen reader: clear buttons over them, which let the mouse through to the map.
 * Focus shows what the mouse would.
 */
export function createMarkButtons(
  tongue: Tongue,
  press: (cluster: Cluster, event: Event) => void,
  point: (cluster: Cluster | null, at: { clientX: number; clientY: number }) => void,
): MarkButtons {
  const element = h('div', { class: 'numbers', role: 'group', 'aria-label': tongue.words.map });
  const buttons = new Map<string, { button: HTMLButtonElement; cluster: Cluster }>();

  function add(key: string, cluster: Cluster) {
    const now = () => buttons.get(key)?.cluster ?? cluster;
    const button = h('button', {
      type: 'button',
      click: (event) => press(now(), event),
      blur: () => point(null, NOWHERE),
      focus() {
        const { left, top, width } = button.getBoundingClientRect();
        if (button.matches(':focus-visible')) point(now(), { clientX: left + width, clientY: top });
      },
    });
    buttons.set(key, { button, cluster });
    element.append(button);
  }

  return {
    element,
    place(clusters) {
      const there = new Map(clusters.slice(0, MOST).map((cluster) => [cluster.sites[0]?.at.join() ?? '', cluster]));
      for (const [key, { button }] of buttons) {
        if (there.has(key)) continue;
        button.remove();
        buttons.delete(key);
      }
      for (const [key, cluster] of there) {
        if (!buttons.has(key)) add(key, cluster);
        const kept = buttons.get(key);
        if (!kept) continue;
        kept.cluster = cluster;
        kept.button.style.transform = `translate(${Math.round(cluster.x)}px, ${Math.round(cluster.y)}px)`;
        const label = crowdLabel(cluster.items, tongue);
        if (kept.button.getAttribute('aria-label') !== label) kept.button.setAttribute('aria-label', label);
      }
    },
  };
}

const NOWHERE = { clientX: 0, clientY: 0 };
