import { countLabel, EventItem } from '../../web/event.tsx';
import type { EmbedOptions } from '../../web/options.ts';
import type { Tongue } from '../../web/time.ts';
import { wordsOf } from '../words/index.ts';
import { Layout } from './layout.tsx';
import { arrange, Graphic, type StoryProps } from './story.tsx';

/** The page inside a news page's frame: the same graphic, without masthead and footer, as high as the frame. */
export function EmbedPage({ snapshot, lang, origin, options }: StoryProps & { options: EmbedOptions }) {
  const { story } = snapshot;
  const words = wordsOf(lang);
  const tongue: Tongue = { lang, zone: story.timeZone, words };
  const { items, ordered } = arrange(snapshot);
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
      bodyClass={`story embed ${options.height === 'auto' ? 'grows' : 'fits'} only-${options.layout}`}
      head={
        <>
          {options.house !== '' && (
            <link rel="stylesheet" href={`/house.css?${options.house}`} crossorigin="anonymous" />
          )}
          <link rel="canonical" href={page} />
          <meta name="robots" content="noindex" />
          <meta name="responsive-embedded-sizing" content="allow-origins=*" />
        </>
      }
    >
      <main id="embed" data-height={options.height} data-view={options.view} data-page={page}>
        {!options.plain && options.layout !== 'compact' && (
          <header class="head" lang={story.lang}>
            <h1>
              <a href={page} target="_blank" rel="noopener">
                {story.title}
              </a>
            </h1>
          </header>
        )}
        {items.length > 0 ? (
          <Graphic snapshot={snapshot} items={items} tongue={tongue} />
        ) : (
          <p class="empty">{words.noEvents}</p>
        )}
        <section class="events" id="events" aria-labelledby="events-title">
          <h2 id="events-title">{countLabel(items.length, tongue)}</h2>
          <div id="tools" />
          <ol id="list" lang={story.lang}>
            {ordered.map((event) => (
              <EventItem event={event} tongue={tongue} />
            ))}
          </ol>
        </section>
        <footer class="bar" id="bar">
          <a href={page} target="_blank" rel="noopener">
            {words.openStory}
          </a>
        </footer>
      </main>
    </Layout>
  );
}
