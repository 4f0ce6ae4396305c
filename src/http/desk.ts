import { applyCorrections } from '../extract/corrections.ts';
import { mergeReports } from '../extract/merge.ts';
import type { ReadArticle } from '../store/articles.ts';
import { readSnapshot, writeSnapshot } from '../store/snapshots.ts';
import { type Change, type Draft, deleteStory, lastVersion, readDraft, writeChange } from '../store/stories.ts';
import type { NewsEvent, Snapshot, Story } from '../types.ts';
import { toCollection } from './geojson.ts';
import { problem } from './problem.ts';

/** What a request changes of a draft; the events follow from it. */
export type Edit = Pick<Change, 'change' | 'articles' | 'removed' | 'corrections'> & { story?: Story };

/** The draft after a request; `changed` is false where it was so already. */
export interface Edited {
  draft: Draft;
  changed: boolean;
}

/** How often a change is made anew when somebody else was faster. */
const ATTEMPTS = 10;

/**
 * Changes a story: reads its draft, lets `edit` say what changes (null for nothing), computes the events anew, and
 * writes all of it by one batch. When the story has changed in between, the whole is done again on what it is then.
 */
export async function changeStory(
  db: D1Database,
  slug: string,
  edit: (draft: Draft) => Edit | null | Promise<Edit | null>,
): Promise<Edited> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await readDraft(db, slug);
    if (!draft) throw unknownStory(slug);
    const plan = await edit(draft);
    if (!plan) return { draft, changed: false };
    const next = applyEdit(draft, plan);
    const at = new Date().toISOString();
    const { story, events } = next;
    if (await writeChange(db, { ...plan, story, version: draft.version, at, events })) {
      return { draft: next, changed: true };
    }
  }
  throw tooBusy();
}

/** Writes a new story; null when somebody else has just done so. */
export async function createStory(db: D1Database, story: Story): Promise<Draft | null> {
  const at = new Date().toISOString();
  const version = await lastVersion(db, story.slug);
  const done = await writeChange(db, { story, version, change: 'story', at, events: [] });
  return done
    ? { story, version: version + 1, publishedVersion: null, articles: [], corrections: [], events: [] }
    : null;
}

/** Deletes a story, for readers and for the desk; one that is not there is left so. */
export async function removeStory(db: D1Database, slug: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await readDraft(db, slug);
    if (!draft || (await deleteStory(db, slug, draft.version, new Date().toISOString()))) return;
  }
  throw tooBusy();
}

/** Ids of the corrections that have found no event: their words are gone, or another event has taken theirs in. */
export function unapplied({ corrections, events }: Pick<Draft, 'corrections' | 'events'>): string[] {
  const applied = new Set(events.flatMap((event) => event.corrections ?? []));
  return corrections.map(({ id }) => id).filter((id) => !applied.has(id));
}

/** Makes the draft what readers get; `changed` is false where they have it already, word for word. */
export async function publishStory(db: D1Database, slug: string): Promise<Edited> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await readDraft(db, slug);
    if (!draft) throw unknownStory(slug);
    // The events as they are stored, which the desk has seen: a newer extractor would read others.
    const snapshot = toSnapshot(draft);
    if (draft.publishedVersion === draft.version && isSame(snapshot, await readSnapshot(db, slug))) {
      return { draft, changed: false };
    }
    if (await writeSnapshot(db, snapshot)) {
      return { draft: { ...draft, publishedVersion: draft.version }, changed: true };
    }
  }
  throw tooBusy();
}

export const unknownStory = (slug: string) => problem(404, `There is no story ${JSON.stringify(slug)}.`);

/** The draft with a change made and its events computed anew. */
export function applyEdit(
  draft: Draft,
  { story, articles = [], removed, corrections = [] }: Omit<Edit, 'change'>,
): Draft {
  const replaced = new Set([...articles.map(({ id }) => id), removed?.article]);
  const corrected = new Set([...corrections.map(({ id }) => id), removed?.correction]);
  const next = {
    story: story ?? draft.story,
    version: draft.version + 1,
    publishedVersion: draft.publishedVersion,
    articles: [...draft.articles.filter(({ id }) => !replaced.has(id)), ...articles].toSorted(byPublication),
    corrections: [...draft.corrections.filter(({ id }) => !corrected.has(id)), ...corrections],
  };
  return { ...next, events: eventsOf(next) };
}

/** The events of a story as its articles and its corrections have them. */
function eventsOf({ story, articles, corrections }: Pick<Draft, 'story' | 'articles' | 'corrections'>): NewsEvent[] {
  const reports = articles.flatMap((article) => article.reports);
  return applyCorrections(mergeReports(story, articles, reports), corrections, story.timeZone);
}

function toSnapshot({ story, version, articles, events }: Draft): Snapshot {
  return {
    story,
    version,
    publishedAt: new Date().toISOString(),
    articles: articles.map(({ text: _text, reports: _reports, digest: _digest, ...summary }) => summary),
    events: toCollection(story, articles, events),
  };
}

/** A newer program may write the same version in other words. */
function isSame(snapshot: Snapshot, published: Snapshot | null): boolean {
  return JSON.stringify({ ...snapshot, publishedAt: published?.publishedAt }) === JSON.stringify(published);
}

/** As the store orders them: articles without a date first, then by date, then by id. */
function byPublication(a: ReadArticle, b: ReadArticle): number {
  const [left, right] = [`${a.published ?? ''} ${a.id}`, `${b.published ?? ''} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

const tooBusy = () => problem(503, 'Others are changing this story at the moment.', { 'Retry-After': '1' });
