/** The part of Eleventy that the site uses; it brings no types of its own. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    ignores: Set<string>;
    setUseGitIgnore(use: boolean): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addPassthroughCopy(paths: Record<string, string>): void;
    addPreprocessor(name: string, ending: string, change: (data: never, text: string) => string): void;
    addTemplate(path: string, text: string, data: Record<string, unknown>): void;
    amendLibrary(name: 'md', change: (library: never) => void): void;
    on(event: 'eleventy.before' | 'eleventy.after', act: (about: { directories: { output: string } }) => void | Promise<void>): void;
  }
  interface Options {
    quietMode?: boolean;
    configPath?: string;
    config?: (config: UserConfig) => void;
  }
  export class Eleventy {
    constructor(input: string, output: string, options?: Options);
    init(): Promise<void>;
    /** Of the pages: what was written, one for each. */
    write(): Promise<[copied: unknown[], pages: unknown[]]>;
    watch(): Promise<void>;
  }
}
