import type { EventFeature, Snapshot } from '../../types.ts';
import { safeUrl } from '../../web/event.tsx';

// A search engine reads a few; a page must not double in size for the rest.
const MOST_EVENTS = 6;

/** The story in schema.org terms: an article based on the reports, about dated and placed events. */
export function linkedData({ story, publishedAt, articles, events }: Snapshot, address: string) {
  const reports = articles.flatMap(({ url }) => safeUrl(url) ?? []);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: story.title,
    description: story.description,
    inLanguage: story.lang,
    url: address,
    dateModified: publishedAt,
    ...(reports.length > 0 && { isBasedOn: reports }),
    about: weightiest(events.features).map(({ id, geometry, properties }) => {
      const [from, to] = [properties.start?.slice(0, 10), properties.end?.slice(0, 10)];
      return {
        '@type': 'Event',
        '@id': `${address}#e=${id}`,
        name: properties.title,
        startDate: from,
        ...(to !== from && { endDate: to }),
        location: properties.place
          ? {
              '@type': 'Place',
              name: properties.place.label ?? properties.place.name,
              geo: geometry
                ? { '@type': 'GeoCoordinates', longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] }
                : undefined,
            }
          : undefined,
      };
    }),
  };
}

/** The main events, in their order. */
function weightiest(features: readonly EventFeature[]): EventFeature[] {
  const weight = ({ properties }: EventFeature) => properties.weight ?? 0;
  const first = new Set(features.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_EVENTS));
  return features.filter((feature) => first.has(feature));
}
