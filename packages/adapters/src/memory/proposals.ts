import { closestLanguage, finds, groupCode, partStatus, ParvisError, randomCode, randomKey, statusAt, validateProposal } from '@parvis/contract';
import type { Proposal, ProposalListInput, ProposalReceipt, ProposalsGroup, ProposalSubmission, SupportAnswer, SupportInput } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/proposals';
import { Intentions, page, verb } from '../author/index.ts';
import type { SortKey } from '../author/index.ts';
import { found, roomOf } from './store.ts';
import type { MemoryStore, Room, StoredProposal } from './store.ts';

export function proposals(store: MemoryStore): ProposalsGroup {
  return {
    list: verb(operations.list, (input) => list(roomOf(store, input), input)),
    get: verb(operations.get, (input) => show(publicProposal(roomOf(store, input), input.id))),
    submit: verb(operations.submit, (input) => {
      const room = roomOf(store, input);
      const { key, ...content } = input;
      return room.submissions.once(key, content, () => submit(room, input, store.now()));
    }),
    support: verb(operations.support, (input) => support(store, input, true)),
    withdrawSupport: verb(operations.withdrawSupport, (input) => support(store, input, false)),
  };
}

const orders: Record<NonNullable<ProposalListInput['sort']>, (p: StoredProposal) => SortKey> = {
  newest: (p) => [-(Date.parse(p.publishedAt ?? '') || 0), -p.serial],
  oldest: (p) => [Date.parse(p.publishedAt ?? '') || 0, p.serial],
  'most-supported': (p) => [-supportsOf(p), -p.serial],
};

function list(room: Room, { q = '', category, sort = 'newest', cursor, limit = 20 }: ProposalListInput) {
  const wanted = [...room.proposals.values()].filter(
    (p) => p.status !== 'pending' && (category === undefined || p.category === category) && finds(q, [p.title, p.text, p.place].join(' ')),
  );
  const answer = page(wanted, orders[sort], { cursor, limit, order: sort });
  return { ...answer, items: answer.items.map(show) };
}

/** As everybody may read it: without the address, the profile or the tracking code. */
const show = (p: StoredProposal): Proposal => ({
  id: p.id, title: p.title, text: p.text, lang: p.lang, category: p.category, place: p.place, status: p.status,
  supports: supportsOf(p), publishedAt: p.publishedAt,
});

const supportsOf = (p: StoredProposal): number => p.earlierSupports + p.supporters.count((supports) => supports);

/** @throws ParvisError `not-found`, also while a moderator has not read it */
export function publicProposal(room: Room, id: string): StoredProposal {
  const proposal = found(room.proposals.get(id));
  return found(proposal.status === 'pending' ? undefined : proposal);
}

function submit(room: Room, input: ProposalSubmission, now: Date): ProposalReceipt {
  const { definition } = room;
  const form = definition.proposalForm;
  if (!form || partStatus(definition, form, now) !== 'open') throw new ParvisError('closed');
  const issues = validateProposal(form, input);
  if (issues.length > 0) {
    throw new ParvisError(issues.every((i) => i.code === 'consent-required') ? 'consent-required' : 'invalid', { issues });
  }
  const receivedAt = now.toISOString();
  const published = form.moderation === 'after';
  const proposal: StoredProposal = {
    id: randomKey(),
    title: input.title.trim(),
    text: input.text.trim(),
    lang: input.lang ?? closestLanguage(definition.languages, undefined),
    category: input.category,
    place: input.place?.trim() || undefined,
    status: published ? 'published' : 'pending',
    publishedAt: published ? receivedAt : undefined,
    serial: room.proposals.size,
    earlierSupports: 0,
    supporters: new Intentions(),
    receivedAt,
    trackingCode: randomCode(),
    contact: input.contact && { email: input.contact.email.trim(), consent: true },
    profile: input.profile,
  };
  room.proposals.set(proposal.id, proposal);
  return { id: proposal.id, status: proposal.status, trackingCode: groupCode(proposal.trackingCode ?? ''), receivedAt };
}

function support(store: MemoryStore, input: SupportInput, value: boolean): SupportAnswer {
  const room = roomOf(store, input);
  const proposal = publicProposal(room, input.id);
  if (statusAt(room.definition, store.now()) !== 'open') throw new ParvisError('closed');
  const newest = proposal.supporters.take(input.mark, input.sequence, value);
  return { supported: newest.value, supports: supportsOf(proposal), sequence: newest.sequence };
}
