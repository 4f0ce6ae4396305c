/** How often each thing is told of in a story so far: in a story about rebels the word says little, "dormitory" says which happening it is. */
export interface Frequencies {
  accounts: number;
  counts: Map<string, number>;
}

/** Counts as if so many accounts of other things had been told, so that what the first two have in common is rare. */
const PRIOR = 20;

export const noFrequencies = (): Frequencies => ({ accounts: 0, counts: new Map() });

/** Takes what one account tells of into the counts. */
export function countAccount(frequencies: Frequencies, things: Iterable<string>): void {
  frequencies.accounts += 1;
  for (const thing of things) frequencies.counts.set(thing, (frequencies.counts.get(thing) ?? 0) + 1);
}

/** 1 for what is told once, 0 for what each account of a long story tells. */
export function rarityOf({ accounts, counts }: Frequencies, thing: string): number {
  return 1 - Math.log(counts.get(thing) ?? 1) / Math.log(accounts + PRIOR);
}
