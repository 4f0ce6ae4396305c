import { countLabel, EventItem } from '../../web/event.tsx';
import type { EmbedOptions } from '../../web/options.ts';
import type { Tongue } from '../../web/time.ts';
import { wordsOf } from '../words/index.ts';
import { Layout } from './layout.tsx';
import { arrange, Graphic, type StoryProps } from './story.tsx';

/** The page inside a news page's frame: the same graphic, without masthead and footer, as high as the frame. */
export function EmbedPage({ snapshot, lang, origin, options }: StoryProps & { options: EmbedOptions }) {
  const { story } = snapshot;
  const tongue: Tongue = { lang, zone: story.timeZone, words: wordsOf(lang) };
  const { words } = tongue;
  const { items, ordered } = arrange(snapshot);
  return (
    <Layout
      title={story.title}
      description={story.description}
      lang={lang}
      words={words}
      style="src/web/embed.css"
      script={options.static ? undefined : 'src/web/embed.ts'}
      bodyClass={`story embed ${options.height === 'auto' ? 'grows' : 'fits'} ${options.layout}`}
      head={
        <>
          <link rel="canonical" href={`${origin}/s/${story.slug}`} />
          <meta name="robots" content="noindex" />
          <meta name="responsive-embedded-sizing" content="allow-origins=*" />
        </>
      }
    >
      <main id="embed" data-height={options.height}>
        {!options.plain && options.layout !== 'compact' && (
          <header class="head" lang={story.lang}>
            <h1>
              <a href={`${origin}/s/${story.slug}`} target="_blank" rel="noopener">
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
      </main>
    </Layout>
  );
}
