import type { EventFeature } from '../types.ts';
import { countLabel, EventItem } from './event.tsx';
import { dateLabel, type Tongue } from './time.ts';

interface EventListProps {
  /** In time order. */
  events: readonly EventFeature[];
  main: ReadonlySet<string>;
  /** Language of headlines and quotes, where that is not the reader's. */
  source?: string;
  tongue: Tongue;
}

/** The events under the days on which they began; what is known by month or year alone, under those. */
export function EventDays({ events, main, source, tongue }: EventListProps) {
  return daysOf(events, tongue).map(({ day, those }) => (
    <>
      <h3 class="day">{day}</h3>
      <ol>
        {those.map((event) => (
          <EventItem key={event.id} event={event} main={main.has(event.id)} day={day} source={source} tongue={tongue} />
        ))}
      </ol>
    </>
  ));
}

/** What lies behind the story, folded: a reader comes for the story. `years` are those in which it lies. */
export function Background({ events, main, source, tongue, years }: EventListProps & { years: string }) {
  return (
    <details class="behind">
      <summary>
        <h3>{tongue.words.background}</h3>{' '}
        <small>
          {years} · <span>{countLabel(events.length, tongue)}</span>
        </small>
      </summary>
      <ol>
        <Entries events={events} main={main} source={source} tongue={tongue} />
      </ol>
    </details>
  );
}

/** Events under no heading of their own. */
export function Entries({ events, main, source, tongue }: EventListProps) {
  return events.map((event) => <EventItem event={event} main={main.has(event.id)} source={source} tongue={tongue} />);
}

function daysOf(events: readonly EventFeature[], tongue: Tongue): { day: string; those: EventFeature[] }[] {
  const days: { day: string; those: EventFeature[] }[] = [];
  for (const event of events) {
    const day = dateLabel(firstDay(event.properties.edtf), tongue);
    const last = days.at(-1);
    if (last?.day === day) last.those.push(event);
    else days.push({ day, those: [event] });
  }
  return days;
}

/** The day, month, season or year in which an EDTF value begins, or ends where nobody knows that. */
function firstDay(edtf: string): string {
  const [first = '', last = ''] = edtf.split('/');
  const known = first === '..' || first === '' ? last : first;
  return known.replace(/T.*|[~?%]$/, '');
}
