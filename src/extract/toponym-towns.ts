import { TOWN_HAS, TOWN_KINDS } from './lang/en/place-words.ts';
import { STOP_WORDS } from './lang/en/stop-words.ts';
import type { NameMention, Reading } from './toponym-features.ts';

/**
 * The names that the article itself says are towns: "the fishing town of Grindavik", "Grindavik's 3,800 residents". Small ones are
 * seldom known by anything else, and a name means one thing in one article; none that it has as a person's.
 */
export function townsIn(
  mentions: readonly NameMention[],
  readings: readonly Pick<Reading, 'person' | 'mister'>[],
): ReadonlySet<string> {
  const towns = new Set(mentions.filter(isCalledTown).map(({ key }) => key));
  if (towns.size > 0)
    mentions.forEach(({ key }, index) => {
      if (readings[index]?.person || readings[index]?.mister) towns.delete(key);
    });
  return towns;
}

function isCalledTown({ line: { words }, match: { from, to } }: NameMention): boolean {
  const kind = words[from - 2];
  if (words[from - 1]?.key === 'of' && kind?.shape === 'lower' && TOWN_KINDS.has(kind.key)) return true;
  if (!/^['’`]s$/.test(words[to]?.text ?? '')) return false;
  const next = words.slice(to + 1, to + 4);
  const end = next.findIndex(({ shape, key }) => shape === 'punctuation' || STOP_WORDS.has(key));
  return (end < 0 ? next : next.slice(0, end)).some(({ shape, key }) => shape === 'lower' && TOWN_HAS.has(key));
}
