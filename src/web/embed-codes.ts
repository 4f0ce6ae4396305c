import { LAYOUT_HEIGHTS } from './embed-layouts.ts';
import { HOUSE } from './house-names.ts';
import { readOptions } from './options.ts';

/** The names of all options, as a query and as attributes. */
export const OPTION_NAMES = [
  'lang',
  'theme',
  'layout',
  'start',
  'window',
  'category',
  'source',
  'height',
  'plain',
  'static',
  ...HOUSE,
] as const;

/** What a picture shows of them: the rest is about frames. */
const PICTURE_OPTIONS = new Set<string>(['lang', 'theme', 'start', 'window', 'category', 'source']);

/** What parts several values of one option. */
const BETWEEN: Record<string, string> = { category: ',', source: '|' };

export interface EmbedSubject {
  /** Scheme and host, without a slash at the end. */
  origin: string;
  slug: string;
  title: string;
  /** In which an editor's days are counted. */
  zone: string;
}

/** The ways in, as text to copy. */
export interface EmbedCodes {
  script: string;
  frame: string;
  /** For content systems that ask for oEmbed by themselves. */
  address: string;
  /** For newsletters, and wherever there is nothing but pictures. */
  picture: string;
}

/** Of a form or an address, the options that are understood and change something, each with one value. */
export function chosenOptions(given: URLSearchParams, zone: string): URLSearchParams {
  const usual = JSON.stringify(readOptions(new URLSearchParams(), zone));
  const chosen = new URLSearchParams();
  for (const name of OPTION_NAMES) {
    const values = given.getAll(name).filter((value) => value !== '' || name === 'plain' || name === 'static');
    const value = values.join(BETWEEN[name] ?? '');
    const alone = JSON.stringify(readOptions(new URLSearchParams({ [name]: value }), zone));
    // The language is the page's to know: it has the tables.
    if (values.length > 0 && (alone !== usual || (name === 'lang' && /^[a-z]{2,3}$/.test(value))))
      chosen.set(name, value);
  }
  return chosen;
}

export function embedCodes({ origin, slug, title, zone }: EmbedSubject, options: URLSearchParams): EmbedCodes {
  const { height } = readOptions(options, zone);
  const story = `${origin}/s/${slug}`;
  const query = options.size > 0 ? `?${options}` : '';
  const pixels = height === 'auto' ? LAYOUT_HEIGHTS.full : height;
  const attributes = [...options].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const link = `<a href="${escaped(story)}">`;
  const still = new URLSearchParams([...options].filter(([name]) => PICTURE_OPTIONS.has(name)));
  const picture = `${origin}/s/${slug}/poster.png${still.size > 0 ? `?${still}` : ''}`;
  const image = (alt: string) =>
    `${link}<img src="${escaped(picture)}" alt="${escaped(alt)}" width="1200" height="630" style="max-width:100%;height:auto"></a>`;
  const fallback = `<blockquote>${link}${escaped(title)}</a></blockquote>`;
  return {
    script: `<dateline-map story="${escaped(story)}"${attributes} style="display:block;min-height:${pixels}px">${fallback}<noscript>${image('')}</noscript></dateline-map>
<script async src="${escaped(origin)}/embed.js"></script>`,
    frame: `<iframe src="${escaped(`${origin}/embed/${slug}${query}`)}" title="${escaped(title)}" width="100%" height="${pixels}" style="border:0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>
<noscript>${fallback}${image('')}</noscript>`,
    address: story + query,
    picture: image(title),
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
