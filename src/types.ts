/**
 * The nouns. Everything that passes between two parts of Dateline is on this page.
 *
 * Offsets are UTF-16 code units into the article text as received, end exclusive:
 * `text.slice(start, end)` is the mention. Longitude and latitude are WGS 84 degrees.
 * Calendar days are `YYYY-MM-DD`; instants are RFC 3339 with an offset.
 */

/** A stretch of an article's text. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** One outlet's article. `published` is the document creation time (DCT). */
export interface Article {
  id: string;
  source: string;
  /** RFC 3339 instant or calendar day; absent when nobody knows. */
  published?: string;
  url?: string;
  title?: string;
  /** BCP 47; English when absent. */
  lang?: string;
  text: string;
}

export interface Sentence extends Span {
  /** Counts the blocks of text between line breaks, from 0. */
  paragraph: number;
  /** `furniture` is what a page puts around its article: menus, pleas, lists of other headlines. */
  kind: 'prose' | 'headline' | 'furniture';
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type TimexMod =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE';

/** A clock reading. `offsetMinutes` is null for "local time": the zone of the place decides. */
export interface Clock {
  hour: number;
  minute: number;
  offsetMinutes: number | null;
}

/** A time expression (TIMEX3). A value is as coarse as the text was. */
export interface Timex extends Span {
  type: TimexType;
  value: string;
  mod?: TimexMod;
  /** First and last calendar day of the expression's own interval ("since 2016" has that of 2016); null without one. */
  from: string | null;
  to: string | null;
  /** EDTF level 1 of what it says of an event ("since 2016" is `2016/..`); null without a calendar interval. */
  edtf: string | null;
  /** How the words before it bound a state or event: "since 2016", "until Sunday", "by 2020". */
  bound?: 'since' | 'until' | 'before' | 'after';
  clock?: Clock;
  /** What the value was reckoned from: the DCT, or an earlier timex by its offset. Absent when the words say it all. */
  anchor?: 'dct' | { start: number; text: string };
  /** Name of the rule that read it. */
  rule: string;
}

/** A gazetteer record. */
export interface Place {
  name: string;
  geonameId?: number;
  lat: number;
  lng: number;
  /** GeoNames feature class and code: P/PPLC, A/ADM1, A/PCLI, T/ISL, H/SEA ... */
  featureClass: string;
  featureCode: string;
  /** ISO 3166-1 alpha-2; empty for what lies in no single country. */
  countryCode: string;
  /** GeoNames first-level code, as in `SY.09`; empty where there is none. */
  admin1: string;
  population: number;
  /** IANA zone: that of the capital or of most people where an area has several; empty where none is known. */
  timeZone: string;
  /** Radius in km of an area as round as the land it covers; absent for a town or another point. */
  radiusKm?: number;
}

/** How a place name is used: where something is, who acts ("Moscow said"), or whose somebody is ("UK-based"). */
export type ToponymUse = 'place' | 'actor' | 'affiliation';

/** A name in a text that means a place, with every record it may stand for. */
export interface Toponym extends Span {
  /** The name as looked up: without "province", possessive or compass point. */
  name: string;
  use: ToponymUse;
  candidates: Place[];
  /** Name of the rule or features that took it for a place. */
  rule: string;
}

/** A toponym with its place. `place` is null where no candidate is good enough: no dot beats a wrong dot. */
export interface ResolvedToponym extends Toponym {
  place: Place | null;
  /** The named parts of the score of the chosen (or best) candidate. */
  scores: Record<string, number>;
}

export type Status = 'reported' | 'claimed' | 'disputed' | 'planned';

export const CATEGORIES = [
  'conflict',
  'protest',
  'politics',
  'diplomacy',
  'disaster',
  'accident',
  'crime',
  'justice',
  'health',
  'economy',
  'sport',
  'culture',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A count that a report gives, with its bounds: "more than 300 killed" is { kind: 'killed', min: 301, max: null }. */
export interface Figure extends Span {
  kind: 'killed' | 'injured' | 'missing' | 'displaced' | 'detained';
  min: number;
  max: number | null;
}

/** One article's account of one happening: the clause it rests on, when, where, on whose word. */
export interface Report {
  /** Id of the article, and its outlet. */
  article: string;
  source: string;
  /** Id of the earlier article of which this one's text is a near-copy. */
  copyOf?: string;
  /** The clause: `text.slice(start, end)` of the article is the quote. */
  start: number;
  end: number;
  quote: string;
  title: string;
  /** EDTF level 1. */
  edtf: string;
  /** True when no text states the time, which is then bounded by the run of the story. */
  inferred: boolean;
  status: Status;
  category: Category;
  attribution?: string;
  /** Who denies it. */
  deniedBy?: string;
  place: Place | null;
  /** "towns near Hama": somewhere around the place rather than in it. */
  near?: boolean;
  figures: Figure[];
  /** The mentions that date and place it, so that every dot can be explained. */
  timex?: Timex;
  toponym?: ResolvedToponym;
  /** Background to the story rather than its news ("a ceasefire agreed in 2020"). */
  background: boolean;
  /** What its words tell of, by the table of senses: `attack`, `seize`, `quake`. */
  senses: string[];
  /** Who takes part: names word by word, and in small letters what they are ("rebel", "russian"). */
  actors: string[];
  /** True when it is too thin to stand as an event of its own: it may only join one. */
  support: boolean;
}

/** The reading of one article: all that the pure core finds in it. */
export interface Extraction {
  times: Timex[];
  places: ResolvedToponym[];
  reports: Report[];
}

/** What one or more reports tell of. An event without reports does not exist. */
export interface NewsEvent {
  /** Stable: adding an article never changes the id of an event that stays. */
  id: string;
  title: string;
  summary?: string;
  status: Status;
  category: Category;
  edtf: string;
  /** First and last instant, in the offset of the event's place; `end` is null where the interval is open. */
  start: string | null;
  end: string | null;
  inferred: boolean;
  place: Place | null;
  near?: boolean;
  attribution?: string;
  deniedBy?: string;
  figures: Figure[];
  /** How many outlets tell of it, and how many of their texts are independent: near-copies of one agency text count once. */
  outlets: number;
  texts: number;
  /** How much of the story it is, 0 to 1: what a page may show first. Absent where an older version merged it. */
  weight?: number;
  reports: Report[];
  /** What an editor changed: fields by name, and `merged`, `split`. Absent on an event as it was read. */
  corrected?: string[];
  /** What was read where an editor says otherwise; for the desk, never for readers. */
  asRead?: Partial<Pick<NewsEvent, 'title' | 'category' | 'status' | 'edtf' | 'inferred' | 'place'>>;
  /** Ids of the corrections that made it what it is, in the order in which they were made. */
  corrections?: string[];
  /** Hidden by an editor: shown at the desk, never to readers. */
  hidden?: boolean;
}

/** An editor's change to one event. It survives new articles and a new version of the extractor. */
export interface Correction {
  id: string;
  /** Id of the event it belongs to. */
  event: string;
  /** RFC 3339 instant at which it was made: a later correction wins. */
  at: string;
  /** The reports of the event when it was corrected: they find it again should its id change. */
  evidence: { article: string; start: number; end: number }[];
  change:
    | { kind: 'title'; title: string }
    | { kind: 'time'; edtf: string }
    | { kind: 'place'; place: Place | null; near?: boolean }
    | { kind: 'category'; category: Category }
    | { kind: 'status'; status: Status }
    | { kind: 'hidden'; hidden: boolean }
    /** `reports` are those of the other event when it was chosen: they find that one again. */
    | { kind: 'merge'; into: string; reports?: { article: string; start: number; end: number }[] }
    | { kind: 'split'; reports: { article: string; start: number; end: number }[] };
}

export interface Story {
  slug: string;
  title: string;
  description?: string;
  lang: string;
  /** IANA zone in which days are counted where an event has no place of its own. */
  timeZone: string;
  /** Something moves through it, as a storm does: the map joins its main events in order of time. Absent means no. */
  track?: boolean;
}

/** An article as readers see it: never its full text. */
export type ArticleSummary = Omit<Article, 'text'>;

/** The published state of a story: one row, all that a reader's request needs. */
export interface Snapshot {
  story: Story;
  version: number;
  /** RFC 3339 instant of publication. */
  publishedAt: string;
  articles: ArticleSummary[];
  events: EventCollection;
}

/** A published story as a list of stories shows it. */
export interface StorySummary {
  story: Story;
  version: number;
  publishedAt: string;
  articles: number;
  /** How many outlets they are from. Absent, as `core`, in what was published before it was counted. */
  outlets?: number;
  events: number;
  /**
   * When it happened, without the years behind it and the plans ahead: the first and the last beginning in the shortest
   * stretch that holds four fifths of its events. Null where no event has a date.
   */
  core?: { start: string; end: string } | null;
  /** First and last instant of its events; null where no event has one. */
  start: string | null;
  end: string | null;
}

/** GeoJSON-T / Linked Places `when`. */
export interface When {
  timespans: {
    start?: { in: string } | { earliest: string };
    end?: { in: string } | { latest: string };
  }[];
  label: string;
}

export interface EventProperties {
  title: string;
  summary?: string;
  status: Status;
  category: Category;
  edtf: string;
  start: string | null;
  end: string | null;
  inferred: boolean;
  place: {
    name: string;
    /** Its name in the reader's language, where that is known: on pages alone. */
    label?: string;
    /** Where its mark stands on a map, of a country or region whose middle is too near to a capital: on pages alone. */
    stand?: [number, number];
    geonameid?: number;
    country: string;
    feature: string;
    near?: boolean;
  } | null;
  attribution?: string;
  deniedBy?: string;
  /** How many outlets tell of it, and how many of their texts are independent. */
  outlets: number;
  texts: number;
  /** How much of the story it is, 0 to 1. */
  weight?: number;
  /** What an editor changed. */
  corrected?: string[];
  reports: {
    article: string;
    source: string;
    url?: string;
    published?: string;
    quote: string;
    status: Status;
    attribution?: string;
    /** How the date was worked out, for a reader who asks. */
    dated?: { text: string; rule: string };
    figures?: { kind: Figure['kind']; text: string; min: number; max: number | null }[];
  }[];
}

/** RFC 7946 Feature of one event. */
export interface EventFeature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: [lng: number, lat: number] } | null;
  when: When;
  properties: EventProperties;
}

export interface EventCollection {
  type: 'FeatureCollection';
  /** Of a story with a track: ids of the events that it joins, in order of time. */
  track?: string[];
  features: EventFeature[];
}
