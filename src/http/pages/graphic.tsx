import { basemapManifest } from '../../basemap/manifest.ts';
import type { EventFeature, Snapshot } from '../../types.ts';
import { CATEGORIES } from '../../types.ts';
import { backgroundOf, yearsOf } from '../../web/background.ts';
import { packItems } from '../../web/columns.ts';
import { countLabel, Glyph } from '../../web/event.tsx';
import { Background, EventDays } from '../../web/event-list.tsx';
import { byTime, type Item, toItem } from '../../web/item.ts';
import { marked, tally } from '../../web/key.ts';
import { mainEvents } from '../../web/main-events.ts';
import { MOST_INLINE, type PageData } from '../../web/page-data.ts';
import { namesOf, standsOf } from '../../web/place-names.ts';
import { type Tongue, zoneLabel } from '../../web/time.ts';
import { legsOf } from '../../web/track.ts';
import { LIST_WORDS, type PageWords, SERVER_WORDS } from '../../web/words.ts';
import { markOf } from '../map-colours.ts';
import type { MapSettings } from '../map-settings.ts';
import { pickLanguage, wordsOf } from '../words/index.ts';
import { Json } from './layout.tsx';
import { GlyphSheet, Poster, type PosterFrame } from './poster.tsx';

const SERVER_ONLY = new Set<string>(SERVER_WORDS);
const SERVER_AND_LIST = new Set<string>([...SERVER_WORDS, ...LIST_WORDS]);

/** The events of a story as its pages tell them. */
export interface Told {
  /** In time order. */
  items: Item[];
  /** The latest of them, as far as a page holds them, with their evidence. */
  ordered: EventFeature[];
  main: ReadonlySet<string>;
  /** What lies behind the story: the first of them in time. */
  background: ReadonlySet<string>;
}

export function arrange(snapshot: Snapshot, onMap: Snapshot): Told {
  const features = new Map(snapshot.events.features.map((feature) => [feature.id, feature]));
  const items = onMap.events.features.map(toItem).sort(byTime);
  const ordered = items.slice(-MOST_INLINE).flatMap((item) => features.get(item.id) ?? []);
  return { items, ordered, main: mainEvents(items), background: backgroundOf(items) };
}

interface GraphicProps {
  snapshot: Snapshot;
  map: MapSettings;
  items: Item[];
  tongue: Tongue;
  /** The language of the names on the map. */
  names: string;
  frame: PosterFrame;
}

/** Map and timeline, with what the script needs to bring them to life. */
export function Graphic({ snapshot, map, items, tongue, names, frame }: GraphicProps) {
  const { words } = tongue;
  const track = legsOf(snapshot.events.track ?? [], items);
  const used = new Set<string>(CATEGORIES.filter((name) => items.some((item) => item.category === name)));
  return (
    <>
      <GlyphSheet used={used} />
      <section class="graphic" aria-label={`${words.map}, ${words.timeline}`}>
        <figure class="map" id="map">
          <Poster items={items} track={track} label={words.map} lang={tongue.lang} names={names} frame={frame} />
          <figcaption>
            {track.length > 0 && (
              <span class="track-key">
                <svg width="22" height="9" viewBox="0 0 22 9" aria-hidden="true" focusable="false">
                  <path class="track" d="M0 4.5H22" />
                  <path class="track-arrow" d="M8 1L15 4.5L8 8Z" />
                </svg>{' '}
                {wordsOf(pickLanguage(tongue.lang)).track}
              </span>
            )}
            Natural Earth, GeoNames
          </figcaption>
        </figure>
        <div class="timeline" id="timeline" />
      </section>
      <Json type="application/json" id="data" value={pageData(snapshot, map, items, tongue, names)} />
    </>
  );
}

/** The style sheet of the newsroom's colours, where it has any: after ours, before that of an embed's house. */
export function ColoursLink({ map, theme = 'auto' }: { map: MapSettings; theme?: 'auto' | 'light' | 'dark' }) {
  if (!map.colours) return null;
  const query = new URLSearchParams({ v: markOf(map.colours), ...(theme !== 'auto' && { theme }) });
  return <link rel="stylesheet" href={`/colours.css?${query}`} crossorigin="anonymous" />;
}

