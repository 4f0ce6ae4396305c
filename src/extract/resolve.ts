import { fold } from '../gazetteer/fold.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, ResolvedToponym, Toponym } from '../types.ts';
import { holdsAny } from './holds.ts';
import { AREA_KINDS, NATION_HAS, NATION_HAS_PAIRS, TOWN_KINDS } from './lang/en/place-words.ts';
import { outletHome } from './outlet-home.ts';
import {
  type ArticleSetting,
  fameOf,
  isCountry,
  type NameInArticle,
  PART_NAMES,
  type Parts,
  partsOf,
  type SaidKind,
  total,
  withNeighbours,
} from './place-scores.ts';
import { FIRST_WEIGHTS, SECOND_WEIGHTS } from './place-weights.ts';
import { TOLD_TOGETHER } from './told-together.ts';

const FIRST = PART_NAMES.map((name) => FIRST_WEIGHTS[name] ?? 0);
const SECOND = PART_NAMES.map((name) => SECOND_WEIGHTS[name] ?? 0);

/** Below this belief in the best candidate a name is given without a point: two dots in three would be wrong. */
const LEAST_BELIEF = 0.3;
/** The tail of "San José" or "Springfield" is never meant without a word of where it is. */
const MOST_CANDIDATES = 40;

/**
 * Chooses one place for each name by the whole article; null where no candidate is good enough. The parts of the score
 * and the share of belief that the place won ("belief") are in the result.
 */
export function resolveToponyms(
  toponyms: readonly Toponym[],
  article: Article,
  gazetteer: Gazetteer,
): ResolvedToponym[] {
  const { names, nameOf, setting } = readNames(toponyms, article, gazetteer);
  const first = names.map((name) => {
    if (name.candidates.length < 2) return { parts: [], best: 0 };
    const parts = name.candidates.map((place) => partsOf(place, name, setting, gazetteer));
    return { parts, best: weigh(parts, FIRST).best };
  });
  const chosen = names.map(({ candidates }, index) => candidates[first[index]?.best ?? 0]);
  const choices = names.map((name, index): Choice => {
    const [only, second] = name.candidates;
    // Nothing to choose from: no other record bears the name.
    if (!second) return { place: only ?? null, scores: { belief: only ? 1 : 0 } };
    const parts = name.candidates.map((place, at) =>
      withNeighbours(first[index]?.parts[at] ?? [], place, chosen, index, name.listed),
    );
    const { best, belief } = weigh(parts, SECOND);
    const place = belief >= LEAST_BELIEF ? (name.candidates[best] ?? null) : null;
    return { place, scores: { belief: Math.round(belief * 1000) / 1000, ...namedScores(parts[best] ?? [], SECOND) } };
  });
  return toponyms.map((toponym) => {
    const { start, end, text, name, use, candidates, rule } = toponym;
    const { place, scores } = choices[nameOf.get(toponym) ?? 0] ?? { place: null, scores: {} };
    return { start, end, text, name, use, candidates, rule, place, scores };
  });
}

type Choice = Pick<ResolvedToponym, 'place' | 'scores'>;

/**
 * The names of an article, each once, and its setting. A mention that says more of itself than the others ("Paris, Ky."
 * beside "Paris, France", "Idlib province" beside "the city of Idlib") is a name of its own.
 */
