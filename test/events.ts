import type { Page } from 'playwright-core';
import { pickLanguage, wordsOf } from '../src/http/words/index.ts';
import type { EventFeature } from '../src/types.ts';
import type { PageData } from '../src/web/page-data.ts';

/** Has the page of a story take its events from the address of the events, as long stories do, and answers there. */
export async function serveEvents(page: Page, story: string, features: readonly EventFeature[]): Promise<void> {
  const body = JSON.stringify({ type: 'FeatureCollection', features });
  await page.route(`**/api/stories/${story.split('/').at(-1)}/events.geojson`, (route) =>
    route.fulfill({ body, contentType: 'application/geo+json' }),
  );
  await page.route(`**${story}`, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const data = /(?<open><script type="application\/json" id="data">)(?<json>.*?)(?=<\/script>)/s;
    await route.fulfill({
      response: answer,
      body: text.replace(data, (_, open: string, json: string) => open + JSON.stringify(asLong(JSON.parse(json)))),
    });
  });
}

/** The data of a page whose list the script draws, with the words for that. */
function asLong(data: PageData): PageData {
  return { ...data, words: { ...wordsOf(pickLanguage(data.lang)), ...data.words }, items: null };
}

/** The same events at every run: ten places (two hundred where they are many), half of them in twenty days, half over nine years. */
export function makeEvents(count: number): EventFeature[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const DAY = 86_400_000;
  const places = count > 20_000 ? 200 : 10;
  const kinds = ['conflict', 'politics', 'disaster', 'health'] as const;
  return Array.from({ length: count }, (_, index): EventFeature => {
    const time =
      index % 2 ? Date.UTC(2024, 10, 15) + random() * 20 * DAY : Date.UTC(2016, 0, 1) + random() * 3200 * DAY;
    const day = new Date(time).toISOString().slice(0, 10);
    const place = Math.floor(random() * places);
    return {
      type: 'Feature',
      id: `e${index}`,
      geometry: {
        type: 'Point',
        coordinates: [
          36 + (place % 10) / 5 + Math.floor(place / 10) / 50,
          35 + (place % 4) / 3 + Math.floor(place / 10) / 70,
        ],
      },
      when: { timespans: [{ start: { in: day } }], label: day },
      properties: {
        title: `Event ${index} at place ${place}`,
        status: 'reported',
        category: kinds[index % 4] ?? 'other',
        edtf: day,
        start: `${day}T00:00:00Z`,
        end: `${day}T23:59:59Z`,
        inferred: false,
        place: { name: `Place ${place}`, country: 'SY', feature: 'PPL' },
        outlets: 1,
        texts: 1,
        reports: [
          {
            article: 'a',
            source: 'Wire',
            published: `${day}T12:00:00Z`,
            quote: `What happened as event ${index}.`,
            status: 'reported',
          },
        ],
      },
    };
  });
}
