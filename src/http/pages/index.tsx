import type { StorySummary } from '../../types.ts';
import { spanLabel } from '../../web/time.ts';
import { plural } from '../../web/words.ts';
import { type Language, wordsOf } from '../words/index.ts';
import { HeadlineFont, Layout, Masthead } from './layout.tsx';

interface IndexProps {
  stories: StorySummary[];
  lang: Language;
  /** In which numbers and dates are written. */
  locale: string;
}

/** The front page: the published stories, the newest first and largest. */
export function IndexPage({ stories, lang, locale }: IndexProps) {
  const words = wordsOf(lang);
  const newest = stories.slice(0, 4).map(({ story }) => story.title);
  return (
    <Layout
      title="Dateline"
      description={newest.length > 0 ? newest.join(' · ') : words.noStories}
      lang={lang}
      words={words}
      style="src/web/page.css"
      bodyClass="index"
      head={<HeadlineFont />}
    >
      <Masthead lang={lang} words={words} />
      <main>
        <h1>{words.stories}</h1>
        {stories.length === 0 && <p class="empty">{words.noStories}</p>}
        <ol class="stories">
          {stories.map((summary, index) => (
            <StoryCard summary={summary} first={index === 0} lang={lang} locale={locale} />
          ))}
        </ol>
      </main>
    </Layout>
  );
}

interface CardProps extends Omit<IndexProps, 'stories'> {
  summary: StorySummary;
  first: boolean;
}

/** A story with its map, its days, and how much there is to it. */
function StoryCard({ summary, first, lang, locale }: CardProps) {
  const { story, events, outlets, core } = summary;
  const words = wordsOf(lang);
  return (
    <li lang={story.lang}>
      {events > 0 && <Thumbnail summary={summary} lead={first} />}
      <div>
        {core && (
          <p class="when" lang={lang}>
            {spanLabel(wallClock(core.start), wallClock(core.end), { lang: locale, zone: 'UTC', words })}
          </p>
        )}
        <h2>
          <a href={`/s/${story.slug}`}>
            <bdi>{story.title}</bdi>
          </a>
        </h2>
        {story.description && (
          <p class="teaser">
            <bdi>{story.description}</bdi>
          </p>
        )}
        <p class="meta" lang={lang}>
          <span>{plural(words.events, events, locale)}</span>
          {outlets !== undefined && outlets > 0 && <span>{plural(words.outlets, outlets, locale)}</span>}
        </p>
      </div>
    </li>
  );
}

const DARK = '(prefers-color-scheme: dark)';
const ROOMY = '(min-width: 44rem)';
/** Pixels of width of the map of the first story, where there is room, and of all others. */
const LARGE = 960;
const SMALL = 480;

/** The map of a story, drawn for the shape that it has here. */
function Thumbnail({ summary: { story, version }, lead }: { summary: StorySummary; lead: boolean }) {
  const address = (width: number, theme = '') =>
    `/s/${story.slug}/poster.svg?v=${version}&width=${width}&height=${(width * 5) / 8}${theme}&plain=`;
  return (
    <picture>
      {lead && <source media={`${DARK} and ${ROOMY}`} srcset={address(LARGE, '&theme=dark')} />}
      {lead && <source media={ROOMY} srcset={address(LARGE)} />}
      <source media={DARK} srcset={address(SMALL, '&theme=dark')} />
      <img src={address(SMALL)} alt="" width="480" height="300" loading={lead ? 'eager' : 'lazy'} decoding="async" />
    </picture>
  );
}

/** An instant as the clocks at its place show it: in the zone of the story, a day there could begin the day before. */
function wallClock(instant: string): number {
  return Date.parse(instant.replace(/(?:Z|[+-]\d{2}:\d{2})$/, 'Z'));
}

/** Why there is no page: there never was one, it was taken down, or it cannot be had now. */
export type Lost = 404 | 410 | 500 | 503;

interface LostPageProps {
  status: Lost;
  lang: Language;
  /** True in the frame of another page. */
  framed?: boolean;
  /** The address to be asked again. */
  address: string;
}

/**
 * What a reader gets in place of a page. Small and without script, so it fits a frame; there it goes without masthead, and
 * its link opens outside, for no other page of ours may be framed.
 */
export function LostPage({ status, lang, framed = false, address }: LostPageProps) {
  const words = wordsOf(lang);
  const kind = status === 404 ? 'notFound' : status === 410 ? 'gone' : 'failing';
  return (
    <Layout
      title={words[kind]}
      lang={lang}
      words={words}
      style="src/web/page.css"
      bodyClass="index"
      head={<HeadlineFont />}
    >
      {!framed && <Masthead lang={lang} words={words} />}
      <main class="lost">
        <h1>{words[kind]}</h1>
        <p>{words[`${kind}Text`]}</p>
        <p>
          {kind === 'failing' ? (
            <a href={address}>{words.again}</a>
          ) : (
            <a href="/" target={framed ? '_blank' : undefined} rel={framed ? 'noopener' : undefined}>
              {words.stories}
            </a>
          )}
        </p>
      </main>
    </Layout>
  );
}
