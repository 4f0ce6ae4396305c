import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import manifest from '../../../public/app/manifest.json';
import type { Words } from '../../web/words.ts';
import { LANGUAGES, type Language } from '../words/index.ts';

interface Chunk {
  file: string;
  imports?: string[];
}
const chunks: Record<string, Chunk> = manifest;

/** Address of a built script or style sheet, by its source file. */
export function built(source: string): string {
  const chunk = chunks[source];
  if (!chunk) throw new Error(`${source} is not in public/app/manifest.json: run "npm run build"`);
  return `/app/${chunk.file}`;
}

/** JSON that can stand in a `<script>`: no character in it can end the element or start a comment. */
export function Json({ type, id, value }: { type: string; id?: string; value: unknown }) {
  const text = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return (
    <script type={type} id={id}>
      {raw(text)}
    </script>
  );
}

export interface LayoutProps {
  title: string;
  description?: string;
  lang: string;
  words: Words;
  /** Source file of the style sheet and of the script, if the page has one. */
  style: string;
  script?: string;
  /** The one colour scheme of the page, if it is not the reader's that counts. */
  theme?: 'light' | 'dark';
  /** More for the `<head>`. */
  head?: Child;
  bodyClass: string;
  children: Child;
}

export function Layout({ title, description, lang, style, script, theme, head, bodyClass, children }: LayoutProps) {
  return (
    <html lang={lang} dir={direction(lang)} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        <link rel="stylesheet" href={built(style)} crossorigin="anonymous" />
        {script && <script type="module" src={built(script)} crossorigin="anonymous" />}
        {script &&
          chunks[script]?.imports?.map((name) => (
            <link rel="modulepreload" href={built(name)} crossorigin="anonymous" />
          ))}
        {head}
      </head>
      <body class={bodyClass}>{children}</body>
    </html>
  );
}

const HEADLINES = 'node_modules/@fontsource/newsreader/files/newsreader-latin-600-normal.woff2';

/** Asks for the type of the headlines at once, for the `<head>`: it would otherwise wait for the style sheet. */
export function HeadlineFont() {
  return <link rel="preload" as="font" type="font/woff2" href={built(HEADLINES)} crossorigin="anonymous" />;
}

/** The top of every page but the embed. */
export function Masthead({ lang, words }: { lang: Language; words: Words }) {
  return (
    <header class="masthead">
      <a class="mark" href="/">
        Dateline
      </a>
      <details class="languages">
        <summary aria-label={`${words.language}: ${LANGUAGES[lang]}`}>{LANGUAGES[lang]}</summary>
        <nav aria-label={words.language}>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <a href={`?lang=${code}`} lang={code} hreflang={code} aria-current={code === lang ? 'true' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </details>
    </header>
  );
}

export function direction(lang: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ur|ps|ckb|ug|yi)\b/.test(lang) ? 'rtl' : 'ltr';
}
