import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { writeSnapshot } from '../../src/store/snapshots.ts';
import type { EventCollection, EventFeature, Snapshot } from '../../src/types.ts';
import type { PageData } from '../../src/web/page-data.ts';
import { reader } from './desk.ts';

type Place = NonNullable<EventFeature['properties']['place']>;
type At = [lng: number, lat: number];

const LEBANON: [Place, At] = [{ name: 'Lebanon', country: 'LB', feature: 'PCLI', geonameid: 272103 }, [35.88, 33.92]];
const SYRIA: [Place, At] = [{ name: 'Syria', country: 'SY', feature: 'PCLI', geonameid: 163843 }, [38.51, 35.01]];
const BEIRUT: At = [35.5, 33.89];

/** A published story of one event at each place, or of so many. */
async function publish(slug: string, places: readonly [Place, At][], events = places.length, lang = 'en') {
  const articles = [{ id: 'a', source: 'Wire', title: slug, url: 'https://wire.example/a' }];
  const features = Array.from({ length: events }, (_, index): EventFeature => {
    const [place = null, at = null] = places[index % places.length] ?? [];
    return {
      type: 'Feature',
      id: `e${index}`,
      geometry: at && { type: 'Point', coordinates: at },
      when: { timespans: [{ start: { in: '2024-11-30' } }], label: '' },
      properties: {
        title: `Event ${index}`,
        status: 'reported',
        category: 'conflict',
        edtf: '2024-11-30',
        start: '2024-11-30T00:00:00+02:00',
        end: '2024-11-30T23:59:59+02:00',
        inferred: false,
        place,
        outlets: 1,
        texts: 1,
        reports: [{ article: 'a', source: 'Wire', quote: 'It happened.', status: 'reported' }],
      },
    };
  });
  const snapshot: Snapshot = {
    story: { slug, title: slug, lang, timeZone: 'Asia/Beirut' },
    version: 1,
    publishedAt: '2024-12-01T10:00:00Z',
    articles,
    events: { type: 'FeatureCollection', features },
  };
  await writeSnapshot(env.DB, snapshot);
}

async function pageOf(path: string): Promise<{ data: PageData; text: string }> {
  const text = await (await reader(`GET ${path}`)).text();
  const json = text.match(/<script type="application\/json" id="data">(?<json>.*?)<\/script>/s)?.groups?.json;
  return { data: JSON.parse(json ?? 'null'), text };
}

function away([lng1, lat1]: At, [lng2, lat2]: At): number {
  return Math.hypot((lng1 - lng2) * Math.cos((lat1 * Math.PI) / 180), lat1 - lat2);
}

describe('on a page in another language, a place of a story is called as maps in it call it:', () => {
  const point: At = [0, 0];
  const places: [Place['name'], Place['feature'], string, At, number | undefined, Record<string, string>][] = [
    ['Gulf of Mexico', 'GULF', '', point, undefined, { de: 'Golf von Mexiko', fr: 'Golfe du Mexique' }],
    ['Caribbean', 'RGN', '', point, undefined, { de: 'Karibik', ar: 'الكاريبي', es: 'Caribe' }],
    ['Danube', 'STM', '', point, undefined, { de: 'Donau', fr: 'Danube' }],
    ['Jordan River', 'STM', '', point, undefined, { de: 'Jordan', ar: 'نهر الأردن' }],
    ['Rocky Mountains', 'MTS', '', point, undefined, { fr: 'Montagnes Rocheuses' }],
    ['Gobi', 'DSRT', '', point, undefined, { es: 'Desierto de Gobi' }],
    ['Mount Etna', 'VLC', 'IT', [15, 37.76], undefined, { de: 'Ätna' }],
    ['Bavaria', 'ADM1', 'DE', [11.4, 48.9], 2951839, { de: 'Bayern', es: 'Baviera' }],
    ['Texas', 'ADM1', 'US', [-99, 31], 4736286, { ar: 'تكساس', de: 'Texas' }],
    ['Lebanon', 'PCLI', 'LB', LEBANON[1], 272103, { fr: 'Liban' }],
    // A town is not the region, the sea or the river that it shares its name with.
    ['Caribbean', 'PPL', 'US', point, undefined, { de: 'Caribbean' }],
    ['Danube', 'PPL', 'US', point, undefined, { de: 'Danube' }],
    ['Java', 'ISL', 'ID', point, undefined, { de: 'Java' }],
  ];
  test.each(places)('%s (%s %s)', async (name, feature, country, at, geonameid, names) => {
    const slug = `called-${name}-${feature}`.toLowerCase().replaceAll(' ', '-');
    await publish(slug, [[{ name, feature, country, ...(geonameid && { geonameid }) }, at]]);
    for (const [lang, expected] of Object.entries(names)) {
      const place = (await pageOf(`/s/${slug}?lang=${lang}`)).data.items?.places[0]?.place;
      expect([lang, place?.label ?? place?.name]).toEqual([lang, expected]);
    }
  });
});

