import { countryNames } from '../basemap/countries.ts';
import type { EventFeature } from '../types.ts';
import { GLYPH_BOX } from './glyphs.ts';
import { dateLabel, momentLabel, type Tongue } from './time.ts';
import { commaOf, fill, plural } from './words.ts';

type Report = EventFeature['properties']['reports'][number];

interface EventItemProps {
  event: EventFeature;
  /** A main event has more weight. */
  main: boolean;
  /** The heading that it stands under, if it is a day: it need not be read twice. */
  day?: string;
  /** Language of its headline and its quotes, where that is not the reader's. */
  source?: string;
  tongue: Tongue;
}

/** An event as an entry of the list: when, where, what, on whose word, and the sentences it rests on. */
export function EventItem({ event, main, day, source, tongue }: EventItemProps) {
  const { words, lang } = tongue;
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
          <bdi lang={source}>{title}</bdi>
        </a>
      </h4>
      {summary && (
        <p class="summary">
          <bdi lang={source}>{summary}</bdi>
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
          {sources.slice(0, 2).join(commaOf(lang))}
          {sources.length > 2 && ` + ${new Intl.NumberFormat(lang).format(sources.length - 2)}`}
        </summary>
        {reports.map((report) => (
          <ReportItem report={report} edtf={edtf} source={source} tongue={tongue} />
        ))}
      </details>
    </li>
  );
}

type ReportItemProps = Pick<EventItemProps, 'source' | 'tongue'> & { report: Report; edtf: string };

function ReportItem({ report, edtf, source, tongue }: ReportItemProps) {
  const { words } = tongue;
  const published = report.published ? momentOf(report.published, tongue) : null;
  return (
    <blockquote cite={safeUrl(report.url)}>
      <p>
        <bdi lang={source}>{report.quote}</bdi>
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
          <dd>{[...sources].join(commaOf(tongue.lang))}</dd>
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

/** A place as the map names it, with its country: "near Hama, Syria". */
export function placeLabel(place: NonNullable<EventFeature['properties']['place']>, { lang, words }: Tongue): string {
  const name = place.label ?? place.name;
  const country = countryNames(lang)[place.country];
  const where = place.near ? fill(words.near, { place: name }) : name;
  return country && country !== name ? where + commaOf(lang) + country : where;
}

/** When something was published: the day as given, or that of the instant in the story's zone. */
export function momentOf(text: string, tongue: Tongue): string {
  if (!text.includes('T')) return dateLabel(text, tongue, 'short');
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : momentLabel(time, tongue, 'short');
}

/** "9 events". */
export function countLabel(count: number, { lang, words }: Tongue): string {
  return plural(words.events, count, lang);
}
