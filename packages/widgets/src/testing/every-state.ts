import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Example } from '../shared/example.ts';
import { all, forgetEverything, inState, words } from './page.ts';

/** What must hold in every state of every widget. */

interface Loading extends LitElement {
  backend: unknown;
}

/** Controls under 44 × 44 px that are not words inside a sentence (WCAG 2.2, 2.5.8 exempts those; we ask 44 of the rest). */
const tooSmall = (element: LitElement): string[] =>
  all(element, 'button, select, input:not([type=checkbox], [type=radio]), textarea, .pv-choice, a')
    .filter((e) => e.localName !== 'a' || getComputedStyle(e).display !== 'inline')
    .filter((e) => e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5)
    .map((e) => `${e.localName} "${words(e)}" ${Math.round(e.getBoundingClientRect().width)} × ${Math.round(e.getBoundingClientRect().height)}`);

/** Parts that stick out of the widget at the side. What lies in a box that scrolls by itself can be reached. */
const sticksOut = (element: LitElement): string[] => {
  const box = element.getBoundingClientRect();
  return all(element, '*:not(.pv-visually-hidden, .pv-scroll *)')
    .filter((e) => e.getBoundingClientRect().right > box.right + 1 || e.getBoundingClientRect().left < box.left - 1)
    .map((e) => `${e.localName}.${e.className} "${words(e).slice(0, 40)}"`);
};

export function checkEveryState<E extends Loading>(tag: string, examples: readonly Example<E>[]): void {
  describe(`<${tag}> in every state`, () => {
    beforeEach(forgetEverything);

    for (const { name, title } of examples) {
      it(`${name} (${title}): accessible in light and dark, left to right and right to left`, async () => {
        for (const [theme, dir] of [['light', 'ltr'], ['dark', 'rtl']] as const) {
          await forgetEverything();
          const element = await inState(tag, examples, name, { theme, dir, width: '320px' });
          await expect(element).to.be.accessible();
          expect(sticksOut(element), `sticks out at 320 px, ${dir}`).to.deep.equal([]);
          expect(tooSmall(element), 'targets under 44 px').to.deep.equal([]);
        }
      });
    }
  });
}
