import * as v from 'valibot';
import { toContract } from '../extract/contract.ts';
import { extract } from '../extract/index.ts';
import { filterLines } from './filter.ts';
import { openGazetteer } from './gazetteer.ts';

const HELP = `Reads the times, places and reports of news articles.

  npm run --silent extract < documents.jsonl > extracted.jsonl

In, one JSON document a line:   {"id", "text", "published"?, "lang"?, "url"?, "title"?, "source"?}
Out, one a line, in order:      {"id", "times", "places", "reports"}
A bad line gives {"id", "error"} on its line, a message on stderr, and the exit code 1 at the end.
`;

const Document = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  published: v.nullish(v.string()),
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
    const { id, text, published, lang, url, title, source } = v.parse(Document, line);
    const article = {
      id: String(id),
      source: source ?? '',
      text,
      ...(published && { published }),
      ...(lang && { lang }),
      ...(url && { url }),
      ...(title && { title }),
    };
    return { id, ...toContract(extract(article, gazetteer)) };
  });
}
