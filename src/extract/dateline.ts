import type { Article } from '../types.ts';
import { formatDay, isDay, toDay } from './calendar.ts';
import { foldText } from './fold-text.ts';
import { english } from './lang/en/index.ts';
import type { Mention } from './timex-meaning.ts';

/**
 * The day of publication as the article itself tells it, `YYYY-MM-DD`: by a line of its own near the head
 * ("Published: 30 November 2024, 18:05 GMT"), by its dateline ("ALEPPO, Syria, Nov 30 (Wire) —"), or by its address
 * (/2024/11/30/). Undefined where nothing tells; a dateline without a year counts only where another of these has it.
 */
export function findPublished({ text, url }: Pick<Article, 'text' | 'url'>): string | undefined {
  const fromUrl = dayOfUrl(url);
  const lines = headLines(text);
  for (const [index, line] of lines.entries()) {
    // A line that was only broken to fit a width is no line of its own.
    if (/^\p{Ll}/u.test(lines[index + 1] ?? '')) continue;
    const found = dayOfLine(line, fromUrl?.year);
    if (found !== null) return formatDay(found);
  }
  return fromUrl?.day === undefined ? undefined : formatDay(fromUrl.day);
}

/** The article with its day of publication, where it tells one and none was given. */
export function withPublished(article: Article): Article {
  if (article.published) return article;
  const published = findPublished(article);
  return published === undefined ? article : { ...article, published };
}

/** So far into a text, and so many lines, may its head reach. */
const HEAD_LENGTH = 1500;
const HEAD_LINES = 12;

function headLines(text: string): string[] {
  return text
    .slice(0, HEAD_LENGTH)
    .split(/[\n\r]/)
    .map((line) => foldText(line).text.trim())
    .filter(Boolean)
    .slice(0, HEAD_LINES);
}

function dayOfLine(line: string, year: number | undefined): number | null {
  const dateline = DATELINE.exec(line)?.groups?.head;
  const told = dateline === undefined ? null : dayIn(english.readMentions(dateline), year);
  if (told !== null) return told;
  const opening = OPENING_DATE.exec(line)?.groups?.date;
  if (opening !== undefined) return dayIn(english.readMentions(opening), undefined);
  if (line.length > LONGEST_LINE) return null;
  const mentions = english.readMentions(line);
  return english.isDateLine(line, mentions) ? dayIn(mentions, undefined) : null;
}

/** A line of its own for the date has room for a label, a weekday, a clock time and the author's name. */
const LONGEST_LINE = 90;
/** Capitals, a date before the dash: "BEIRUT, Nov. 30 (Wire) — ", "MOSCOW, November 30, 2024. /Wire/. ", "DELHI: 30 Nov 2024: ". */
const DATELINE = /^(?<head>\p{Lu}[\p{Lu}'.-]{2,30}.{0,70}?\d.{0,40}?)(?:—|--| - |: |\. \/)/u;
/** "Nov. 30, 2024 — Rebels entered". */
const OPENING_DATE = /^(?<date>[\p{L}\d., ]{6,30}\d) ?(?:—|--| - |\| ?)/u;

function dayIn(mentions: readonly Mention[], knownYear: number | undefined): number | null {
  for (const { meaning } of mentions) {
    if (meaning.kind !== 'calendar' || meaning.month === undefined || meaning.day === undefined) continue;
    // 5/10/2024 may be in May or in October.
    if (meaning.swappable) continue;
    const year = meaning.year ?? knownYear;
    if (year !== undefined && isDay(year, meaning.month, meaning.day)) return toDay(year, meaning.month, meaning.day);
  }
  return null;
}

/** The date in an address: /2024/11/30/, /2024-11-30-, /20241130/, /2024/nov/30/; with a month alone, its year. */
function dayOfUrl(url: string | undefined): { year: number; day?: number } | null {
  const named = URL_NAMED.exec(url ?? '')?.groups;
  if (named) {
    const month = `${(named.month ?? '').charAt(0).toUpperCase()}${(named.month ?? '').slice(1)}`;
    const day = dayIn(english.readMentions(`${named.day} ${month} ${named.year}`), undefined);
    return { year: Number(named.year), ...(day !== null && { day }) };
  }
  const groups = URL_DATE.exec(url ?? '')?.groups;
  if (!groups) return null;
  const [year, month, day] = [groups.year, groups.month ?? groups.month2, groups.day ?? groups.day2 ?? 0].map(
    Number,
  ) as [number, number, number];
  return isDay(year, month, day) ? { year, day: toDay(year, month, day) } : { year };
}

const URL_DATE =
  /[/-](?<year>(?:19|20)\d\d)(?:\/(?<month>0?[1-9]|1[0-2])(?:\/(?<day>[0-3]?\d))?(?!\d)|(?<mark>-?)(?<month2>0[1-9]|1[0-2])(?:\k<mark>(?<day2>[0-3]\d))?(?!\d))/;
const URL_NAMED = /\/(?<year>(?:19|20)\d\d)\/(?<month>[a-z]{3,9})\/(?<day>[0-3]?\d)(?!\d)/;
