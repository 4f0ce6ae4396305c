import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { writeSnapshot } from '../../src/store/snapshots.ts';
import type { EventFeature, Snapshot } from '../../src/types.ts';
import { desk, reader, tellStory } from './desk.ts';
import { faulty } from './faulty.ts';

/** Strings that break out of markup, scripts, attributes, or the direction of the text. */
const NAUGHTY = [
  '<script>window.pwned = 1</script>',
  '</script><script>window.pwned = 1</script>',
  '</title><img src=x onerror="window.pwned = 1">',
  '" onmouseover="window.pwned = 1',
  "' autofocus onfocus='window.pwned = 1",
  '<!-- --!> <![CDATA[ ]]>',
  '&lt;b&gt; &amp; &#x3C;script&#x3E;',
  '{{constructor.constructor("window.pwned = 1")()}}',
  '\u202Egnp.exe\u202C \u2066isolate\u2069',
  '\u2028line\u2029paragraph\u0000nul\uFFFE',
  '表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀',
  'مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ',
  '👩‍👩‍👧‍👦 Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '__proto__',
  'javascript:window.pwned=1',
  'a'.repeat(3000),
];

function snapshotOf(slug: string, texts: string[], over: Partial<Snapshot['story']> = {}): Snapshot {
  return {
    story: { slug, title: texts[0] ?? 'Quiet', description: texts[1], lang: 'en', timeZone: 'Asia/Damascus', ...over },
    version: 1,
    publishedAt: '2024-12-01T10:00:00Z',
    articles: texts.map((text, index) => ({ id: `a${index}`, source: text, title: text, url: text })),
    events: { type: 'FeatureCollection', features: texts.map(featureOf) },
  };
}

function featureOf(text: string, index: number): EventFeature {
  return {
    type: 'Feature',
    id: `e${index}`,
    geometry: { type: 'Point', coordinates: [37 + index / 10, 36] },
    when: { timespans: [{ start: { in: '2024-11-30' } }], label: text },
    properties: {
      title: text,
      summary: text,
      status: 'disputed',
      category: 'conflict',
      edtf: index % 2 ? text : '2024-11-30',
      start: '2024-11-30T00:00:00+03:00',
      end: '2024-11-30T23:59:59+03:00',
      inferred: index % 3 === 0,
      place: { name: text, country: text, feature: 'PPL' },
      attribution: text,
      deniedBy: text,
      outlets: 1,
      texts: 1,
      reports: [
        {
          article: `a${index}`,
          source: text,
          url: text,
          published: '2024-11-30T12:00:00Z',
          quote: text,
          status: 'claimed',
          attribution: text,
          dated: { text, rule: 'weekday' },
          figures: [{ kind: 'killed', text, min: 1, max: null }],
        },
      ],
    },
  };
}

async function pageOf(path: string) {
  const answer = await reader(`GET ${path}`);
  return { answer, text: await answer.text() };
}

/** Elements and attributes as a parser sees them. */
async function parse(text: string) {
  const seen = { handlers: [] as string[], scripts: [] as string[], hrefs: [] as string[], texts: '' };
  const rewriter = new HTMLRewriter()
    .on('*', {
      element(element) {
        for (const [name = ''] of element.attributes) if (name.startsWith('on')) seen.handlers.push(name);
        const href = element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('cite');
        if (href) seen.hrefs.push(href);
        if (element.tagName === 'script') seen.scripts.push(element.getAttribute('type') ?? '');
      },
    })
    .on('h4', {
      text(chunk) {
        seen.texts += chunk.text;
      },
    });
  await rewriter.transform(new Response(text, { headers: { 'Content-Type': 'text/html' } })).text();
  return seen;
}

describe('hostile text', () => {
  test.each([
    '/s/naughty',
    '/embed/naughty',
    '/s/naughty?lang=ar',
    '/',
  ])('%s shows it and runs none of it', async (path) => {
    await writeSnapshot(env.DB, snapshotOf('naughty', NAUGHTY));
    const { answer, text } = await pageOf(path);
    expect(answer.status).toBe(200);
    const { handlers, scripts, hrefs } = await parse(text);
    expect(handlers).toEqual([]);
    expect(scripts.filter((type) => !['module', 'application/json', 'application/ld+json'].includes(type))).toEqual([]);
    expect(hrefs.filter((href) => /^\s*(?:javascript|data|vbscript):/i.test(href))).toEqual([]);
  });

  test('arrives whole', async () => {
    await writeSnapshot(env.DB, snapshotOf('naughty', NAUGHTY));
    const { text } = await pageOf('/s/naughty');
    const { texts } = await parse(text);
    for (const naughty of NAUGHTY.slice(0, 1))
      expect(texts).toContain(naughty.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    for (const match of text.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>(?<json>.*?)<\/script>/gs))
      expect(() => JSON.parse(match.groups?.json ?? '')).not.toThrow();
  });
});

