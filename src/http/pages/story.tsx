import type { Snapshot } from '../../types.ts';
import { countLabel, momentOf, Outlink } from '../../web/event.tsx';
import { momentLabel, type Tongue } from '../../web/time.ts';
import { fill, plural } from '../../web/words.ts';
import { feedsOf } from '../feeds.ts';
import { tellIn, zoneCity } from '../local-names.ts';
import type { MapSettings } from '../map-settings.ts';
import { discoveryOf } from '../oembed.ts';
import { pictureOf } from '../picture/address.ts';
import { embedWordsOf } from '../words/embed.ts';
import { type Language, wordsOf } from '../words/index.ts';
import { arrange, ColoursLink, Events, Graphic } from './graphic.tsx';
import { linkedData } from './jsonld.ts';
import { HeadlineFont, Json, Layout, Masthead } from './layout.tsx';
import { POSTER_FRAMES } from './poster.tsx';

export interface StoryProps {
  snapshot: Snapshot;
  lang: Language;
  /** In which numbers and dates are written. */
  locale: string;
  /** The language of the names on the map: the interface may not speak it. */
  names: string;
  /** Scheme and host that readers use, without a slash at the end. */
  origin: string;
  /** How the newsroom has its maps. */
  map: MapSettings;
}

/** The story page: headline, map, timeline and list; all of its text is there without script. */
export function StoryPage({ snapshot: given, lang, locale, names, origin, map }: StoryProps) {
  const { snapshot, onMap } = tellIn(given, lang, names);
  const { story, articles } = snapshot;
  const words = wordsOf(lang);
  const tongue: Tongue = { lang: locale, zone: story.timeZone, city: zoneCity(story.timeZone, lang), words };
  const told = arrange(snapshot, onMap);
  const { items } = told;
  const sources = [...new Set(articles.map((article) => article.source))];
  const address = `${origin}/s/${story.slug}`;
  return (
    <Layout
      title={story.title}
      description={story.description ?? countLabel(items.length, tongue)}
      lang={lang}
      words={words}
      style="src/web/page.css"
      script={items.length > 0 ? 'src/web/main.ts' : undefined}
      bodyClass={items.length > 0 ? 'story' : 'story bare'}
      head={<StoryHead snapshot={snapshot} given={given} address={address} origin={origin} map={map} />}
    >
      {items.length > 0 && (
        <a class="skip" href="#events">
          {words.skip}
        </a>
      )}
      <Masthead lang={lang} words={words} />
      <main>
        {items.length > 0 && (
          <Graphic snapshot={onMap} map={map} items={items} tongue={tongue} names={names} frame={POSTER_FRAMES.story} />
        )}
        <div class="sheet">
          {items.length > 0 && (
            <button
              type="button"
              class="handle"
              id="handle"
              aria-label={words.showList}
              aria-controls="events"
              data-map={words.showMap}
            />
          )}
          <header class="head" lang={story.lang}>
            <h1>
              <bdi>{story.title}</bdi>
            </h1>
            {story.description && (
              <p class="standfirst">
                <bdi>{story.description}</bdi>
              </p>
            )}
            <p class="byline" lang={lang}>
              {sources.length > 0 && (
                <span>{fill(words.from, { names: new Intl.ListFormat(lang).format(sources) })}</span>
              )}
              <span>
                {fill(words.updated, { date: momentLabel(Date.parse(snapshot.publishedAt), tongue, 'short') })}
              </span>
            </p>
          </header>
          {items.length > 0 ? (
            <Events told={told} lang={story.lang} tongue={tongue} zone />
          ) : (
            <p class="empty">{words.noEvents}</p>
          )}
        </div>
      </main>
      <footer class="foot">
        <p>{words.method}</p>
        {articles.length > 0 && (
          <>
            <h2>{plural(words.outlets, sources.length, locale)}</h2>
            <ul class="articles" lang={story.lang}>
              {articles.map(({ source, title, url, published }) => (
                <li>
                  <Outlink url={url} text={title ?? source} /> {title && <span>{source}</span>}{' '}
                  {published && <time datetime={published}>{momentOf(published, tongue)}</time>}
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          {words.data}: <a href={`/api/stories/${story.slug}/events.geojson`}>GeoJSON</a> ·{' '}
          <a href={`/s/${story.slug}/embed`}>{embedWordsOf(lang).title}</a>
        </p>
        <p class="printed">{address}</p>
      </footer>
    </Layout>
  );
}

interface StoryHeadProps extends Omit<StoryProps, 'lang' | 'locale' | 'names'> {
  /** The story as its newsroom has it: the picture is one for all readers. */
  given: Snapshot;
  address: string;
}

function StoryHead({ snapshot, given, address, origin, map }: StoryHeadProps) {
  const { story } = snapshot;
  const picture = pictureOf(origin, given, { colours: map.colours });
  return (
    <>
      <ColoursLink map={map} />
      <HeadlineFont />
      <link rel="canonical" href={address} />
      <link
        rel="alternate"
        type="application/geo+json"
        href={`/api/stories/${story.slug}/events.geojson`}
        title={story.title}
      />
      {[...discoveryOf(origin, story), ...feedsOf(origin, story.slug)].map((link) => (
        <link rel="alternate" {...link} />
      ))}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={story.title} />
      {story.description && <meta property="og:description" content={story.description} />}
      <meta property="og:url" content={address} />
      {picture && (
        <>
          <meta property="og:image" content={picture.url} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
          <meta property="og:image:alt" content={picture.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      <Json type="application/ld+json" value={linkedData(snapshot, address)} />
    </>
  );
}
