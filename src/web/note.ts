import { h } from './dom.ts';

const LASTS = 6000;

/** A quiet line for the reader, also spoken, that goes away by itself. */
export function say(text: string) {
  const note = document.getElementById('note') ?? h('p', { id: 'note', role: 'status' });
  if (!note.isConnected) document.body.append(note);
  note.textContent = text;
  note.hidden = false;
  setTimeout(() => {
    if (note.textContent === text) note.hidden = true;
  }, LASTS);
}
