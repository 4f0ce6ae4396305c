import type { Category, Status } from '../types.ts';
import type { Item, Written } from './item.ts';

/** The items of a page whose list is whole, each with what its entry tells. `items` are in the order of the list. */
export function readItems(items: readonly Omit<Item, Written>[], list: HTMLElement): Item[] {
  const entries = list.querySelectorAll('.event');
  return items.flatMap((item, index) => {
    const entry = entries[index];
    return entry ? [{ ...item, ...readEntry(entry) }] : [];
  });
}

function readEntry(entry: Element): Pick<Item, Written> {
  const [, category, status] = entry.querySelector('.when .glyph')?.classList ?? [];
  const footers = [...entry.querySelectorAll('blockquote footer')];
  const published = footers.flatMap((footer) => footer.querySelector('time')?.dateTime ?? []).map(Date.parse);
  return {
    id: entry.id.slice(2),
    title: entry.querySelector('h4')?.textContent ?? '',
    category: (category ?? 'other') as Category,
    status: (status ?? 'reported') as Status,
    sources: [...new Set(footers.map((footer) => footer.firstElementChild?.textContent ?? ''))],
    seen: published.length > 0 ? Math.min(...published) : null,
  };
}
