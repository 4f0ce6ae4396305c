import { need } from './dom.ts';
import { createBar } from './frame/bar.ts';
import { announceHeight } from './frame/height.ts';
import { watchForNews } from './frame/news.ts';
import { type Secret, splitFragment } from './frame/secret.ts';
import { firstFragment, talkWithHost } from './frame/talk.ts';
import { readPageData } from './read-page.ts';
import { startStory } from './story.ts';

const main = need('embed', HTMLElement);
const { height, view = '', page = '' } = main.dataset;
// What the host wrote into the fragment is read first: the state of the story then takes its place.
const given = splitFragment(location.hash);
const secret: Secret = { value: given.secret };
announceHeight(height === 'auto' ? null : Number(height), main, secret);
if (document.getElementById('data')) void start();

async function start() {
  const data = readPageData();
  const bar = createBar(need('bar', HTMLElement), page, data, secret);
  const talk = talkWithHost(data, page);
  // An empty fragment means the top of the document: at the end of the load the browser would scroll the host's page to it.
  const fragment = firstFragment(given.state, view);
  history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
  const story = await startStory({
    ...talk,
    drawn(state, chosen, playing) {
      talk.drawn?.(state, chosen, playing);
      bar.follow(state);
    },
  });
  if (!story) return;
  talk.open(story);
  watchForNews(data, story.ids, bar.offer);
}