describe('names on the map follow the language asked for', () => {
  const HAMA: [Place, At] = [{ name: 'Hama', country: 'SY', feature: 'PPLA', geonameid: 170017 }, [36.75, 35.13]];
  test.each([
    ['ru', 'Хама', 'Ливан'],
    ['uk', 'Hama', 'Ліван'],
    ['fa', 'Hama', 'لبنان'],
    ['el', 'Hama', 'Λίβανος'],
  ])('in %s, which the interface does not speak', async (lang, hama, lebanon) => {
    await publish(`names-${lang}`, [HAMA, LEBANON]);
    for (const path of [`/s/names-${lang}`, `/embed/names-${lang}`]) {
      const { data, text } = await pageOf(`${path}?lang=${lang}`);
      expect(text).toContain('<html lang="en"');
      expect([data.lang, data.mapLang]).toEqual(['en', lang]);
      const names = data.items?.places.map(({ place }) => place?.label ?? place?.name);
      expect(names?.toSorted()).toEqual([hama, lebanon].sort());
      const [drawing = ''] = text.match(/<div class="poster".*?<figcaption>/s) ?? [];
      expect(drawing).toContain(`lang="${lang}"`);
      expect(drawing).toContain(`>${hama}<`);
      // The list is in the language of the page.
      const list = text.slice(text.indexOf('id="list"'));
      expect(list).toContain('Hama, Syria');
      expect(list).not.toContain(lebanon);
    }
  });

  test('as far as it is one, else that of the story', async () => {
    await publish('names-plain', [HAMA]);
    for (const lang of ['de', 'de-AT', 'ar-EG', 'en', 'qqq', 'x-y', '%3Cb%3E'])
      expect([lang, (await pageOf(`/s/names-plain?lang=${lang}`)).data.mapLang]).toEqual([lang, undefined]);
    expect((await pageOf('/s/names-plain?lang=uk-UA')).data.mapLang).toBe('uk');
    await publish('names-own', [HAMA], 1, 'ru');
    expect((await pageOf('/s/names-own')).data.mapLang).toBe('ru');
    expect((await pageOf('/s/names-own?lang=de')).data.mapLang).toBeUndefined();
  });
});

describe('the mark of a country whose middle is near its capital', () => {
  test.each([
    '/s/stands-near',
    '/embed/stands-near',
  ])('stands clear of that on %s, and where it is in events.geojson', async (path) => {
    await publish('stands-near', [LEBANON, SYRIA]);
    const { data } = await pageOf(path);
    const at = (name: string) => data.items?.places.find(({ place }) => place?.name === name)?.at;
    expect(away(at('Lebanon') ?? BEIRUT, BEIRUT)).toBeGreaterThan(away(LEBANON[1], BEIRUT) + 0.05);
    expect(at('Syria')).toEqual(SYRIA[1]);
    const { features } = await (await reader('GET /api/stories/stands-near/events.geojson')).json<EventCollection>();
    expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([LEBANON[1], SYRIA[1]]);
    expect(features[0]?.properties.place).toEqual(LEBANON[0]);
  });

  test('stands there where the script fetches the events, too', async () => {
    await publish('stands-short', [LEBANON]);
    await publish('stands-long', [LEBANON, SYRIA], 300);
    const [short, long] = [await pageOf('/s/stands-short'), await pageOf('/s/stands-long')];
    expect(long.data.items).toBeNull();
    expect(Object.values(long.data.stands ?? {})).toEqual([short.data.items?.places[0]?.at]);
  });

  test('is left alone near such a country', async () => {
    await publish('stands-beside', [[{ ...LEBANON[0], near: true }, LEBANON[1]]]);
    expect((await pageOf('/s/stands-beside')).data.items?.places[0]?.at).toEqual(LEBANON[1]);
  });
});
