import { collectBody } from './page-body.ts';
import { collectMetadata, type PageMetadata } from './page-metadata.ts';
import { problem } from './problem.ts';

/** What a page tells: its article's text, one paragraph a line, and what it says of the article. */
export interface Page extends Omit<PageMetadata, 'body'> {
  text: string;
}

/**
 * Reads the article of a page in one pass, without a tree of it. Only text is kept, never markup. `address` is where the page is
 * from. 422 for markup that goes deeper than memory allows.
 */
export async function readPage(html: string, address?: string): Promise<Page> {
  const body = collectBody();
  const metadata = collectMetadata();
  const rewriter = metadata.attach(new HTMLRewriter().on('*', body.element).onDocument(body.document));
  try {
    await rewriter.transform(new Response(html)).body?.pipeTo(new WritableStream());
  } catch (error) {
    if (!String(error).includes('Parser error')) throw error;
    throw problem(422, { field: address ? 'url' : 'html', detail: 'The page cannot be parsed.' });
  }
  const { body: linked = '', ...rest } = metadata.finish(address);
  const seen = body.finish();
  // Pages that a script fills, or that show a beginning only, may still have the whole in their linked data.
  return { ...rest, text: linked.length > 2 * seen.length ? linked : seen };
}