/** The list of the events, under their number. `lang` is that of the story; `zone` says in whose days and hours the times are. */
export function Events({ told, lang, tongue, zone }: { told: Told; lang: string; tongue: Tongue; zone?: boolean }) {
  const { items, ordered, main, background } = told;
  const behind = ordered.filter(({ id }) => background.has(id));
  const source = otherLanguage(lang, tongue);
  return (
    <section class="events" id="events" aria-labelledby="events-title">
      <h2 id="events-title">
        {countLabel(items.length, tongue)} {zone && <small>{zoneLabel(tongue)}</small>}
      </h2>
      <div id="tools">
        <Key told={told} tongue={tongue} />
      </div>
      <div id="list" class={main.size > 0 && main.size < items.length ? 'ranked' : undefined}>
        {behind.length > 0 && (
          <Background
            events={behind}
            main={main}
            source={source}
            tongue={tongue}
            years={yearsOf(items, background, tongue)}
          />
        )}
        <EventDays events={ordered.slice(behind.length)} main={main} source={source} tongue={tongue} />
      </div>
    </section>
  );
}

/** The language of a story, where that is not the reader's: it is said of what is quoted. */
function otherLanguage(lang: string, tongue: Tongue): string | undefined {
  return new Intl.Locale(lang).language === new Intl.Locale(tongue.lang).language ? undefined : lang;
}

/** The key to the shapes, in the room and the order of the filter that the script makes of it. */
function Key({ told: { items, main }, tongue: { lang, words } }: { told: Told; tongue: Tongue }) {
  const number = new Intl.NumberFormat(lang);
  const kinds = tally(items.map(({ category }) => category)).map(([category, count]) => ({
    category,
    status: 'reported',
    label: words.categories[category],
    count,
  }));
  const statuses = marked(items).map(([status, count]) => ({
    category: 'other',
    status,
    label: words.statuses[status],
    count,
  }));
  return (
    <>
      <div class="chips">
        {main.size > 0 && main.size < items.length && (
          <span class="chip only">
            {words.mainEvents} <small>{number.format(main.size)}</small>
          </span>
        )}
        {[...kinds, ...statuses].map(({ label, count, ...mark }) => (
          <span class="chip">
            <Glyph {...mark} /> {label} <small>{number.format(count)}</small>
          </span>
        ))}
      </div>
      <div class="fields" />
    </>
  );
}

function pageData(
  { story, version, events }: Snapshot,
  { style, colours, faults }: MapSettings,
  items: Item[],
  { lang, zone, city, words }: Tongue,
  mapLang: string,
): PageData {
  return {
    slug: story.slug,
    title: story.title,
    lang,
    ...(mapLang !== new Intl.Locale(lang).language && { mapLang }),
    zone,
    ...(city !== undefined && { city }),
    version,
    words: wordsFor(words, items),
    items: isWhole(items) ? packItems(items) : null,
    events: `/api/stories/${story.slug}/events.geojson`,
    ...(!isWhole(items) && {
      source: otherLanguage(story.lang, { lang, zone, words }),
      names: namesOf(items),
      stands: standsOf(events.features),
    }),
    basemap: { tiles: `/basemap/${basemapManifest.folder}`, maxZoom: basemapManifest.maxZoom },
    ...(style && { mapStyle: style }),
    ...(colours && { colours }),
    ...(events.track && { track: events.track }),
    ...(faults.length > 0 && { faults }),
  };
}

/** Whether the server writes the list as a whole. */
function isWhole(items: readonly Item[]): boolean {
  return items.length <= MOST_INLINE;
}

/** The words that the script of a page will need: of the names of categories, those that occur. */
function wordsFor(words: PageWords, items: readonly Item[]): PageWords {
  const without = isWhole(items) ? SERVER_AND_LIST : SERVER_ONLY;
  const used = new Set<string>(items.map(({ category }) => category));
  const categories = Object.fromEntries(Object.entries(words.categories).filter(([name]) => used.has(name)));
  const kept = Object.entries({ ...words, categories }).filter(([name]) => !without.has(name));
  return Object.fromEntries(kept) as unknown as PageWords;
}
