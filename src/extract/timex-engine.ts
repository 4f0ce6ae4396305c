import { Chrono, type Parser, ParsingComponents, ReferenceWithTimezone } from 'chrono-node/en';
import type { Meaning, Mention } from './timex-meaning.ts';

/**
 * The chrono engine with rules of our own. Its own English rules stay out: some are polynomial in the
 * length of the text, and what they imply is finer than what was said.
 */

export interface TimexRule {
  /** The phrase it reads. */
  name: string;
  /** Kinds of words (see the language's cues) that a sentence must hold. */
  cues: number;
  /** Without flags `g` and `y`. A letter or digit right before a match makes it void. */
  pattern: RegExp;
  /** The meaning of a match, null when it is none. */
  read(groups: Groups, at: Match): Meaning | null;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** Where a rule matched: the folded sentence and the stretch of it. */
export interface Match {
  sentence: string;
  start: number;
  end: number;
}

/** Reads the mentions of one folded sentence; where two overlap, the longer stays, then the earlier rule. */
export type TimexReader = (sentence: string, cues: number) => Mention[];

/** `rules` in order of preference. */
export function createReader(rules: readonly TimexRule[]): TimexReader {
  const found: Mention[] = [];
  const parsers = rules.map((rule) => ({ cues: rule.cues, parser: toParser(rule, found) }));
  // One engine for each mixture of kinds, with no rule that could not match; null where there is none.
  const engines = new Map<number, Chrono | null>();
  const engineFor = (cues: number): Chrono | null => {
    const fitting = parsers.filter((each) => (each.cues & cues) === each.cues).map((each) => each.parser);
    const engine = fitting.length === 0 ? null : new Chrono({ parsers: fitting, refiners: [] });
    if (engines.size > MOST_ENGINES) engines.clear();
    engines.set(cues, engine);
    return engine;
  };
  return (sentence, cues) => {
    const engine = engines.has(cues) ? engines.get(cues) : engineFor(cues);
    if (!engine) return [];
    found.length = 0;
    engine.parse(sentence, SOME_DAY);
    return found.length < 2 ? [...found] : dropOverlaps(found);
  };
}

/** Far more mixtures than news has; odd text shall not fill the memory. */
const MOST_ENGINES = 500;

/** Chrono wants a reference date, or it asks the clock. Nothing that it works out from it is used. */
const SOME_DAY = new Date(0);
/** Shared by all results: chrono would work out the parts of that day for each. */
const NOTHING_READ = new ParsingComponents(ReferenceWithTimezone.fromDate(SOME_DAY));
const WORD = /[\p{L}\p{N}]/u;

function toParser(rule: TimexRule, found: Mention[]): Parser {
  return {
    pattern: () => rule.pattern,
    extract: (context, match) => {
      const start = match.index ?? 0;
      const end = start + match[0].length;
      if (start > 0 && WORD.test(context.text[start - 1] ?? '')) return null;
      const meaning = rule.read(match.groups ?? {}, { sentence: context.text, start, end });
      if (!meaning) return null;
      found.push({ start, end, meaning, rule: rule.name, bound: undefined, pair: undefined });
      return context.createParsingResult(start, end, NOTHING_READ);
    },
  };
}

function dropOverlaps(found: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  const byLength = found
    .map((mention, order) => ({ mention, order }))
    .sort((a, b) => b.mention.end - b.mention.start - (a.mention.end - a.mention.start) || a.order - b.order);
  for (const { mention } of byLength) {
    if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
