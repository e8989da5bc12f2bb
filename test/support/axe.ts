import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The file that a page has to load before it can be looked at. */
export const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Contrast that is asked of text: 7:1, 4.5:1, or none where the same colours are looked at elsewhere. */
export type Contrast = 'AAA' | 'AA' | 'any';

interface Look {
  contrast?: Contrast;
  /** A selector; default: the whole page. */
  within?: string;
  /** False: what other pages show in frames is theirs. */
  iframes?: boolean;
}

/** What axe sees in a page that has loaded it. */
export const violations = (page: Page, { contrast = 'AAA', within = 'html', iframes = true }: Look = {}): Promise<string[]> =>
  page.evaluate(async ({ contrast, within, iframes }) => {
    const { run } = (globalThis as unknown as { axe: { run(where: string, o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    // Only what is broken is asked for; 'color-contrast-enhanced' is off by default, and the tokens promise AAA.
    const rules = { 'color-contrast-enhanced': { enabled: contrast === 'AAA' }, 'color-contrast': { enabled: contrast === 'AA' } };
    const result = await run(within, { resultTypes: ['violations'], iframes, rules });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
  }, { contrast, within, iframes });