export function readNames(toponyms: readonly Toponym[], article: Article, gazetteer: Gazetteer) {
  const mentions = toponyms.map((_, at) => readMention(toponyms, at, article.text, gazetteer));
  const containersOf = Map.groupBy(mentions, ({ key }) => key);
  const groups = [
    ...Map.groupBy(mentions, ({ key, said, container }) => `${key}/${said}/${container?.name ?? ''}`).values(),
  ];
  const nameOf = new Map<Toponym, number>();
  const names = groups.map((group, number): NameInArticle => {
    for (const each of group) nameOf.set(each.toponym, number);
    const { key, said, container, toponym } = group[0] as Mention;
    const sharing = container ? group : (containersOf.get(key) ?? group);
    const countries = sharing.some(({ nation }) => nation) ? toponym.candidates.filter(isCountry) : [];
    const candidates = countries.length > 0 ? countries : toponym.candidates.slice(0, MOST_CANDIDATES);
    return {
      key,
      said,
      candidates,
      fame: Math.max(...candidates.map(fameOf)),
      mentions: group.length,
      containers: sharing.flatMap((each) => (each.container ? [each.container.candidates] : [])),
      contained: sharing.flatMap((each) => (each.contained ? [each.contained.candidates] : [])),
      listed: [],
    };
  });
  const listed = listsOf(mentions, nameOf, article.text);
  const setting = settingOf(names, article, gazetteer);
  return {
    names: names.map((name, number) => ({
      ...supported(name, names, setting, gazetteer),
      listed: [...(listed.get(number) ?? [])],
    })),
    nameOf,
    setting,
  };
}

/** "Houston, Galveston and Freeport": which names stand side by side, by their numbers; none holds the other. */
function listsOf(mentions: readonly Mention[], nameOf: ReadonlyMap<Toponym, number>, text: string) {
  const listed = new Map<number, Set<number>>();
  const add = (one: number, other: number) => listed.set(one, (listed.get(one) ?? new Set()).add(other));
  for (const [at, { toponym, container }] of mentions.entries()) {
    const next = mentions[at + 1];
    if (!next || container) continue;
    const gap = next.toponym.start - toponym.end;
    if (gap > 6 || !/^(?:,|,? (?:and|or|&)) $/.test(text.slice(toponym.end, next.toponym.start))) continue;
    const [one, other] = [nameOf.get(toponym) ?? 0, nameOf.get(next.toponym) ?? 0];
    if (one === other) continue;
    add(one, other);
    add(other, one);
  }
  return listed;
}

/**
 * A name that is only spelt like one out of Arabic or Persian script means it where another name or people of the article is of that country:
 * Haneda in Tokyo is not Al Hinadi in Syria.
 */
function supported(
  name: NameInArticle,
  names: readonly NameInArticle[],
  { peoples }: ArticleSetting,
  gazetteer: Gazetteer,
): NameInArticle {
  const isLoose = ({ key }: NameInArticle) => gazetteer.entry(key).places.length === 0;
  if (!isLoose(name) || names.every(isLoose)) return name;
  const known = new Set(
    names.filter((other) => !isLoose(other)).flatMap((other) => other.candidates[0]?.countryCode ?? []),
  );
  const candidates = name.candidates.filter(({ countryCode }) => known.has(countryCode) || peoples.has(countryCode));
  return { ...name, candidates };
}

interface Mention {
  toponym: Toponym;
  key: string;
  said: SaidKind;
  /** Whether something of it is told that only a state has: "Niger's junta". */
  nation: boolean;
  /** The name behind a comma: Texas of "Paris, Texas". */
  container: Toponym | null;
  /** The name before a comma: Paris of "Paris, Texas". */
  contained: Toponym | null;
}

function readMention(toponyms: readonly Toponym[], at: number, text: string, gazetteer: Gazetteer): Mention {
  const toponym = toponyms[at] as Toponym;
  const next = toponyms[at + 1];
  const previous = toponyms[at - 1];
  return {
    toponym,
    key: fold(toponym.name),
    said: saidKind(toponym, text),
    nation: toponym.candidates.some(isCountry) && isNation(toponym, text),
    container: next && isInside(toponym, next, text, gazetteer) ? next : null,
    contained: previous && isInside(previous, toponym, text, gazetteer) ? previous : null,
  };
}

// [Idlib province] [the province of Idlib] [the Idlib governorate]; [Idlib city] [the town of Idlib]
function saidKind({ start, end }: Toponym, text: string): SaidKind {
  const next = text.charAt(end) === ' ' ? (text.slice(end + 1, end + 25).match(/^\p{L}+/u)?.[0] ?? '') : '';
  const before = text.slice(Math.max(0, start - 25), start);
  const previous = /\bof (?:the )?$/.test(before)
    ? (before.match(/(?<word>\p{L}{1,30}) of (?:the )?$/u)?.groups?.word ?? '')
    : '';
  for (const word of [next.toLowerCase(), previous.toLowerCase()]) {
    if (AREA_KINDS.has(word)) return 'area';
    if (TOWN_KINDS.has(word)) return 'town';
  }
  return 'nothing';
}

