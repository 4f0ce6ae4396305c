import type { PageData } from './page-data.ts';

/** What the server put into the page for the script. */
export function readPageData(): PageData {
  const text = document.getElementById('data')?.textContent;
  if (!text) throw new Error('the page has no #data');
  return JSON.parse(text);
}
