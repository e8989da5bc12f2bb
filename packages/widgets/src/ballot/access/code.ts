import { codePointer, readAccessCode } from '@parvis/contract/access-codes';
import type { Ballot, Issue } from '@parvis/contract';
import { sentences } from '../ballot.words.ts';
import type { Kind } from '../methods/kind.ts';
import type { Access } from './access.ts';
import { afterView, codeView } from './code.view.ts';
import { refusalOf, unitSentence } from './code.words.ts';
import { openLetter } from './letters.ts';
import { follow, isGiven, listen, pageCode, setPageCode } from './page-code.ts';

/** What to look at again in the code. Empty: it can be sent. */
function slips(): Issue[] {
  const typed = readAccessCode(pageCode());
  return 'slip' in typed ? [{ pointer: codePointer, code: typed.slip }] : [];
}

/** Whoever has the code of a letter votes, once. */
const byCode = (): Access => {
  /** As it stood in the field when it was sent. */
  let sent: string | undefined;
  return {
    lead: (m) => sentences(unitSentence(m), m.say(isGiven() ? 'codeReady' : 'codeNeeded')),
    ask: codeView,
    who() {
      const typed = readAccessCode(pageCode());
      if ('slip' in typed) return { issues: slips() };
      // The other ballots of the page need not ask again.
      setPageCode((sent = pageCode()), true);
      return { voter: typed };
    },
    refused(error) {
      const code = refusalOf(error);
      if (code) setPageCode(pageCode());
      return code && { issues: [{ pointer: codePointer, code }] };
    },
    // Only the code that has voted here goes: another one may have come since, or have been typed at another question.
    after: (m, make) => afterView(m, make, () => { if (pageCode() === sent) setPageCode(''); }),
  };
};

/** A ballot of any kind that asks for the code of a letter. */
export async function withCode(kind: Kind, ballot: Ballot): Promise<Kind> {
  listen();
  await openLetter(ballot);
  return {
    ...kind,
    ...byCode(),
    // At the review a code that is not right yet stays marked while it is being mended.
    issues: (m) => (m.step === 'choose' ? kind.issues(m) : slips()),
    settle(root) {
      kind.settle?.(root);
      follow(root as ShadowRoot);
    },
  };
}