// [Niger's presidential] guard, [Georgia's former prime] minister; the [president of Niger], its [ambassadors to Georgia]
function isNation({ start, end }: Toponym, text: string): boolean {
  const after = /^['’]s (?<words>(?:[\p{L}-]{1,20} ){0,2}[\p{L}-]{1,20})/u.exec(text.slice(end, end + 70))?.groups
    ?.words;
  const joined = text.startsWith('of ', start - 3) || text.startsWith('to ', start - 3);
  const before = joined
    ? /(?<words>(?:\p{L}{1,20} )?\p{L}{1,20}) .. $/u.exec(text.slice(Math.max(0, start - 45), start))
    : null;
  const [one = '', two = '', three = ''] = after?.toLowerCase().split(' ') ?? [];
  const [first = '', second = first] = before?.groups?.words?.toLowerCase().split(' ') ?? [];
  return (
    [one, two, three, second].some((word) => NATION_HAS.has(word)) ||
    [`${one} ${two}`, `${two} ${three}`, `${first} ${second}`].some((pair) => NATION_HAS_PAIRS.has(pair))
  );
}

// "Paris, Texas" and "Paris (Texas)"; not "Paris, in Texas", nor the list "Paris, Rome"
function isInside(inner: Toponym, outer: Toponym, text: string, gazetteer: Gazetteer): boolean {
  const gap = outer.start - inner.end;
  if (gap > 3 || !/^\s?[,(]\s?$/.test(text.slice(inner.end, outer.start))) return false;
  return holdsAny(outer.candidates, inner.candidates, gazetteer);
}

function settingOf(names: readonly NameInArticle[], article: Article, gazetteer: Gazetteer): ArticleSetting {
  const countries = new Map<string, number>();
  const peoples = new Map<string, number>();
  const regions = new Set<string>();
  for (const { candidates, mentions } of names) {
    const [best] = candidates;
    if (best?.featureCode.startsWith('PCL'))
      countries.set(best.countryCode, (countries.get(best.countryCode) ?? 0) + mentions);
    for (const place of candidates) if (place.featureCode === 'ADM1') regions.add(place.admin1);
  }
  for (const [word, count] of countCapitalised(article.text)) {
    for (const { countryCode } of gazetteer.homeOf(word.toLowerCase())) {
      peoples.set(countryCode, (peoples.get(countryCode) ?? 0) + count);
    }
  }
  for (const told of [countries, peoples]) tellTogether(told);
  return { countries: shares(countries), peoples: shares(peoples), regions, home: outletHome(article, gazetteer) };
}

/** Counts what is told of a state for the territories that the news tells of with it. */
function tellTogether(told: Map<string, number>) {
  for (const [state, count] of [...told]) {
    for (const territory of TOLD_TOGETHER[state] ?? []) told.set(territory, (told.get(territory) ?? 0) + count);
  }
}

function countCapitalised(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function shares(counts: Map<string, number>): Map<string, number> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([country, count]) => [country, count / all]));
}

/** The best candidate and how much of the belief it wins: a softmax over the totals. */
function weigh(parts: readonly Parts[], weights: readonly number[]): { best: number; belief: number } {
  const totals = parts.map((each) => total(each, weights));
  const highest = Math.max(...totals);
  const shares = totals.reduce((sum, each) => sum + Math.exp(each - highest), 0);
  return { best: totals.indexOf(highest), belief: shares > 0 ? 1 / shares : 0 };
}

/** What each part adds, rounded; parts that add nothing are left out. */
function namedScores(parts: Parts, weights: readonly number[]): Record<string, number> {
  const scores: Record<string, number> = {};
  PART_NAMES.forEach((name, at) => {
    const score = Math.round(100 * (parts[at] ?? 0) * (weights[at] ?? 0)) / 100;
    if (score !== 0) scores[name] = score;
  });
  return scores;
}
