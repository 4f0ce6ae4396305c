import type { EmbedOptions } from '../../web/options.ts';
import type { Tongue } from '../../web/time.ts';
import { tellIn, zoneCity } from '../local-names.ts';
import { wordsOf } from '../words/index.ts';
import { arrange, ColoursLink, Events, Graphic } from './graphic.tsx';
import { Layout } from './layout.tsx';
import { POSTER_FRAMES } from './poster.tsx';
import type { StoryProps } from './story.tsx';

/** The page inside a news page's frame: the same graphic, without masthead and footer, as high as the frame. */
export function EmbedPage({
  snapshot: given,
  lang,
  locale,
  names,
  origin,
  map,
  options,
}: StoryProps & { options: EmbedOptions }) {
  const { snapshot, onMap } = tellIn(given, lang, names);
  const { story } = snapshot;
  const words = wordsOf(lang);
  const tongue: Tongue = { lang: locale, zone: story.timeZone, city: zoneCity(story.timeZone, lang), words };
  const told = arrange(snapshot, onMap);
  const page = `${origin}/s/${story.slug}`;
  return (
    <Layout
      title={story.title}
      description={story.description}
      lang={lang}
      words={words}
      style={options.theme === 'auto' ? 'src/web/embed.css' : `src/web/embed.${options.theme}.css`}
      theme={options.theme === 'auto' ? undefined : options.theme}
      script={options.static ? undefined : 'src/web/embed.ts'}
      bodyClass={`story embed ${options.height === 'auto' ? 'grows' : 'fits'} only-${options.layout}${options.static ? ' still' : ''}`}
      head={
        <>
          <ColoursLink map={map} theme={options.theme} />
          {options.house !== '' && (
            <link rel="stylesheet" href={`/house.css?${options.house}`} crossorigin="anonymous" />
          )}
          <link rel="canonical" href={page} />
          <meta name="responsive-embedded-sizing" content="allow-origins=*" />
        </>
      }
    >
      <main id="embed" data-height={options.height} data-view={options.view} data-page={page}>
        {options.plain || options.layout === 'compact' ? (
          <h1 class="said" lang={story.lang}>
            {story.title}
          </h1>
        ) : (
          <header class="head" lang={story.lang}>
            <h1>
              <a href={page} target="_blank" rel="noopener">
                {story.title}
              </a>
            </h1>
          </header>
        )}
        {told.items.length > 0 ? (
          <Graphic
            snapshot={onMap}
            map={map}
            items={told.items}
            tongue={tongue}
            names={names}
            frame={options.layout === 'map' || options.layout === 'compact' ? POSTER_FRAMES.alone : POSTER_FRAMES.embed}
          />
        ) : (
          <p class="empty">{words.noEvents}</p>
        )}
        <Events told={told} lang={story.lang} tongue={tongue} />
        <footer class="bar" id="bar">
          <a href={page} target="_blank" rel="noopener">
            {words.openStory}
          </a>
        </footer>
      </main>
    </Layout>
  );
}
