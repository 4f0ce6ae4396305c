import type { StorySummary } from '../../types.ts';
import { spanLabel } from '../../web/time.ts';
import { plural } from '../../web/words.ts';
import { type Language, wordsOf } from '../words/index.ts';
import { Layout, Masthead } from './layout.tsx';

/** The front page: the published stories, the newest first. */
export function IndexPage({ stories, lang }: { stories: StorySummary[]; lang: Language }) {
  const words = wordsOf(lang);
  return (
    <Layout title="Dateline" lang={lang} words={words} style="src/web/page.css" bodyClass="index">
      <Masthead lang={lang} words={words} />
      <main>
        <h1>{words.stories}</h1>
        {stories.length === 0 && <p class="empty">{words.noStories}</p>}
        <ul class="stories">
          {stories.map(({ story, events, start, end }) => (
            <li lang={story.lang}>
              <h2>
                <a href={`/s/${story.slug}`}>{story.title}</a>
              </h2>
              {story.description && <p>{story.description}</p>}
              <p class="meta" lang={lang}>
                <span>{plural(words.events, events, lang)}</span>
                {start && end && (
                  <span>{spanLabel(wallClock(start), wallClock(end), { lang, zone: 'UTC', words })}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </main>
    </Layout>
  );
}

/** An instant as the clocks at its place show it: in the zone of the story, a day there could begin the day before. */
function wallClock(instant: string): number {
  return Date.parse(instant.replace(/(?:Z|[+-]\d{2}:\d{2})$/, 'Z'));
}

/** What a reader gets for an address without a page. Small and without script, so it fits a frame. */
export function NotFoundPage({ lang }: { lang: Language }) {
  const words = wordsOf(lang);
  return (
    <Layout title={words.notFound} lang={lang} words={words} style="src/web/page.css" bodyClass="index">
      <Masthead lang={lang} words={words} />
      <main>
        <h1>{words.notFound}</h1>
        <p>{words.notFoundText}</p>
        <p>
          <a href="/">{words.stories}</a>
        </p>
      </main>
    </Layout>
  );
}
