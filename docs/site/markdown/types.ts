/** The part of markdown-it that the site changes; Eleventy brings it along without types. */
export interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: State) => void): void } };
  renderer: {
    rules: Record<string, Rule | undefined>;
    renderToken(tokens: Token[], index: number, options: unknown): string;
  };
  utils: { escapeHtml(text: string): string };
}
export interface State {
  tokens: Token[];
  /** What Eleventy knows of the page. */
  env: unknown;
}
export interface Token {
  type: string;
  tag: string;
  content: string;
  /** Of a block of code: the word after its fence. */
  info: string;
  children: Token[] | null;
  attrs: [name: string, value: string][] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
export type Rule = (tokens: Token[], index: number, options: unknown, env: unknown, self: MarkdownIt['renderer']) => string;
