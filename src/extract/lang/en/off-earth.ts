import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { isCapital } from './lexicon.ts';
import { wordClass } from './word-class.ts';

const isOfSpace = wordClass('spacecraft spaceship lunar orbit orbiter lander rover moon');
const isPlanet = wordClass('mars venus jupiter saturn mercury');
const opensWay = wordClass('on to around at towards past near');

/** "entered orbit around the moon", "landed on Mars": on no map, wherever the sentences around it were. */
export const isOffEarth = (tokens: readonly Token[], { first, last }: Clause): boolean =>
  tokens.slice(first, last + 1).some((token, i) => {
    const at = first + i;
    // "President Moon" is on earth.
    return isPlanetAt(tokens, at) || (isOfSpace(token) && (!isCapital(token) || tokens[at - 1]?.lower === 'the'));
  });

/** "on Mars", "around Venus"; not "Mercury Records". */
export const isPlanetAt = (tokens: readonly Token[], at: number): boolean =>
  isPlanet(tokens[at]) && isCapital(tokens[at]) && opensWay(tokens[at - 1]);
