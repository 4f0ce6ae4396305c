import * as v from 'valibot';
import { toContract } from '../extract/contract.ts';
import { extract } from '../extract/index.ts';
import { published } from '../http/schemas.ts';
import { describe, filterLines } from './filter.ts';
import { openGazetteer } from './gazetteer.ts';

const HELP = `Reads the times, places and reports of news articles.

  npm run --silent extract < documents.jsonl > extracted.jsonl

In, one JSON document a line:   {"id", "text", "published"?, "lang"?, "url"?, "title"?, "source"?}
Out, one a line, in order:      {"id", "times", "places", "reports"}
A bad line gives {"id", "error"} on its line, a message on stderr, and the exit code 1 at the end.
`;

// More forgiving than the API about what only helps: an address or a language that is none is not held against the text.
const Document = v.object({
  id: v.union([v.string(), v.number()], 'has to be a string or a number'),
  text: v.pipe(
    v.string('has to be a string'),
    v.transform((given) => given.toWellFormed()),
  ),
  published: v.nullish(published),
  lang: v.nullish(v.string()),
  url: v.nullish(v.string()),
  title: v.nullish(v.string()),
  source: v.nullish(v.string()),
});

if (process.argv.includes('--help')) {
  process.stdout.write(HELP);
} else {
  const gazetteer = openGazetteer();
  await filterLines((line) => {
    const read = v.safeParse(Document, line);
    if (!read.success) throw new Error(describe(read.issues));
    const { id, text, lang, url, title, source } = read.output;
    const article = {
      id: String(id),
      source: source ?? '',
      text,
      ...(read.output.published && { published: read.output.published }),
      ...(lang && { lang }),
      ...(url && { url }),
      ...(title && { title }),
    };
    return { id, ...toContract(extract(article, gazetteer)) };
  });
}
