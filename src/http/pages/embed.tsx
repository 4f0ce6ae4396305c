import { countLabel, EventItem } from '../../web/event.tsx';
import type { Tongue } from '../../web/time.ts';
import { wordsOf } from '../words/index.ts';
import { Layout } from './layout.tsx';
import { arrange, Graphic, type StoryProps } from './story.tsx';

/** The page inside a news page's frame: the same graphic, without masthead and footer. */
export function EmbedPage({ snapshot, lang, origin }: StoryProps) {
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
      style="src/web/page.css"
      script={items.length > 0 ? 'src/web/embed.ts' : undefined}
      bodyClass="story embed"
      head={
        <>
          <link rel="canonical" href={`${origin}/s/${story.slug}`} />
          <meta name="robots" content="noindex" />
          <meta name="responsive-embedded-sizing" content="allow-origins=*" />
        </>
      }
    >
      <main>
        <header class="head" lang={story.lang}>
          <h1>
            <a href={`${origin}/s/${story.slug}`} target="_blank" rel="noopener">
              {story.title}
            </a>
          </h1>
        </header>
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
