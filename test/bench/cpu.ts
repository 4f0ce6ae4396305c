/** Milliseconds of processor time that a function takes: on a busy machine it says more than the clock. */
export function cpu(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * The best round of each in milliseconds of processor time, taken in turns so that both meet the same machine, after
 * `warmUp` rounds for the compiler to have done with both.
 */
export function interleave(
  readOwn: () => unknown,
  readPlain: () => unknown,
  warmUp: number,
  rounds: number,
): { own: number; plain: number } {
  let [own, plain] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const [ownNow, plainNow] = [cpu(readOwn), cpu(readPlain)];
    if (round < warmUp) continue;
    own = Math.min(own, ownNow);
    plain = Math.min(plain, plainNow);
  }
  return { own, plain };
}
