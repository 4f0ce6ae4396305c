import type { Article, NewsEvent, Report } from '../types.ts';
import { STOP_WORDS } from './lang/en/stop-words.ts';
import { commonStem } from './lang/en/synonyms.ts';

/** The named parts of how much of its story an event is, each 0 to 1. */
export interface WeightParts {
  /** Independent texts that tell of it, among those of the story. */
  told: number;
  /** How near the head of an article it is told. */
  lead: number;
  /** The part of a headline's words that its clause has. */
  headline: number;
  /** That it counts the dead, the injured, the displaced. */
  figures: number;
  /** That its day and its place are stated. */
  stated: number;
}

const WEIGHTS: Readonly<Record<keyof WeightParts, number>> = {
  told: 0.35,
  lead: 0.25,
  headline: 0.2,
  figures: 0.1,
  stated: 0.1,
};

/** What all accounts call old is told to explain the news. */
const BACKGROUND = 0.6;
/** An account this many characters into an article counts half as a lead. */
const LEAD = 500;

/**
 * Gives each event its weight, 0 to 1 with two decimals: how much of the story it is, by what outlets made of it. A page may
 * show the weightier ones first; none is left out.
 */
export function weighEvents(events: readonly NewsEvent[], articles: readonly Article[]): NewsEvent[] {
  const headlines = new Map(articles.map(({ id, title }) => [id, stemsOf(title ?? '')]));
  const texts = Math.max(1, ...events.map((event) => event.texts));
  return events.map((event) => ({ ...event, weight: weightOf(partsOf(event, texts, headlines), event) }));
}

function partsOf(event: NewsEvent, texts: number, headlines: ReadonlyMap<string, ReadonlySet<string>>): WeightParts {
  const full = event.reports.filter(({ support }) => !support);
  const reports = full.length > 0 ? full : event.reports;
  return {
    // The second text says more than the fifth.
    told: Math.log2(1 + event.texts) / Math.log2(1 + Math.max(2, texts)),
    lead: Math.max(...reports.map(({ start }) => LEAD / (LEAD + start))),
    headline: Math.max(...reports.map((report) => headlineShare(report, headlines.get(report.article)))),
    figures: event.figures.length > 0 ? 1 : 0,
    stated: (event.inferred ? 0 : 0.5) + (event.place ? 0.5 : 0),
  };
}

function weightOf(parts: WeightParts, { reports }: NewsEvent): number {
  const sum = (Object.keys(WEIGHTS) as (keyof WeightParts)[]).reduce(
    (total, name) => total + WEIGHTS[name] * parts[name],
    0,
  );
  const old = reports.every(({ background }) => background);
  return Math.round(100 * sum * (old ? BACKGROUND : 1)) / 100;
}

function headlineShare({ quote }: Report, headline: ReadonlySet<string> = new Set()): number {
  if (headline.size === 0) return 0;
  const told = stemsOf(quote);
  return [...headline].filter((stem) => told.has(stem)).length / headline.size;
}

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(commonStem));
}
