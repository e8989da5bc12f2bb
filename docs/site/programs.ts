import type { Page } from './page.ts';

/** Scripts and styles of pages that are files, by their path: such a page says everything in words, and the program works where the page has a place for it. */
export const programs: Readonly<Record<string, Pick<Page, 'scripts' | 'styles'>>> = {
  snippet: { scripts: ['builder/builder.ts'], styles: ['builder/forms.css'] },
  themes: { scripts: ['builder/theme-editor.ts'], styles: ['builder/forms.css'] },
};

/** A page in a frame, which shows widgets as another page would have them. It is no page of the documentation. */
export const preview: Pick<Page, 'scripts'> & { html: string } = { html: 'builder/preview.html', scripts: ['builder/preview.ts'] };
