/** The links to the page in other languages lead to the same state of it: the rest of the query, and the fragment of the moment. */
export function keepState(menu: Element | null) {
  menu?.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const lang = link && new URL(link.href).searchParams.get('lang');
    if (!link || lang === null) return;
    const address = new URL(location.href);
    address.searchParams.set('lang', withRegion(lang));
    link.href = address.href;
  });
}

/** A language with the reader's region, where that writes numbers otherwise: `ar-EG` for `ar`. */
function withRegion(lang: string): string {
  const digits = (tag: string) => new Intl.NumberFormat(tag).resolvedOptions().numberingSystem;
  return navigator.languages.find((tag) => tag.startsWith(`${lang}-`) && digits(tag) !== 'latn') ?? lang;
}
