import type { UserConfig } from '@11ty/eleventy';
import { frames, type Frame } from './frame.ts';
import { madePages } from './made-pages.ts';
import { copiedFolders } from './markdown/links.ts';
import { withLiveStates } from './markdown/live-states.ts';
import { addRules } from './markdown/rules.ts';
import type { MarkdownIt } from './markdown/types.ts';
import { relativeTo, withUrl, type Page } from './page.ts';
import { readPages } from './read.ts';
import { writeIndexes } from './search/write-indexes.ts';

interface PageData {
  page: { inputPath: string };
  /** Address of a page that the build makes. */
  made?: string;
  /** See `targetOf`. */
  forge?: string;
}

/** What Eleventy reads beside the function: pages are plain Markdown, where signs like `{{` mean nothing. */
export const config = { dir: { includes: 'site/layouts' }, markdownTemplateEngine: false, htmlTemplateEngine: false, templateFormats: ['md', 'html'] };

/** How Eleventy makes the site. */
export default async function configure(config: UserConfig): Promise<void> {
  const made = (await madePages()).map(withUrl);
  let files = new Map<string, Page>();
  let around = new Map<string, Frame>();
  const read = (): void => {
    const pages = readPages();
    files = new Map(pages.map((page) => [page.file ?? '', page]));
    around = frames([...pages, ...made]);
  };
  const frameOf = ({ page, made }: PageData): Frame => {
    const url = made ?? files.get(page.inputPath.replace(/^\.\//, ''))?.url;
    const frame = around.get(url ?? '');
    if (!frame) throw new Error(`${page.inputPath} is no page of the site`);
    return frame;
  };
  read();
  config.on('eleventy.before', read);
  config.on('eleventy.after', ({ directories }) => writeIndexes(directories.output, [...around.values()]));
  config.setUseGitIgnore(false);
  for (const path of ['README.md', 'node_modules/**', 'dist/**', 'site/**']) config.ignores.add(path);
  config.addPassthroughCopy({ ...Object.fromEntries(copiedFolders.map((folder) => [folder, folder])), 'site/start.html': 'index.html' });
  config.addGlobalData('layout', 'page.njk');
  config.addGlobalData('eleventyComputed', {
    frame: (data: PageData) => frameOf(data),
    permalink: (data: PageData) => frameOf(data).page.url,
  });
  config.addFilter('from', (to: string, from: string) => relativeTo(from, to));
  // The list of headings stands between the title and the text.
  config.addFilter('atTitle', (content: string) => {
    const end = content.indexOf('</h1>');
    return end < 0 ? ['', content] : [content.slice(0, end + 5), content.slice(end + 5)];
  });
  config.addFilter('asset', (path: string) => `assets/${path.split('/').at(-1)?.replace(/\.ts$/, '.js')}`);
  config.addPreprocessor('states', 'md', (data: PageData, markdown) => withLiveStates(markdown, frameOf(data).page));
  config.amendLibrary('md', (markdown: MarkdownIt) =>
    addRules(markdown, { pageOf: (env) => frameOf(env as PageData).page, pages: () => files, forgeOf: (env) => (env as PageData).forge }));
  for (const page of made) config.addTemplate(`${page.url.replace(/\.html$/, '')}.${page.format === 'md' ? 'md' : 'html'}`, page.text, { made: page.url });
}
