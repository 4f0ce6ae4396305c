import type { Article, EventCollection, EventFeature, NewsEvent, Report, Story } from '../types.ts';
import { trackOf } from './track.ts';
import { toWhen } from './when.ts';

type Source = Pick<Article, 'id' | 'source' | 'url' | 'published'>;

/** The events of a story that readers get, as an RFC 7946 FeatureCollection: those that no editor has hidden. */
export function toCollection(
  story: Pick<Story, 'lang' | 'track'>,
  articles: readonly Source[],
  events: readonly NewsEvent[],
): EventCollection {
  const sources = new Map(articles.map((article) => [article.id, article]));
  const features = events.filter(({ hidden }) => !hidden).map((event) => toFeature(event, sources, story.lang));
  return { type: 'FeatureCollection', ...(story.track && { track: trackOf(features) }), features };
}

/** One event as a Feature. Coordinates are longitude, latitude; without a place the geometry is null. */
export function toFeature(event: NewsEvent, sources: ReadonlyMap<string, Source>, lang: string): EventFeature {
  const { place } = event;
  return {
    type: 'Feature',
    id: event.id,
    geometry: place && { type: 'Point', coordinates: [place.lng, place.lat] },
    when: toWhen(event, lang),
    properties: {
      title: event.title,
      ...(event.summary && { summary: event.summary }),
      status: event.status,
      category: event.category,
      edtf: event.edtf,
      start: event.start,
      end: event.end,
      inferred: event.inferred,
      place: place && {
        name: place.name,
        ...(place.geonameId !== undefined && { geonameid: place.geonameId }),
        country: place.countryCode,
        feature: place.featureCode,
        ...(event.near && { near: true }),
      },
      ...(event.attribution && { attribution: event.attribution }),
      ...(event.deniedBy && { deniedBy: event.deniedBy }),
      outlets: event.outlets,
      texts: event.texts,
      ...(event.weight !== undefined && { weight: event.weight }),
      ...(event.corrected?.length && { corrected: event.corrected }),
      reports: event.reports.map((report) => toEvidence(report, sources.get(report.article))),
    },
  };
}

function toEvidence(report: Report, article: Source | undefined): EventFeature['properties']['reports'][number] {
  return {
    article: report.article,
    source: article?.source ?? '',
    ...(article?.url && { url: article.url }),
    ...(article?.published && { published: article.published }),
    quote: report.quote,
    status: report.status,
    ...(report.attribution && { attribution: report.attribution }),
    ...(report.timex && { dated: { text: report.timex.text, rule: report.timex.rule } }),
    ...(report.figures.length > 0 && {
      figures: report.figures.map(({ kind, text, min, max }) => ({ kind, text, min, max })),
    }),
  };
}
