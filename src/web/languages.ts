/** The links to the page in other languages lead to the same state of it: the rest of the query, and the fragment of the moment. */
export function keepState(menu: Element | null) {
  menu?.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const lang = link && new URL(link.href).searchParams.get('lang');
    if (!link || lang === null) return;
    const address = new URL(location.href);
    address.searchParams.set('lang', lang);
    link.href = address.href;
  });
}
