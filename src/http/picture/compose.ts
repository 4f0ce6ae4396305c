import type { EventFeature, Snapshot } from '../../types.ts';
import { countLabel, placeLabel } from '../../web/event.tsx';
import { byTime, type Item, toItem } from '../../web/item.ts';
import type { MapColours } from '../../web/themes.ts';
import { dateLabel, type Grain, spanLabel, type Tongue } from '../../web/time.ts';
import { legsOf } from '../../web/track.ts';
import { usualPieces } from '../../web/visible.ts';
import { fill, plural } from '../../web/words.ts';
import { nameLocally } from '../local-names.ts';
import { standClear } from '../map-stands.ts';
import { type Language, wordsOf } from '../words/index.ts';
import { itemsOf, type PictureChoice, type PictureStory } from './choice.ts';
import type { Picture } from './draw.ts';
import { paletteOf } from './palette.ts';

/** What pictures need of a published story. */
export function storyOf({ story, events }: Snapshot): PictureStory {
  return { lang: story.lang, timeZone: story.timeZone, items: events.features.map(toItem).sort(byTime) };
}

/** The words and events of a picture. */
export function composePicture(
  choice: PictureChoice,
  story: PictureStory,
  given: Snapshot,
  colours: MapColours | null,
): Picture {
  const { size, theme, plain, lang } = choice;
  const words = wordsOf(lang);
  const tongue: Tongue = { lang, zone: story.timeZone, words };
  const snapshot = nameLocally(standClear(given), lang);
  const items = itemsOf(choice, snapshot === given ? story : storyOf(snapshot));
  const event = items.find(({ id }) => id === choice.event) ?? null;
  const feature = event && snapshot.events.features.find(({ id }) => id === event.id);
  const ids = new Set(items.map(({ id }) => id));
  const track = legsOf(snapshot.events.track ?? [], story.items).filter(
    ({ from, to }) => ids.has(from.id) && ids.has(to.id),
  );
  const common = { size, plain, palette: paletteOf(theme, colours), lang, items, event, track, trackKey: words.track };
  if (event && feature) {
    return {
      ...common,
      date: whenOf(event, tongue),
      headline: event.title,
      notes: [
        ...doubts(feature, tongue),
        [placeOf(feature, tongue)],
        outletWays(event.sources, lang),
        [snapshot.story.title],
      ],
    };
  }
  return {
    ...common,
    date: datesOf(items, tongue),
    headline: snapshot.story.title,
    notes: [
      [countLabel(items.length, tongue)],
      outletWays([...new Set(items.flatMap(({ sources }) => sources))], lang),
    ],
  };
}

function whenOf({ edtf, inferred }: Item, tongue: Tongue): string {
  const label = dateLabel(edtf, tongue);
  const date = inferred ? fill(tongue.words.between, { date: label }) : label;
  return date.charAt(0).toLocaleUpperCase(tongue.lang) + date.slice(1);
}

function placeOf({ properties: { place } }: EventFeature, tongue: Tongue): string {
  return place ? placeLabel(place, tongue) : tongue.words.noPlace;
}

/** What a picture must not leave out: that it is a claim and whose, that somebody denies it, that it lies ahead. */
function doubts({ properties: { status, attribution, deniedBy } }: EventFeature, { words }: Tongue): string[][] {
  if (status === 'reported' && !attribution && !deniedBy) return [];
  const parts = [
    status !== 'reported' && (words.statuses[status] ?? status),
    attribution && fill(words.saidBy, { name: attribution }),
    deniedBy && fill(words.deniedBy, { name: deniedBy }),
  ].filter((part) => typeof part === 'string');
  return [[parts.join(' · '), ...parts]];
}

/** The days of the part of the timeline in which most of the events lie: what led up to them years before is no news. */
function datesOf(items: readonly Item[], tongue: Tongue): string {
  const pieces = usualPieces(items);
  const size = ({ first, last }: { first: number; last: number }) =>
    items.filter((item) => (item.start ?? item.end ?? Number.NaN) >= first && (item.start ?? item.end ?? 0) <= last)
      .length;
  const [piece] = pieces.toSorted((a, b) => size(b) - size(a) || b.last - a.last);
  if (items.length === 0 || !piece) return '';
  return spanLabel(piece.first, piece.last, tongue, 'long', grainOf(piece.last - piece.first));
}

const DAY = 86_400_000;

function grainOf(length: number): Grain {
  return length > 4 * 365 * DAY ? 'year' : length > 150 * DAY ? 'month' : 'day';
}

/** No picture has room for more names. */
const MOST_OUTLETS = 8;

/** The outlets: all of them, the first and how many more, or how many they are. */
function outletWays(names: readonly string[], lang: Language): string[] {
  const known = names.filter((name) => name !== '');
  const words = wordsOf(lang);
  // As in dates, English without a country is that of most countries: no comma before the last "and".
  const list = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang);
  const ways = known.slice(0, MOST_OUTLETS).map((_, index, first) => {
    const shown = known.slice(0, first.length - index);
    const left = known.length - shown.length;
    return list.format(left === 0 ? shown : [...shown, plural(words.otherOutlets, left, lang)]);
  });
  return known.length > 1 ? [...ways, plural(words.outlets, known.length, lang)] : ways;
}
