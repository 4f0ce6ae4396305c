import { HTTPException } from 'hono/http-exception';
import { problem } from './problem.ts';

/** A page as fetched, and where it was found after redirects. */
export interface FetchedPage {
  html: string;
  address: string;
}

/** Bytes of a page after decompression. */
export const PAGE_BYTES = 2_000_000;
const REDIRECTS = 3;
const SECONDS = 15;
const TYPES = new Set(['text/html', 'application/xhtml+xml']);

/**
 * Fetches a page that an editor named. Only public https addresses on the usual port, checked again at each of at most
 * three redirects; 422 for others. 502 where the site does not answer with a page, 413 where the page is longer than
 * `PAGE_BYTES`.
 */
export async function fetchPage(given: string, userAgent: string, fetcher: typeof fetch = fetch): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(SECONDS * 1000);
  let url = checkAddress(given);
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const response = await get(url, userAgent, signal, fetcher);
    const location = response.headers.get('Location');
    if (response.status < 300 || response.status > 399 || location === null) return toPage(response, url);
    await response.body?.cancel();
    url = checkAddress(location, url);
  }
  throw problem(502, { field: 'url', detail: `The page is behind more than ${REDIRECTS} redirects.` });
}

/**
 * The address of a public page, or 422. Parsed once, by the parser that `fetch` uses, so that what is checked is what is
 * fetched. Addresses by number are refused altogether: no outlet is read by them, and they have many spellings.
 * Names are not resolved here; in production the runtime refuses those that lead to a private network
 * (`global_fetch_strictly_public`).
 */
export function checkAddress(given: string, base?: URL): URL {
  const url = URL.parse(given, base?.href);
  if (!url) throw refused('is no address');
  if (url.protocol !== 'https:') throw refused('is not an https address');
  if (url.port !== '') throw refused('names a port');
  if (url.username !== '' || url.password !== '') throw refused('carries a user name');
  const host = url.hostname.replace(/\.$/, '');
  if (host.startsWith('[') || /(?:^|\.)\d+$/.test(host)) throw refused('names a machine by its number');
  if (!host.includes('.') || PRIVATE_NAMES.test(host)) throw refused('is not on the public internet');
  return url;
}

/** Top-level names that never lead to the public internet (RFC 6761, 6762, 8375, 9476), and names that spell a number. */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|example|invalid|onion|alt|nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me)$/;

async function get(url: URL, userAgent: string, signal: AbortSignal, fetcher: typeof fetch): Promise<Response> {
  try {
    return await fetcher(url.href, {
      redirect: 'manual',
      signal,
      headers: { Accept: 'text/html,application/xhtml+xml', 'User-Agent': userAgent },
    });
  } catch {
    throw problem(502, { field: 'url', detail: `${url.host} does not answer.` });
  }
}

async function toPage(response: Response, url: URL): Promise<FetchedPage> {
  const [type = '', ...parameters] = (response.headers.get('Content-Type') ?? '').split(';').map((part) => part.trim());
  const fault =
    response.status !== 200
      ? `${url.host} answered ${response.status}.`
      : TYPES.has(type.toLowerCase())
        ? null
        : `${url.host} sent ${JSON.stringify(type)}, which is no web page.`;
  if (fault || !response.body) {
    await response.body?.cancel();
    throw problem(502, { field: 'url', detail: fault ?? `${url.host} sent nothing.` });
  }
  const charset = parameters
    .find((part) => /^charset=/i.test(part))
    ?.slice(8)
    .replaceAll('"', '');
  try {
    return { html: await readText(response.body, charset), address: url.href };
  } catch (error) {
    throw error instanceof HTTPException ? error : problem(502, { field: 'url', detail: `${url.host} broke off.` });
  }
}

/** Counts while it reads: a small compressed body can be a very long one. */
async function readText(body: ReadableStream<Uint8Array>, charset: string | undefined): Promise<string> {
  let decoder = charset === undefined ? undefined : decoderOf(charset);
  let bytes = 0;
  let html = '';
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > PAGE_BYTES) throw problem(413, { field: 'url', detail: `The page has more than ${PAGE_BYTES} bytes.` });
    // Without a word in the header, the page says in its first kilobyte how it is encoded.
    decoder ??= decoderOf(declaredCharset(chunk) ?? 'utf-8');
    html += decoder.decode(chunk, { stream: true });
  }
  return html + (decoder?.decode() ?? '');
}

function declaredCharset(start: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(start.subarray(0, 1024));
  const tags = head.match(/<meta [^<>]*>/gi) ?? [];
  return tags
    .map((tag) => /\bcharset=["']?(?<name>[\w-]+)/i.exec(tag)?.groups?.name)
    .find((name) => name !== undefined);
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

const refused = (why: string) =>
  problem(422, { field: 'url', detail: `\`url\` ${why}; public https addresses are read.` });
