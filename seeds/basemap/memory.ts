import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/**
 * Lets go of what a stage has left behind. Left to itself the heap grows to several times what it holds before it is
 * swept, and with it the least machine that can build the map.
 */
export function freeMemory(): void {
  collect();
}
