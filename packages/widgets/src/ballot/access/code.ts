import { codePointer, readAccessCode } from '@parvis/contract/access-codes';
import { sentences } from '../ballot.words.ts';
import type { Kind } from '../methods/kind.ts';
import type { Access } from './access.ts';
import { afterView, codeView } from './code.view.ts';
import { refusalOf, unitSentence } from './code.words.ts';
import { follow, isGiven, listen, pageCode, setPageCode } from './page-code.ts';

/** Whoever has the code of a letter votes, once. */
const byCode: Access = {
  lead: (m) => sentences(unitSentence(m), m.say(isGiven() ? 'codeReady' : 'codeNeeded')),
  ask: codeView,
  who() {
    const typed = readAccessCode(pageCode());
    if ('slip' in typed) return { issues: [{ pointer: codePointer, code: typed.slip }] };
    // The other ballots of the page need not ask again.
    setPageCode(pageCode(), true);
    return { voter: typed };
  },
  refused(error) {
    const code = refusalOf(error);
    if (code) setPageCode(pageCode());
    return code && { issues: [{ pointer: codePointer, code }] };
  },
  after: afterView,
};

/** A ballot of any kind that asks for the code of a letter. */
export function withCode(kind: Kind): Kind {
  listen();
  return {
    ...kind,
    ...byCode,
    settle(root) {
      kind.settle?.(root);
      const field = root.querySelector<HTMLInputElement>('.pv-access');
      if (field) follow(field);
    },
  };
}
