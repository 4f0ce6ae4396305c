import { h, setAttribute, setText } from './dom.ts';
import { SPEEDS } from './play.ts';
import { MODES, type Mode, type State } from './state.ts';
import { type Tongue, zoneLabel } from './time.ts';
import { fill, plural } from './words.ts';

export interface Controls {
  element: HTMLElement;
  draw(state: State, shown: number, text: string, playing: boolean): void;
  /** Whether there is room for the short form only. */
  narrow(): boolean;
}

export interface ControlsInput {
  play(): void;
  speed(factor: number): void;
  mode(mode: Mode): void;
}

/** Less width has room for the short forms only, px. */
export const NARROW = 480;

/** Above the timeline, which is `width` pixels wide at first: play, what is shown in words, how time selects, how fast it runs. */
export function createControls(all: number, tongue: Tongue, width: number, input: ControlsInput): Controls {
  const { words, lang } = tongue;
  const number = new Intl.NumberFormat(lang);
  const play = h('button', { type: 'button', class: 'play', click: input.play });
  const range = h('strong');
  const count = h('span');
  const mode = choice(
    'mode',
    words.mode,
    MODES.map((name) => [name, words.modes[name]]),
    (value) => {
      const found = MODES.find((name) => name === value);
      if (found) input.mode(found);
    },
  );
  const speed = choice(
    'speed',
    words.speed,
    SPEEDS.map((factor) => [String(factor), fill(words.times, { factor: number.format(factor) })]),
    (value) => input.speed(Number(value)),
  );
  speed.value = '1';
  const place = zoneLabel(tongue);
  const element = h('div', { class: 'controls' }, play, h('div', { class: 'readout' }, range, count), mode, speed);
  // Asked once a frame: to measure then would lay the page out in the middle of it.
  let narrow = width < NARROW;
  new ResizeObserver(([entry]) => {
    narrow = entry ? entry.contentRect.width < NARROW : narrow;
  }).observe(element);
  return {
    element,
    narrow: () => narrow,
    draw(state, shown, text, playing) {
      setText(range, text);
      const total = plural(words.events, all, lang);
      const some = shown === all ? total : fill(words.countOf, { shown: number.format(shown), all: total });
      setText(count, narrow ? some : `${some} · ${place}`);
      if (mode.value !== state.mode) mode.value = state.mode;
      setAttribute(play, 'aria-label', playing ? words.pause : words.play);
      play.classList.toggle('playing', playing);
    },
  };
}

function choice(
  name: string,
  label: string,
  options: [value: string, text: string][],
  change: (value: string) => void,
) {
  const select = h(
    'select',
    { class: name, 'aria-label': label },
    ...options.map(([value, text]) => h('option', { value }, text)),
  );
  select.addEventListener('change', () => change(select.value));
  return select;
}
