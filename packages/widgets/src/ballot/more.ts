import type { Ballot, Method } from '@parvis/contract';
import { copyText, printSheet } from '../shared/keepsake.ts';
import { shared } from '../shared/shared.messages.ts';
import { withCode } from './access/code.ts';
import { changes } from './changes.ts';
import { fitted } from './long/long.ts';
import type { Kind } from './methods/kind.ts';
import { points } from './methods/points.ts';
import { ranking } from './methods/ranking.ts';
import { values } from './methods/values.ts';
import { moreStyles } from './more.css.ts';
import { fr } from './more.messages.ts';

const { copied, copyFailed } = shared;

let sheet: CSSStyleSheet | undefined;

const kinds: Partial<Record<Method, Kind>> = { points, ranking, grades: values, score: values };

/** What only some ballots or some people need. In a page a file of its own, so that the others arrive without it. */
export const more = {
  /** Their sentences in French. */
  sentences: { ...fr, copied, copyFailed },

  /** Adds their styles to those of a widget. */
  dress(root: ShadowRoot): void {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(moreStyles.join(''));
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  },

  /** How a ballot is filled in. Absent: this version does not know. `ticks`: its way where nothing more is needed. */
  async kindFor(ballot: Ballot, ticks: Kind | undefined): Promise<Kind | undefined> {
    const own = ticks ?? kinds[ballot.method];
    const kind = own && (await fitted(own, ballot));
    return kind && ballot.eligibility === 'code' ? withCode(kind, ballot) : kind;
  },

  /** What a changed ballot means for somebody who had already chosen. */
  changes,

  /** Prints parts of the screen, a line each, under a title. */
  print: (title: string, parts: Iterable<HTMLElement>, lang: string): void => printSheet(title, [...parts].map((part) => part.innerText), lang),

  /** @returns the sentence that says what came of it */
  copy: async (text: string): Promise<'copied' | 'copyFailed'> => ((await copyText(text)) ? 'copied' : 'copyFailed'),
};

export type More = typeof more;
