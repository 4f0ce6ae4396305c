import { createRest } from './rest.ts';
import { INITIAL, readState, type State, writeState } from './state.ts';

/** `push` makes an entry to go back to, `replace` does not; `drag` waits with the address until the hand rests. */
export type How = 'push' | 'replace' | 'drag';

export interface Store {
  get(): State;
  set(patch: Partial<State>, how: How): void;
}

// Browsers refuse more than about a hundred changes of the address in half a minute.
const REST = 300;

/**
 * The one state. `draw` is called once a frame with the latest, and whether it is only on its way, as in a drag; `broken` when an address cannot be read. `framed` makes
 * no entries to go back to: in a frame they would be those of the page around it.
 */
export function createStore(draw: (state: State, moving: boolean) => void, broken: () => void, framed = false): Store {
  const read = () => {
    const { state, clean } = readState(location.hash);
    if (!clean) broken();
    return state;
  };
  // `?since=` comes from a letter or a bookmark: the address of the page, not of a view of it.
  const since = new URLSearchParams(location.search).get('since');
  const asked = since === null ? null : readState(new URLSearchParams({ since }).toString()).state.since;
  let state: State = { ...INITIAL, ...read() };
  state = { ...state, since: state.since ?? asked };
  let waiting = false;
  let moving = true;
  const rest = createRest(REST, () => write('replace'));

  const redraw = (how: How = 'replace') => {
    moving &&= how === 'drag';
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      const onItsWay = moving;
      [waiting, moving] = [false, true];
      draw(state, onItsWay);
    });
  };
  const write = (how: How) => {
    rest.cancel();
    const fragment = writeState(state);
    if (fragment === location.hash.slice(1)) return;
    const address = fragment === '' ? location.pathname + location.search : `#${fragment}`;
    if (how === 'push' && !framed) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };
  addEventListener('popstate', () => {
    state = read();
    redraw();
  });
  addEventListener('hashchange', () => {
    state = read();
    redraw();
  });
  redraw();
  return {
    get: () => state,
    set(patch, how) {
      state = { ...state, ...patch };
      if (how === 'drag') rest.ask();
      else write(how);
      redraw(how);
    },
  };
}
