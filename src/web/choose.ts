import { copyText } from './copy.ts';
import { need } from './dom.ts';
import { chosenOptions, type EmbedCodes, embedCodes } from './embed-codes.ts';
import { LAYOUT_HEIGHTS } from './embed-layouts.ts';
import { fetchStyle } from './foreign-style.ts';
import { readOptions } from './options.ts';

const NAMES: (keyof EmbedCodes)[] = ['script', 'frame', 'address', 'picture'];

// What is typed letter by letter is looked at when the hand rests.
const REST = 300;
let rest: ReturnType<typeof setTimeout> | undefined;

const form = need('form', HTMLFormElement);
const preview = need('preview', HTMLIFrameElement);
const { origin = '', slug = '', title = '', zone = '' } = form.dataset;

form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}
show();
void checkMapStyle();

function show() {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') given.append(name, value);
  const chosen = chosenOptions(given, zone);
  const codes = embedCodes({ origin, slug, title, zone }, chosen);
  for (const name of NAMES) need(name, HTMLTextAreaElement).value = codes[name];
  const { height } = readOptions(chosen, zone);
  preview.height = String(height === 'auto' ? LAYOUT_HEIGHTS.full : height);
  clearTimeout(rest);
  rest = setTimeout(() => look(`/embed/${slug}?${chosen}`), REST);
  history.replaceState(null, '', `?${chosen}`);
}

function look(src: string) {
  if (preview.getAttribute('src') !== src) preview.src = src;
}

/** An editor is told of a map that readers do not get; a reader is not. */
async function checkMapStyle() {
  const note = document.getElementById('style-lost');
  if (note?.dataset.style) note.hidden = (await fetchStyle(note.dataset.style)) !== null;
}

async function copy(button: HTMLButtonElement) {
  const { copy = '', copied = '' } = button.dataset;
  await copyText(need(copy, HTMLTextAreaElement).value);
  const label = button.textContent;
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
  }, 2500);
}
