import { widgets } from '../loader/links.ts';

/** Tags whose backend, their own or that of the whole page, is a folder of files. */
export function waiting(page: Pick<Document, 'querySelector' | 'querySelectorAll'>): Element[] {
  const isFolder = (address: string | null | undefined): boolean => /^static:/i.test(address ?? '');
  const common = isFolder(page.querySelector<HTMLMetaElement>('meta[name="parvis-backend"]')?.content);
  return [...page.querySelectorAll(`${Object.values(widgets)}`)].filter((tag) => (tag.hasAttribute('backend') ? isFolder(tag.getAttribute('backend')) : common));
}
