import {
  automaticProgress, automaticSteps, contributionFor, finds, normalizeCode, ParvisError, stepFor, validateContact,
} from '@parvis/contract';
import type { ContributionDefinition, ContributionListInput, FeedbackGroup, Follow, FollowAnswer, Reader, Timeline, TimelineInput } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/feedback';
import { page, verb } from '../author/index.ts';
import { publicProposal } from './proposals.ts';
import { found, intentionsOn, readerOf, roomOf } from './store.ts';
import type { MemoryStore, Room, StoredProposal, StoredQuestion } from './store.ts';

export function feedback(store: MemoryStore): FeedbackGroup {
  return {
    list: verb(operations.list, (input, { locale }) => {
      const room = roomOf(store, input);
      return list(room, input, readerOf(store, room, locale).lang);
    }),

    timeline: verb(operations.timeline, (input, { locale }) => {
      const room = roomOf(store, input);
      return timeline(room, input, readerOf(store, room, locale));
    }),

    follow: verb(operations.follow, (input) => follow(roomOf(store, input), input)),

    rate: verb(operations.rate, (input) => {
      const room = roomOf(store, input);
      mustExist(room, input.id);
      const { value, sequence } = intentionsOn(room.satisfied, input.id).take(input.mark, input.sequence, input.useful);
      return { useful: value, sequence };
    }),
  };
}

function list({ definition }: Room, { q = '', progress, cursor, limit = 20 }: ContributionListInput, lang: string) {
  const wanted = definition.feedback
    .map((entry, index) => ({ contribution: contributionFor(entry, lang), index }))
    .filter(({ contribution: c }) => (progress === undefined || c.progress === progress) && finds(q, [c.title, c.said, c.did, c.place].join(' ')));
  const answer = page(wanted, ({ index }) => [index], { cursor, limit });
  return { ...answer, items: answer.items.map(({ contribution }) => contribution), lang };
}

function timeline(room: Room, input: TimelineInput, reader: Reader): Timeline {
  if ('trackingCode' in input) return byCode(room, normalizeCode(input.trackingCode), reader);
  const decided = contributionOf(room, input.id);
  return decided ? ofContribution(decided, reader) : ofProposal(publicProposal(room, input.id), reader);
}

function byCode(room: Room, code: string, reader: Reader): Timeline {
  const isIt = (thing: { trackingCode?: string | undefined }) => thing.trackingCode !== undefined && normalizeCode(thing.trackingCode) === code;
  const proposal = [...room.proposals.values()].find(isIt);
  if (proposal) return ofProposal(proposal, reader);
  const [id, question] = found([...room.questions].find(([, q]) => isIt(q)));
  return ofQuestion(id, question, reader);
}

const ofContribution = (entry: ContributionDefinition, reader: Reader): Timeline => ({
  ...contributionFor(entry, reader.lang),
  lang: reader.lang,
  steps: entry.steps.map((step) => stepFor(step, reader)),
  following: true,
});

const ofProposal = (p: StoredProposal, { lang }: Reader): Timeline => ({
  id: p.id, title: p.title, kind: 'proposal', said: p.text || undefined, progress: automaticProgress('proposal', p.status), place: p.place,
  lang, steps: automaticSteps('proposal', p.status, p.receivedAt, lang), following: p.status !== 'pending',
});

const ofQuestion = (id: string, q: StoredQuestion, { lang }: Reader): Timeline => ({
  id, title: q.question, kind: 'question', progress: automaticProgress('question', 'pending'),
  lang, steps: automaticSteps('question', 'pending', q.receivedAt, lang), following: false,
});

function follow(room: Room, { id, contact, follow: wanted, mark, sequence }: Follow): FollowAnswer {
  mustExist(room, id);
  const issues = wanted ? validateContact(contact) : [];
  const [issue] = issues;
  if (issue) throw new ParvisError(issue.code === 'consent-required' ? 'consent-required' : 'invalid', { issues });
  const newest = intentionsOn(room.followers, id).take(mark, sequence, wanted ? contact.email.trim() : undefined);
  return { following: newest.value !== undefined, sequence: newest.sequence };
}

const contributionOf = ({ definition }: Room, id: string) => definition.feedback.find((f) => f.id === id);

/** @throws ParvisError `not-found` */
function mustExist(room: Room, id: string): void {
  if (!contributionOf(room, id)) publicProposal(room, id);
}
