import type { EventFeature } from '../types.ts';
import { GLYPH_BOX } from './glyphs.ts';
import { dateLabel, momentLabel, type Tongue } from './time.ts';
import { fill, plural } from './words.ts';

type Report = EventFeature['properties']['reports'][number];

interface EventItemProps {
  event: EventFeature;
  /** A main event has more weight. */
  main: boolean;
  /** The heading that it stands under, if it is a day: it need not be read twice. */
  day?: string;
  tongue: Tongue;
}

/** An event as an entry of the list: when, where, what, on whose word, and the sentences it rests on. */
export function EventItem({ event, main, day, tongue }: EventItemProps) {
  const { words } = tongue;
  const { title, summary, status, category, edtf, start, inferred, place, attribution, deniedBy, reports } =
    event.properties;
  const sources = [...new Set(reports.map((report) => report.source))];
  const date = inferred ? fill(words.between, { date: dateLabel(edtf, tongue) }) : dateLabel(edtf, tongue);
  return (
    <li id={`e=${event.id}`} class={`event ${status}${main ? ' main' : ''}`}>
      <p class="when">
        <Glyph category={category} status={status} />
        <time
          class={date === day ? 'said' : undefined}
          datetime={start?.slice(0, 10)}
          title={inferred ? words.inferred : undefined}
        >
          {date}
        </time>
        <span class="place">{place ? placeLabel(place, tongue) : words.noPlace}</span>
      </p>
      <h4>
        <a href={`#e=${encodeURIComponent(event.id)}`}>
          <bdi>{title}</bdi>
        </a>
      </h4>
      {summary && (
        <p class="summary">
          <bdi>{summary}</bdi>
        </p>
      )}
      {(status !== 'reported' || attribution || deniedBy) && (
        <p class="meta">
          {status !== 'reported' && <span class="status">{words.statuses[status]}</span>}
          {attribution && <span>{fill(words.saidBy, { name: attribution })}</span>}
          {deniedBy && <span class="denied">{fill(words.deniedBy, { name: deniedBy })}</span>}
        </p>
      )}
      <Figures reports={reports} tongue={tongue} />
      <details>
        <summary>
          {sources.slice(0, 2).join(', ')}
          {sources.length > 2 && ` + ${sources.length - 2}`}
        </summary>
        {reports.map((report) => (
          <ReportItem report={report} edtf={edtf} tongue={tongue} />
        ))}
      </details>
    </li>
  );
}

function ReportItem({ report, edtf, tongue }: { report: Report; edtf: string; tongue: Tongue }) {
  const { words } = tongue;
  const published = report.published ? momentOf(report.published, tongue) : null;
  return (
    <blockquote cite={safeUrl(report.url)}>
      <p>
        <bdi>{report.quote}</bdi>
      </p>
      <footer>
        <Outlink url={report.url} text={report.source} />
        {published && <time datetime={report.published}>{published}</time>}
        {report.status !== 'reported' && <span class="status">{words.statuses[report.status]}</span>}
        {report.attribution && <span>{fill(words.saidBy, { name: report.attribution })}</span>}
        {report.dated && published && report.dated.text !== dateLabel(edtf, tongue) && (
          <span class="dated">
            {fill(words.dated, { words: report.dated.text, date: dateLabel(edtf, tongue), published })}
          </span>
        )}
      </footer>
    </blockquote>
  );
}

/** Where outlets give figures, each stands beside those who gave it. */
function Figures({ reports, tongue }: { reports: Report[]; tongue: Tongue }) {
  const { words } = tongue;
  const given = new Map<string, Set<string>>();
  for (const { source, figures } of reports) {
    for (const { text, kind } of figures ?? []) {
      const key = `${text} ${words.figureKinds[kind]}`;
      given.set(key, (given.get(key) ?? new Set()).add(source));
    }
  }
  if (given.size === 0) return null;
  return (
    <dl class="figures" aria-label={words.figures}>
      {[...given].map(([figure, sources]) => (
        <div>
          <dt>{figure}</dt>
          <dd>{[...sources].join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Glyph({ category, status }: { category: string; status: string }) {
  return (
    <svg class={`glyph ${category} ${status}`} viewBox={`0 0 ${GLYPH_BOX} ${GLYPH_BOX}`} aria-hidden="true">
      <use href={`#g-${category}`} />
      {status === 'disputed' && <use href="#g-strike" />}
    </svg>
  );
}

export function Outlink({ url, text }: { url: string | undefined; text: string }) {
  const href = safeUrl(url);
  return href ? (
    <a href={href} rel="noopener nofollow">
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}

/** An address from an article, if following it can do nothing but open a page. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

export function placeLabel(place: NonNullable<EventFeature['properties']['place']>, { lang, words }: Tongue): string {
  const name = place.near ? fill(words.near, { place: place.name }) : place.name;
  const country = countryName(place.country, lang);
  return country && country !== place.name ? `${name}, ${country}` : name;
}

function countryName(code: string, lang: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const name = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' }).of(code);
  return name ?? undefined;
}

/** A publication time: the day as given, or the minute in the story's zone. */
function momentOf(text: string, tongue: Tongue): string {
  if (!text.includes('T')) return dateLabel(text, tongue, 'short');
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : momentLabel(time, tongue, 'short');
}

/** "9 events". */
export function countLabel(count: number, { lang, words }: Tongue): string {
  return plural(words.events, count, lang);
}