describe('odd stories', () => {
  test('without events have a page that says so, and no script', async () => {
    await writeSnapshot(env.DB, snapshotOf('empty', []));
    const { answer, text } = await pageOf('/s/empty');
    expect(answer.status).toBe(200);
    expect(text).toContain('Nothing has been published for this story yet.');
    expect((await parse(text)).scripts).not.toContain('module');
  });

  test('with thousands of events stay one page of bounded size', async () => {
    const texts = Array.from({ length: 3000 }, (_, index) => `Event ${index}`);
    await writeSnapshot(env.DB, { ...snapshotOf('long', texts), articles: [] });
    const { text } = await pageOf('/s/long');
    expect(text.match(/<li id="e=/g)).toHaveLength(250);
    expect(text).toContain('3,000 events');
    expect(text.length).toBeLessThan(400_000);
  });

  test('are listed with the days of where things happened, whatever zone the story counts in', async () => {
    const snapshot = snapshotOf('far-west', ['Far west'], { timeZone: 'America/Jamaica' });
    await writeSnapshot(env.DB, snapshot);
    const index = (await pageOf('/')).text;
    expect(index).toMatch(/<meta name="description" content="[^"]*Far west/);
    const item = index.slice(index.indexOf('/s/far-west'));
    expect(item.slice(0, item.indexOf('</li>'))).toContain('30 November 2024');
    expect(item.slice(0, item.indexOf('</li>'))).not.toContain('29');
  });

  test('in a language of their own are read in it, in the words that the reader asks for', async () => {
    await writeSnapshot(env.DB, snapshotOf('arabic', ['معركة'], { lang: 'ar' }));
    expect((await pageOf('/s/arabic')).text).toMatch(/<html lang="ar" dir="rtl"/);
    expect((await pageOf('/s/arabic?lang=de')).text).toMatch(/<html lang="de" dir="ltr"/);
    expect((await pageOf('/s/arabic?lang=xx')).text).toMatch(/<html lang="ar" dir="rtl"/);
  });

  test('have their places named on the map in the language of the reader, as far as they are known in it', async () => {
    const snapshot = snapshotOf('local-names', ['Aleppo', 'Nowhere-on-Quweiq', 'Syria', 'Maarat al-Numan']);
    const [aleppo, other, country, small] = snapshot.events.features;
    // Too small for the drawing itself, and spelt otherwise in its data.
    if (small) small.geometry = { type: 'Point', coordinates: [36.68, 35.65] };
    if (country) {
      country.geometry = { type: 'Point', coordinates: [37.9, 35.6] };
      country.properties.place = { name: 'Syria', country: 'SY', feature: 'PCLI' };
    }
    if (aleppo && other) {
      aleppo.geometry = { type: 'Point', coordinates: [37.16, 36.2] };
      other.geometry = { type: 'Point', coordinates: [38.4, 35.1] };
    }
    await writeSnapshot(env.DB, snapshot);
    // A name may be there for several sizes of the map.
    const namesOn = (text: string) => {
      const found = text.matchAll(/class="(?:spot-name|whole)[^"]*"[^>]*>(?<name>[^<]+)/g);
      return [...new Set([...found].map((m) => m.groups?.name))];
    };
    expect(namesOn((await pageOf('/s/local-names')).text).sort()).toEqual([
      'Aleppo',
      'Maarat al-Numan',
      'Nowhere-on-Quweiq',
      'Syria',
    ]);
    expect(namesOn((await pageOf('/s/local-names?lang=ar')).text).sort()).toEqual([
      'Nowhere-on-Quweiq',
      'حلب',
      'سوريا',
      'معرة النعمان',
    ]);
    expect(namesOn((await pageOf('/s/local-names?lang=fr')).text).sort()).toEqual([
      'Alep',
      'Maarat al-Numan',
      'Nowhere-on-Quweiq',
      'Syrie',
    ]);
  });

  test('name a place alike on the map, in the list and for search engines, with the comma of the language', async () => {
    const snapshot = snapshotOf('one-name', ['Aleppo', 'Nowhere-on-Quweiq', 'Turkey', 'Idlib', 'Black Sea']);
    const places: [at: [number, number], country: string, feature: string, near?: boolean][] = [
      [[37.16, 36.2], 'SY', 'PPLA', true],
      [[38.4, 35.1], 'SY', 'PPL'],
      [[35, 39], 'TR', 'PCLI'],
      [[36.4, 35.8], 'SY', 'ADM1'],
      [[34, 43], '', 'SEA'],
    ];
    for (const [index, { id, properties, ...feature }] of snapshot.events.features.entries()) {
      const [coordinates, country, code, near] = places[index] ?? [];
      if (!coordinates) continue;
      const place = { name: properties.title, country: country ?? '', feature: code ?? '', near };
      const geometry = { type: 'Point' as const, coordinates };
      snapshot.events.features[index] = { ...feature, id, geometry, properties: { ...properties, place } };
    }
    await writeSnapshot(env.DB, snapshot);
    const listed = async (lang: string) => {
      const { text } = await pageOf(`/s/one-name?lang=${lang}`);
      return [...text.matchAll(/<span class="place">(?<name>[^<]*)/g)].map((match) => match.groups?.name);
    };
    expect(await listed('en')).toEqual([
      'near Aleppo, Syria',
      'Nowhere-on-Quweiq, Syria',
      'Turkey',
      'Idlib, Syria',
      'Black Sea',
    ]);
    expect(await listed('ar')).toEqual([
      'قرب حلب، سوريا',
      'Nowhere-on-Quweiq، سوريا',
      'تركيا',
      'إدلب، سوريا',
      'البحر الأسود',
    ]);
    expect(await listed('de')).toEqual([
      'bei Aleppo, Syrien',
      'Nowhere-on-Quweiq, Syrien',
      'Türkei',
      'Idlib, Syrien',
      'Schwarzes Meer',
    ]);
    const { text } = await pageOf('/s/one-name?lang=ar');
    expect(text).toContain('"@type":"Place","name":"حلب"');
    // What is quoted is in the language of the story, and all around it in that of the reader.
    expect(text).toContain('<bdi lang="en">Nowhere-on-Quweiq</bdi>');
    expect(text).not.toMatch(/<div id="list"[^>]*lang=/);
    expect((await pageOf('/s/one-name')).text).not.toContain('<bdi lang=');
  });

  test('that do not exist are a page, 404, without script', async () => {
    for (const path of ['/s/none', '/embed/none']) {
      const { answer, text } = await pageOf(path);
      expect(answer.status).toBe(404);
      expect(text).toContain('There is no such page');
      expect((await parse(text)).scripts).toEqual([]);
    }
  });

  test('that were deleted are gone: a page, 410, until there is one of that name again', async () => {
    await tellStory('withdrawn', [], { publish: true });
    await desk('DELETE /api/stories/withdrawn');
    for (const path of ['/s/withdrawn', '/embed/withdrawn', '/s/withdrawn/embed']) {
      const { answer, text } = await pageOf(path);
      expect(answer.status, path).toBe(410);
      expect(answer.headers.get('Cache-Tag')).toBe('story-withdrawn');
      expect(text).toContain('This story has been taken down');
    }
    expect((await pageOf('/s/withdrawn?lang=de')).text).toContain('Diese Geschichte wurde zurückgezogen');
    await tellStory('withdrawn', [], { publish: true });
    expect((await pageOf('/s/withdrawn')).answer.status).toBe(200);
  });

  test('that cannot be had now are a page for a browser that no cache keeps, and a problem for a program', async () => {
    const { db } = faulty(env.DB, () => 'before');
    for (const path of ['/s/quiet', '/embed/quiet?layout=map', '/']) {
      const page = await reader(`GET ${path}`, { db, headers: { Accept: 'text/html,*/*' } });
      const text = await page.text();
      expect([page.status, page.headers.get('Cache-Control')], path).toEqual([503, 'no-store']);
      expect(page.headers.get('Retry-After')).toBe('2');
      expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(text).toContain('This page cannot be shown right now');
      expect(text).toContain(`href="${path}"`);
      expect((await parse(text)).scripts).toEqual([]);
    }
    const answer = await reader('GET /s/quiet', { db });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'application/problem+json']);
    const api = await reader('GET /api/stories', { db, headers: { Accept: 'text/html' } });
    expect(api.headers.get('Content-Type')).toBe('application/problem+json');
  });
});
