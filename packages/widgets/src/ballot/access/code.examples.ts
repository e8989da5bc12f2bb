import { ParvisError, type Ballot, type ErrorCode } from '@parvis/contract';
import { appears, type Example } from '../../shared/example.ts';
import type { ParvisBallot } from '../ballot.ts';
import { answers, cast, offering, review } from '../offering.ts';
import { setPageCode } from './page-code.ts';

const rules: Partial<Ballot> = {
  method: 'yes-no', title: 'Faut-il un abri fermé pour les vélos ?', text: 'Il prendrait quatre places de parking.', ceiling: undefined,
  options: answers('Oui', 'Non'), eligibility: 'code', unit: 'dwelling',
};
const asking = (votes: Parameters<typeof offering>[1] = {}) => offering(rules, votes);
const refusing = (code: ErrorCode, issue?: string) => () => Promise.reject(new ParvisError(code, { issues: issue ? [{ pointer: '/voter/code', code: issue }] : [] }));

const good = 'GHY9 XCNH C6JE 7DYN';

/** Types a code at the review. */
const typing = (code: string) => async (element: ParvisBallot): Promise<void> => {
  setPageCode('');
  await review('r1')(element);
  await appears(element, '.pv-access');
  const field = element.renderRoot.querySelector<HTMLInputElement>('.pv-access');
  if (!field) return;
  field.value = code;
  field.dispatchEvent(new Event('input'));
  await element.updateComplete;
};
const voting = (code: string, then: string) => async (element: ParvisBallot): Promise<void> => {
  await typing(code)(element);
  await cast(then)(element);
};
/** As `voting`; what comes after it in the same page starts without a code. */
const voted = (then: string) => async (element: ParvisBallot): Promise<void> => {
  await voting(good, then)(element);
  setPageCode('');
};

export const codeStates: Example<ParvisBallot>[] = [
  { name: 'code', title: 'Un code est demandé', backend: () => asking() },
  { name: 'code-review', title: 'Vérifier, et écrire son code', backend: () => asking(), act: typing('') },
  { name: 'code-given', title: 'Le code est venu avec l’adresse', backend: () => asking(), act: async (element) => {
    setPageCode(good, true);
    await review('r1')(element);
    await appears(element, '.pv-access');
    setPageCode('');
  } },
  { name: 'code-slip', title: 'Le code a un signe de moins', backend: () => asking(), act: voting(good.slice(0, -1), '[role=alert]') },
  { name: 'code-used', title: 'Le code a déjà voté', backend: () => asking({ cast: refusing('already-voted') }), act: voted('[role=alert]') },
  { name: 'code-void', title: 'Le code a été remplacé', backend: () => asking({ cast: refusing('not-eligible', 'void') }), act: voted('[role=alert]') },
  { name: 'code-done', title: 'Vote arrivé avec un code', backend: () => asking(), act: voted('[data-kind=ok]') },
  { name: 'code-test', title: 'Un essai', backend: () => asking({ cast: () => Promise.resolve({ receipt: '7KQM4XTP9WAC3RHD', consultation: 'bp-2027', ballot: 'b', channel: 'online' as const, day: '2027-03-14', test: true }) }), act: voted('[data-kind=warn]') },
];
