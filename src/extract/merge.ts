import type { Article, NewsEvent, Report, Story } from '../types.ts';
import { type Account, thingsOf, toAccount } from './account.ts';
import { findCopies } from './copies.ts';
import { makeEvent } from './event.ts';
import { countAccount, type Frequencies, noFrequencies } from './rarity.ts';
import { compareAccounts, SAME_EVENT, sumOf } from './same-event.ts';
import { weighEvents } from './weight.ts';

/** A happening with the accounts of it so far. */
interface Cluster {
  /** Its place in the order of opening. */
  birth: number;
  /** Under which it is found. */
  keys: Set<string>;
  accounts: Account[];
}

/** A report is compared with at most so many accounts of one cluster. */
const COMPARED = 12;
/** Two clusters whose accounts agree as well as this on average are one event. */
const SAME_CLUSTER = 6;
/** Spans of more days than this are found by their year, others by their months. */
const MONTH = 31;

/**
 * Merges the reports of a story into events; the order of articles and reports does not matter. Reports join, in the order
 * of publication, the event they agree with best; of one article those with a stated time come first, so that the others
 * find them, and last of all those that may only join. An event is named by the report that opened it: a later article can
 * only add to events, never open an old one anew. Only events that share a day or year and a sense or a telling word are
 * compared, so the cost grows with the reports and not with their square.
 */
export function mergeReports(
  story: Pick<Story, 'timeZone'>,
  articles: readonly Article[],
  reports: readonly Report[],
): NewsEvent[] {
  const published = new Map(articles.map(({ id, published: at }) => [id, at ? Date.parse(at) : 0]));
  const copies = findCopies(articles);
  const ordered = reports
    .map((report) => ({ ...report, ...(copies.has(report.article) && { copyOf: copies.get(report.article) }) }))
    .sort(
      (a, b) =>
        (published.get(a.article) ?? 0) - (published.get(b.article) ?? 0) ||
        compare(a.source, b.source) ||
        compare(a.article, b.article) ||
        Number(a.inferred) - Number(b.inferred) ||
        a.start - b.start ||
        a.end - b.end,
    );
  const index = new ClusterIndex();
  for (const joinOnly of [false, true]) {
    for (const report of ordered) {
      const account = report.support === joinOnly ? toAccount(report) : null;
      if (account) index.add(account, joinOnly);
    }
  }
  const events = index.joined().map(({ accounts }) =>
    makeEvent(
      accounts.map(({ report }) => report),
      published,
      story.timeZone,
    ),
  );
  return weighEvents(events, articles).sort((a, b) => compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id));
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

/** Clusters by the keys under which an account of the same happening looks for them. */
class ClusterIndex {
  readonly clusters: Cluster[] = [];
  readonly #told: Frequencies = noFrequencies();
  readonly #byKey = new Map<string, Set<Cluster>>();

  add(account: Account, joinOnly: boolean) {
    const keys = keysOf(account);
    countAccount(this.#told, thingsOf(account));
    const cluster = this.#best(account, keys) ?? (joinOnly ? null : this.#open());
    if (!cluster) return;
    cluster.accounts.push(account);
    this.#file(cluster, keys);
  }

  #file(cluster: Cluster, keys: Iterable<string>) {
    for (const key of keys) {
      cluster.keys.add(key);
      const found = this.#byKey.get(key);
      if (found) found.add(cluster);
      else this.#byKey.set(key, new Set([cluster]));
    }
  }

  #open(): Cluster {
    const cluster: Cluster = { birth: this.clusters.length, keys: new Set(), accounts: [] };
    this.clusters.push(cluster);
    return cluster;
  }

  /** The clusters, oldest first, with those in one that a later report has shown to be the same; the older takes in the younger. */
  joined(): Cluster[] {
    const left = new Set(this.clusters);
    for (const younger of this.clusters.toReversed()) {
      const near = new Set([...younger.keys].flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
      let best: Cluster | null = null;
      let most = SAME_CLUSTER;
      for (const older of near) {
        if (!left.has(older) || older.birth >= younger.birth) continue;
        const score = scoreClusters(younger, older, this.#told);
        if (score > most || (score === most && best === null)) [best, most] = [older, score];
      }
      if (!best) continue;
      best.accounts.push(...younger.accounts);
      this.#file(best, younger.keys);
      left.delete(younger);
    }
    return [...left];
  }

  #best(account: Account, keys: readonly string[]): Cluster | null {
    let best: Cluster | null = null;
    let most = SAME_EVENT;
    const seen = new Set<Cluster>();
    for (const key of keys) {
      for (const cluster of this.#byKey.get(key) ?? []) {
        if (seen.has(cluster)) continue;
        seen.add(cluster);
        const score = scoreCluster(account, cluster, this.#told);
        if (score === null) continue;
        // The first of equals: the older event.
        if (score > most || (score === most && best === null)) [best, most] = [cluster, score];
      }
    }
    return best;
  }
}

/** The best agreement with any account of the cluster; none where time or place speaks against a single one of them. */
function scoreCluster(account: Account, { accounts }: Cluster, told: Frequencies): number | null {
  let best = 0;
  for (const other of accounts.slice(0, COMPARED)) {
    const score = compareAccounts(account, other, told);
    if (!score) return null;
    best = Math.max(best, sumOf(score));
  }
  return best;
}

/**
 * The mean agreement between the accounts of two clusters; 0 where a single pair is ruled out or no pair is one event. The
 * mean, since among many accounts some pair agrees by chance.
 */
function scoreClusters(younger: Cluster, older: Cluster, told: Frequencies): number {
  let best = 0;
  let sum = 0;
  let pairs = 0;
  for (const account of younger.accounts.slice(0, COMPARED)) {
    for (const other of older.accounts.slice(0, COMPARED)) {
      const score = compareAccounts(account, other, told);
      if (!score) return 0;
      best = Math.max(best, sumOf(score));
      sum += sumOf(score);
      pairs += 1;
    }
  }
  return best >= SAME_EVENT ? sum / pairs : 0;
}

/** Month or year, with each sense, name and telling word; and the very mention that dates it. */
function keysOf({ days, length, words, report }: Account): string[] {
  const first = days.from ?? days.to ?? '';
  const times: string[] = [];
  // What began in a year and goes on is found by those who tell of the year.
  if (days.from === null || days.to === null) times.push(first.slice(0, 4), first.slice(0, 7));
  else if (length > MONTH) times.push(first.slice(0, 4));
  else {
    // A month is found by its days' month, and by the next where it runs over.
    times.push(first.slice(0, 7));
    if (days.to && days.to.slice(0, 7) !== first.slice(0, 7)) times.push(days.to.slice(0, 7));
    if (length >= MONTH - 4) times.push(first.slice(0, 4));
  }
  const what = [...report.senses, ...report.actors, ...words];
  const keys = times.flatMap((time) => what.map((word) => `${time} ${word}`));
  return report.timex ? [...keys, `${report.article} ${report.timex.start}`] : keys;
}
