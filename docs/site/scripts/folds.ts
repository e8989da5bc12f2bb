/**
 * On a wide screen the menu and the list of headings stand open, by their style alone. Here they are opened in the code as well, since whoever listens to a page
 * hears what the code says. The width is that of `2-layout.css`.
 */
export function openFoldsWhereWide(): void {
  const wide = matchMedia('(min-width: 64rem)');
  const set = (): void => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.fold')) fold.open = wide.matches;
  };
  set();
  wide.addEventListener('change', set);
}
