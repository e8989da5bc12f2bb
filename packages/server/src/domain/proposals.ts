import {
  canonicalJson, closestLanguage, fold, partStatus, ParvisError, randomCode, randomKey, statusAt, validateProposal,
  type Proposal, type ProposalReceipt, type ProposalsGroup, type ProposalSubmission, type SupportInput,
} from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import type { KeptProposal } from '../store/store.ts';
import { hashOfCode } from './code-hash.ts';
import { fromCursor, pageOf } from './cursors.ts';
import { found } from './faults.ts';
import type { House, Room } from './rooms.ts';
import { verb } from './verb.ts';

const operations = groups.proposals;

export function proposals(house: House): ProposalsGroup {
  const { store } = house;
  return {
    list: verb(operations.list, async ({ q = '', category, sort = 'newest', cursor, limit = 20, ...input }) => {
      await house.room(input);
      const words = fold(q).split(/\s+/).filter((word) => word !== '');
      const slice = await store.listProposals(input.consultation, { words, category, sort, after: fromCursor(sort, 2, cursor), limit });
      return pageOf(sort, { ...slice, items: slice.items.map(show) });
    }),

    get: verb(operations.get, async (input) => {
      await house.room(input);
      return show(await publicProposal(house, input.consultation, input.id));
    }),

    submit: verb(operations.submit, async (input) => submit(house, await house.room(input), input)),
    support: verb(operations.support, (input) => support(house, input, true)),
    withdrawSupport: verb(operations.withdrawSupport, (input) => support(house, input, false)),
  };
}

/** @throws ParvisError `not-found`, also while a moderator has not read it */
export async function publicProposal({ store }: House, consultation: string, id: string): Promise<KeptProposal> {
  const proposal = found(await store.getProposal(consultation, id));
  return found(proposal.status === 'pending' ? undefined : proposal);
}

const show = ({ category, place, publishedAt, ...rest }: KeptProposal): Proposal => ({
  ...rest,
  ...(category !== null && { category }),
  ...(place !== null && { place }),
  ...(publishedAt !== null && { publishedAt }),
});

function submit({ store, now }: House, { definition }: Room, input: ProposalSubmission): Promise<ProposalReceipt> {
  const { key, ...content } = input;
  const receivedAt = now().toISOString();
  const published = definition.proposalForm?.moderation === 'after';
  const id = randomKey();
  const trackingCode = randomCode();
  const status = published ? 'published' : 'pending';
  const proposal: KeptProposal = {
    id,
    title: input.title.trim(),
    text: input.text.trim(),
    lang: input.lang ?? closestLanguage(definition.languages, undefined),
    category: input.category ?? null,
    place: input.place?.trim() || null,
    status,
    supports: 0,
    publishedAt: published ? receivedAt : null,
  };
  return store.submitProposal({
    consultation: definition.id,
    replay: { key, content: canonicalJson(content) },
    refusal: () => refusal(definition, input, now()),
    id,
    receivedAt,
    trackingHash: hashOfCode(trackingCode),
    email: input.contact?.email.trim(),
    profile: input.profile,
    proposal,
    answer: { id, status, trackingCode, receivedAt },
  });
}

function refusal(definition: Room['definition'], input: ProposalSubmission, now: Date): ParvisError | undefined {
  const form = definition.proposalForm;
  if (!form || partStatus(definition, form, now) !== 'open') return new ParvisError('closed');
  const issues = validateProposal(form, input);
  if (issues.length === 0) return undefined;
  return new ParvisError(issues.every((issue) => issue.code === 'consent-required') ? 'consent-required' : 'invalid', { issues });
}

/** Support lasts as long as the consultation, also when proposals are no longer collected. */
async function support(house: House, { consultation, id, mark, sequence }: SupportInput, on: boolean) {
  const { definition } = await house.room({ consultation });
  await publicProposal(house, consultation, id);
  if (statusAt(definition, house.now()) !== 'open') throw new ParvisError('closed');
  const newest = await house.store.setSupport({ consultation, id, mark, sequence, on });
  return { supported: newest.on, supports: newest.supports, sequence: newest.sequence };
}
