/** Every word of the interface, in one language. The server holds the tables and hands the page its own. */
export interface Words {
  /** Plural forms by `Intl.PluralRules` category; `#` is the number. */
  events: Plural;
  newEvents: Plural;
  outlets: Plural;
  otherOutlets: Plural;
  outside: Plural;
  days: Plural;
  months: Plural;
  years: Plural;
  /** Patterns: `{…}` is filled in. */
  range: string;
  about: string;
  since: string;
  until: string;
  between: string;
  countOf: string;
  times: string;
  updated: string;
  from: string;
  near: string;
  saidBy: string;
  deniedBy: string;
  newSince: string;
  isNew: string;
  dated: string;
  zone: string;
  undated: string;
  noPlace: string;
  timeline: string;
  map: string;
  /** Its marks, for the keyboard. */
  onMap: string;
  /** Key of the line that joins the events of a track. */
  track: string;
  moment: string;
  windowStart: string;
  windowEnd: string;
  play: string;
  pause: string;
  speed: string;
  mode: string;
  modes: { sofar: string; window: string; moment: string };
  filters: string;
  kinds: string;
  source: string;
  search: string;
  inView: string;
  showAll: string;
  reset: string;
  copyLink: string;
  copied: string;
  share: string;
  openStory: string;
  fullScreen: string;
  noMap: string;
  offline: string;
  /** To a reader: some tiles did not come. */
  mapGaps: string;
  failed: string;
  badLink: string;
  /** What lies behind a story. */
  background: string;
  noEvents: string;
  noMatch: string;
  more: string;
  figures: string;
  close: string;
  here: string;
  mainEvents: string;
  andMore: string;
  stories: string;
  noStories: string;
  notFound: string;
  notFoundText: string;
  gone: string;
  goneText: string;
  /** The page cannot be had now, by no fault of the reader. */
  failing: string;
  failingText: string;
  again: string;
  method: string;
  data: string;
  language: string;
  skip: string;
  showList: string;
  showMap: string;
  inferred: string;
  previous: string;
  next: string;
  categories: Record<string, string>;
  statuses: Record<string, string>;
  figureKinds: Record<string, string>;
}

/** Words that only the server writes: the script does without them. */
export const SERVER_WORDS = [
  'updated',
  'track',
  'from',
  'stories',
  'noStories',
  'openStory',
  'notFound',
  'notFoundText',
  'gone',
  'goneText',
  'failing',
  'failingText',
  'again',
  'noEvents',
  'method',
  'data',
  'language',
  'skip',
  'showList',
  'showMap',
  'outlets',
  'otherOutlets',
] as const;
/** Words of an entry of the list: where the server writes the whole list, the script does without them, too. */
export const LIST_WORDS = [
  'background',
  'between',
  'near',
  'saidBy',
  'deniedBy',
  'dated',
  'noPlace',
  'inferred',
  'figures',
  'figureKinds',
  'more',
  'failed',
] as const satisfies (keyof Words)[];
export type PageWords = Omit<Words, (typeof SERVER_WORDS)[number]>;

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** `fill('{a} to {b}', { a: 'x', b: 'y' })` is "x to y". A name without a value stays as it is. */
export function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(?<name>\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The form of a word for a count, the count written in the language's own digits. */
export function plural(forms: Plural, count: number, lang: string): string {
  const { rules, number } = counting(lang);
  return (forms[rules.select(count)] ?? forms.other).replace('#', number.format(count));
}

/** What stands between the parts of a list or a place in a language. */
export function commaOf(lang: string): string {
  return COMMAS[lang.split('-', 1)[0] ?? ''] ?? ', ';
}

const COMMAS: Record<string, string> = { ar: '، ' };

// Making the rules of a language costs more than a hundred uses of them.
const known = new Map<string, { rules: Intl.PluralRules; number: Intl.NumberFormat }>();

function counting(lang: string) {
  const found = known.get(lang) ?? { rules: new Intl.PluralRules(lang), number: new Intl.NumberFormat(lang) };
  known.set(lang, found);
  return found;
}
