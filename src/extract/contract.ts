import type { Extraction } from '../types.ts';

/** The extraction in the shape that the contract promises: flat, without the working of the extractor. */
export function toContract({ times, places, reports }: Extraction) {
  return {
    times: times.map(({ start, end, text, type, value, mod, from, to, rule }) => ({
      start,
      end,
      text,
      type,
      value,
      ...(mod && { mod }),
      from,
      to,
      rule,
    })),
    places: places.flatMap(({ start, end, text, name, place }) => [
      {
        start,
        end,
        text,
        name: place?.name ?? name,
        ...(place && { lat: place.lat, lon: place.lng }),
        ...(place?.geonameId && { geonameid: place.geonameId }),
        country: place?.countryCode ?? '',
        feature: place?.featureCode ?? '',
      },
    ]),
    reports: reports.map(({ quote, start, end, title, edtf, inferred, status, attribution, place }) => ({
      quote,
      start,
      end,
      title,
      edtf,
      inferred,
      status,
      ...(attribution && { attribution }),
      ...(place && { place: place.name }),
    })),
  };
}
