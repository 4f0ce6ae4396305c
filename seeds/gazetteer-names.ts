import { fold } from '../src/gazetteer/fold.ts';
import type { GazetteerRecord } from '../src/gazetteer/write.ts';
import { likeness } from './sources/alternates.ts';

/** "Mexico" and "Kuwait" are the countries in English copy, though GeoNames has them as other names of the capitals. */
export function withoutNames(record: GazetteerRecord, names: ReadonlySet<string>): GazetteerRecord {
  return { ...record, alternates: record.alternates.filter((name) => !names.has(fold(name))) };
}

/** From so many people on, a town is called by its own name and no other town by that. */
const KNOWN = 10_000;

/**
 * The towns without those of their other names that another town bears as its own: Salisbury, which was Harare's name too, and Noto.
 * Short forms stay ("Santa Cruz" de la Sierra, Great "Yarmouth"), and what is only another spelling of Arabic or Persian.
 */
export function withoutBorrowedNames(towns: readonly GazetteerRecord[]): GazetteerRecord[] {
  const bearers = new Set(towns.filter(({ population }) => population >= KNOWN).map(({ name }) => fold(name)));
  return towns.map((town) => {
    const own = fold(town.name);
    const alternates = town.alternates.filter((name) => {
      const key = fold(name);
      return (
        key === own || !bearers.has(key) || ` ${own} `.includes(` ${key} `) || (town.loose && likeness(key, own) > 0.55)
      );
    });
    return alternates.length === town.alternates.length ? town : { ...town, alternates };
  });
}

// [Marburg] an der Lahn, [Rothenburg] ob der Tauber
const BESIDE = /^(?<head>\p{Lu}[\p{L}-]{3,30}) (?:am|an der|im|in der|ob der|vor der|auf der|unter) \p{Lu}/u;
const GERMAN = new Set(['DE', 'AT', 'CH']);

/** The German towns with the short name that they go by, where no larger town has it. */
export function withShortNames(towns: readonly GazetteerRecord[]): GazetteerRecord[] {
  const people = new Map<string, number>();
  for (const { name, population } of towns) people.set(fold(name), Math.max(people.get(fold(name)) ?? 0, population));
  return towns.map((town) => {
    const head = GERMAN.has(town.region.slice(0, 2)) ? BESIDE.exec(town.name)?.groups?.head : undefined;
    if (!head || (people.get(fold(head)) ?? 0) >= town.population) return town;
    const known = town.alternates.map(fold).includes(fold(head));
    return known ? town : { ...town, alternates: [...town.alternates, head] };
  });
}
