import { words } from '../words.ts';
import type { Page } from '../page.ts';
import { slugger } from './headings.ts';
import { targetOf } from './links.ts';
import type { MarkdownIt, Rule, State, Token } from './types.ts';

export interface Surroundings {
  /** The page that Eleventy is rendering. */
  pageOf(env: unknown): Page;
  /** Every page, by its file below `docs`. */
  pages(): ReadonlyMap<string, Page>;
  /** See `targetOf`. */
  forgeOf(env: unknown): string | undefined;
}

/** What the site makes of Markdown beyond what every forge does: fragments of headings, links between pages, tables and code that scroll by themselves. */
export function addRules(markdown: MarkdownIt, around: Surroundings): void {
  markdown.core.ruler.push('parvis-headings', ({ tokens }) => {
    const next = slugger();
    tokens.forEach((token, index) => {
      if (token.type === 'heading_open') token.attrSet('id', next(tokens[index + 1]?.content ?? ''));
    });
  });
  markdown.core.ruler.push('parvis-columns', ({ tokens }) => {
    tokens.forEach(alignByClass);
    tokens.forEach(emptyCorner);
  });
  markdown.core.ruler.push('parvis-links', (state) => rewriteLinks(state, around));
  Object.assign(markdown.renderer.rules, { ...tableRules(around), fence: fence(markdown), link_close: linkClose } satisfies Record<string, Rule>);
}

/** Columns of numbers say their side by a class: a style inside the page is against its policy. */
function alignByClass(token: Token): void {
  const [, side] = /text-align:(\w+)/.exec(token.attrGet('style') ?? '') ?? [];
  if (side === undefined) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
  token.attrSet('class', `align-${side}`);
}

/** The corner above row names heads nothing. */
function emptyCorner(token: Token, at: number, tokens: readonly Token[]): void {
  const [inside, end] = [tokens[at + 1], tokens[at + 2]];
  if (token.type === 'th_open' && inside?.content === '' && end) token.tag = end.tag = 'td';
}

function rewriteLinks({ tokens, env }: State, around: Surroundings): void {
  const page = around.pageOf(env);
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
    const link = name === undefined ? null : token.attrGet(name);
    if (name === undefined || link === null) continue;
    const { href, repository } = targetOf(link, page, around.pages(), around.forgeOf(env));
    token.attrSet(name, href ?? '');
    // A link to a file that the site has not is no link: its path is said instead.
    if (href === undefined && repository !== undefined) closing(tokens, token).forEach((part) => turnToText(part, repository, page));
  }
}

/** The opening token and the one that closes it. */
function closing(tokens: readonly Token[], open: Token): Token[] {
  const children = tokens.find(({ children }) => children?.includes(open))?.children ?? [];
  const end = children.slice(children.indexOf(open)).find(({ type }) => type === 'link_close');
  return end ? [open, end] : [open];
}

function turnToText(token: Token, repository: string, page: Page): void {
  token.tag = 'span';
  if (token.type === 'link_open') token.attrSet('class', 'no-link');
  else token.content = `${words[page.lang].inRepository} ${repository}`;
}

const linkClose: Rule = (tokens, index, options, _env, self) => {
  const { tag, content } = tokens[index] as Token;
  return tag === 'span' ? ` <small>(${content.replaceAll('<', '&lt;')})</small></span>` : self.renderToken(tokens, index, options);
};

/** A table wider than the page scrolls in a box of its own, by keyboard too. */
function tableRules({ pageOf }: Surroundings): Record<string, Rule> {
  return {
    table_open: (tokens, index, options, env, self) => {
      const before = tokens.slice(0, index);
      const count = before.filter(({ type }) => type === 'table_open').length + 1;
      const name = `${words[pageOf(env).lang].table} ${count}`;
      return `<div class="scroll" role="group" aria-label="${name}" tabindex="0">${self.renderToken(tokens, index, options)}`;
    },
    table_close: (tokens, index, options, _env, self) => `${self.renderToken(tokens, index, options)}</div>`,
  };
}

const fence = ({ utils }: MarkdownIt): Rule => (tokens, index) => {
  const { info, content } = tokens[index] as Token;
  const language = /^\w+/.exec(info)?.[0];
  return `<div class="code"><pre tabindex="0"><code${language ? ` class="language-${language}"` : ''}>${utils.escapeHtml(content)}</code></pre></div>\n`;
};
