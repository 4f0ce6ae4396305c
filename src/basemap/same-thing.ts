/** A place of a story by its English name and GeoNames feature code. */
interface StoryPlace {
  name: string;
  feature: string;
}

/** The same with the ISO code of its country. */
export interface ToldPlace extends StoryPlace {
  country: string;
}

/** A name of the ground, in English. */
interface GroundName {
  kind: 'water' | 'land' | 'region';
  name: string;
}

/** What people drew or live in, and islands, bears the name of a water or range at times, but never is it. */
const OTHER_THINGS = /^(?:PPL|ADM|PCL|CONT|ISL)/;
/** Words that say what a name names, which one map may have and another leave out. */
const KINDS = /^(?:lake|mount|river) | (?:sea|ocean|river|lake|desert|mountains|mountain|range|plateau|plain|region)$/;

/**
 * Whether a name of the ground names what a story's place names already: the same word twice beside each other. "Caribbean
 * Sea" is Caribbean, Gobi is "Gobi Desert"; the Red River is not the Red Sea, nor is Java the Java Sea. A region gives way to
 * all that is called as it is, its seat first.
 */
export function isSameThing(place: StoryPlace, ground: GroundName): boolean {
  const [one, other] = [plain(place.name), plain(ground.name)];
  if (ground.kind === 'region') return one === other;
  if (OTHER_THINGS.test(place.feature)) return false;
  return one === other || one.replace(KINDS, '') === other || one === other.replace(KINDS, '');
}

/** Whether a story's place is a state of an ISO code as a whole, and bears the name that a map writes across it. One that is no more bore another. */
export function isStateOf({ feature, country }: ToldPlace, iso: string): boolean {
  return country === iso && /^PCL(?!H)/.test(feature);
}

/** Small letters without accents, and without what stands in brackets: "Sea of Japan (East Sea)". */
function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/ \([^)]{1,60}\)$/, '').replace(/\bsaint\b/, 'st.');
}
