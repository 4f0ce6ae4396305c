import { chosenOptions, type EmbedCodes, embedCodes } from '../../web/embed-codes.ts';
import { LAYOUT_HEIGHTS } from '../../web/embed-layouts.ts';
import { THEMES } from '../../web/options.ts';
import { embedWordsOf } from '../words/embed.ts';
import { LANGUAGES, wordsOf } from '../words/index.ts';
import { arrange } from './graphic.tsx';
import { HeadlineFont, Layout, Masthead } from './layout.tsx';
import type { StoryProps } from './story.tsx';

/** Where an editor chooses how a story is embedded, sees it, and copies the code. A form: it works without script. */
export function ChoosePage({
  snapshot,
  lang,
  origin,
  map,
  given,
}: Omit<StoryProps, 'locale'> & { given: URLSearchParams }) {
  const { slug, title, timeZone } = snapshot.story;
  const words = embedWordsOf(lang);
  const readers = wordsOf(lang);
  const subject = { origin, slug, title, zone: timeZone };
  const chosen = chosenOptions(given, timeZone);
  const codes = embedCodes(subject, chosen);
  const { items } = arrange(snapshot, snapshot);
  const kinds = [...new Set(items.map(({ category }) => category))];
  const sources = [...new Set(items.flatMap((item) => item.sources))];
  const has = (name: string, value: string, between: string) =>
    (chosen.get(name)?.split(between) ?? []).includes(value);
  return (
    <Layout
      title={`${words.title}: ${title}`}
      lang={lang}
      words={readers}
      style="src/web/choose.css"
      script="src/web/choose.ts"
      bodyClass="index choose"
      head={
        <>
          <meta name="robots" content="noindex" />
          <HeadlineFont />
        </>
      }
    >
      <Masthead lang={lang} words={readers} />
      <main>
        <h1>{words.title}</h1>
        <p>
          <a href={`/s/${slug}`}>{title}</a>
        </p>
        {map.faults.length > 0 && (
          <div id="faults" class="lost" role="alert">
            <p>{words.faults}</p>
            <ul lang="en" dir="ltr">
              {map.faults.map((fault) => (
                <li>{fault}</li>
              ))}
            </ul>
          </div>
        )}
        {map.style && (
          <p id="style-lost" class="lost" role="alert" data-style={map.style} hidden>
            {words.styleLost}
          </p>
        )}
        <form id="form" method="get" data-origin={origin} data-slug={slug} data-title={title} data-zone={timeZone}>
          <Choice
            name="layout"
            label={words.layout}
            value={chosen.get('layout')}
            options={Object.keys(LAYOUT_HEIGHTS).map((name) => [name, words.layouts[name as 'full']])}
          />
          <Choice
            name="theme"
            label={words.theme}
            value={chosen.get('theme')}
            options={THEMES.map((name) => [name, words.themes[name]])}
          />
          <Choice
            name="lang"
            label={readers.language}
            value={chosen.get('lang')}
            options={[['', '–'], ...Object.entries(LANGUAGES)]}
          />
          <Field name="start" label={words.start} value={chosen.get('start')} example="2024-11-27" />
          <Field name="window" label={words.window} value={chosen.get('window')} example="2024-11-27/2024-11-30" />
          <Field name="height" label={words.height} value={chosen.get('height')} example="640" />
          <Field name="accent" label={words.accent} value={chosen.get('accent')} example="#b3261e" />
          <label class="check">
            <input type="checkbox" name="plain" value="1" checked={chosen.has('plain')} /> {words.plain}
          </label>
          <label class="check">
            <input type="checkbox" name="static" value="1" checked={chosen.has('static')} /> {words.static}
          </label>
          <fieldset>
            <legend>{readers.kinds}</legend>
            {kinds.map((kind) => (
              <label class="check">
                <input type="checkbox" name="category" value={kind} checked={has('category', kind, ',')} />{' '}
                {readers.categories[kind]}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{readers.source}</legend>
            {sources.map((source) => (
              <label class="check">
                <input type="checkbox" name="source" value={source} checked={has('source', source, '|')} /> {source}
              </label>
            ))}
          </fieldset>
          <noscript>
            <button type="submit">{words.apply}</button>
          </noscript>
        </form>
        <section aria-label={words.title}>
          {(['script', 'frame', 'address', 'picture'] as const).map((name) => (
            <Code name={name} codes={codes} label={words[name]} copy={words.copy} copied={words.copied} />
          ))}
        </section>
        <section aria-labelledby="preview-title">
          <h2 id="preview-title">{words.preview}</h2>
          <iframe id="preview" src={`/embed/${slug}?${chosen}`} title={title} width="100%" height="640" />
        </section>
      </main>
    </Layout>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | null;
  options: [string, string][];
}) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Field({
  name,
  label,
  value,
  example,
}: {
  name: string;
  label: string;
  value: string | null;
  example: string;
}) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} value={value ?? ''} placeholder={example} autocomplete="off" spellcheck={false} dir="ltr" />
    </label>
  );
}

function Code({
  name,
  codes,
  label,
  copy,
  copied,
}: {
  name: keyof EmbedCodes;
  codes: EmbedCodes;
  label: string;
  copy: string;
  copied: string;
}) {
  return (
    <div class="code">
      <label id={`${name}-label`} for={name}>
        {label}
      </label>
      <textarea id={name} readonly rows={name === 'address' ? 1 : 4} dir="ltr" spellcheck={false}>
        {codes[name]}
      </textarea>
      <button
        type="button"
        id={`${name}-copy`}
        aria-labelledby={`${name}-copy ${name}-label`}
        data-copy={name}
        data-copied={copied}
        hidden
      >
        {copy}
      </button>
    </div>
  );
}
