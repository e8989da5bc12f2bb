/** Boxes that scroll by themselves are reached by keyboard; those in which everything shows need no stop. */
export function stopOnlyWhereItScrolls(): void {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const box of document.querySelectorAll('.scroll, .code pre')) watcher.observe(box);
}
