/** What stands in the address of a page of the town for the language of the reader. */
const place = '{lang}';

/**
 * Where a letter in one language leads. The server's own pages speak French unless they are asked; a page of the town is asked only where its address says how.
 * @param link with the code behind its `#`, or without
 */
export function linkIn(link: string, lang: string, serverPages: boolean): string {
  if (!serverPages) return link.replaceAll(place, lang);
  if (lang === 'fr') return link;
  const [page = '', ...fragment] = link.split('#');
  return [`${page}?locale=${lang}`, ...fragment].join('#');
}
