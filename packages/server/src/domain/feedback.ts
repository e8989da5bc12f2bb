import {
  automaticProgress, automaticSteps, contributionFor, fold, ParvisError, stepFor, validateContact,
  type ContributionListInput, type FeedbackGroup, type Follow, type FollowAnswer, type Reader, type Timeline, type TimelineInput,
} from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import type { Tracked } from '../store/store.ts';
import { hashOfCode } from './code-hash.ts';
import { sliceOf } from './cursors.ts';
import { found } from './faults.ts';
import { publicProposal } from './proposals.ts';
import type { House, Room } from './rooms.ts';
import { matching, searchable } from './search.ts';
import { verb } from './verb.ts';

const operations = groups.feedback;

export function feedback(house: House): FeedbackGroup {
  return {
    list: verb(operations.list, async (input, { locale }) => {
      const room = await house.room(input);
      return list(room, input, house.reader(room, locale).lang);
    }),

    timeline: verb(operations.timeline, async (input, { locale }) => {
      const room = await house.room(input);
      return timeline(house, room, input, house.reader(room, locale));
    }),

    follow: verb(operations.follow, async (input) => follow(house, await house.room(input), input)),

    rate: verb(operations.rate, async ({ useful, ...input }) => {
      await mustExist(house, await house.room(input), input.id);
      const newest = await house.store.setRating({ ...input, kind: 'feedback', on: useful });
      return { useful: newest.on, sequence: newest.sequence };
    }),
  };
}

async function list(room: Room, { q, progress, cursor, limit = 20 }: ContributionListInput, lang: string) {
  const all = room.memo(`feedback ${lang}`, () => room.definition.feedback.map((entry) => {
    const c = contributionFor(entry, lang);
    return searchable(c, fold([c.title, c.said, c.did, c.place].join(' ')));
  }));
  const wanted = matching(all, q).filter((c) => progress === undefined || c.progress === progress);
  return { ...sliceOf(wanted, cursor, limit, 'feedback'), lang };
}

async function timeline(house: House, room: Room, input: TimelineInput, reader: Reader): Promise<Timeline> {
  const { consultation } = input;
  if ('trackingCode' in input) {
    return ofTracked(found(await house.store.findTracked(consultation, hashOfCode(input.trackingCode))), room, reader);
  }
  const decided = ofContribution(room, input.id, reader);
  if (decided) return decided;
  const { id, title, text, place, status, publishedAt } = await publicProposal(house, consultation, input.id);
  const receivedAt = publishedAt ?? room.definition.opensAt ?? reader.now.toISOString();
  return ofTracked({ kind: 'proposal', id, title, text, place: place ?? undefined, status, receivedAt }, room, reader);
}

function ofContribution({ definition }: Room, id: string, reader: Reader): Timeline | undefined {
  const entry = definition.feedback.find((f) => f.id === id);
  return entry && {
    ...contributionFor(entry, reader.lang), lang: reader.lang, steps: entry.steps.map((step) => stepFor(step, reader)), following: true,
  };
}

/** What the town has written about it comes first; else the steps that need nobody's words. */
function ofTracked(tracked: Tracked, room: Room, reader: Reader): Timeline {
  const { kind, id, title, text, place, status, receivedAt } = tracked;
  const written = ofContribution(room, id, reader);
  if (written) return written;
  const { lang } = reader;
  const common = { id, title, kind, lang, ...(text && { said: text }), ...(place && { place }) };
  if (kind === 'question') {
    const answered = status === 'published' ? 'published' : 'pending';
    return { ...common, progress: automaticProgress(kind, answered), steps: automaticSteps(kind, answered, receivedAt, lang), following: false };
  }
  return { ...common, progress: automaticProgress(kind, status), steps: automaticSteps(kind, status, receivedAt, lang), following: status !== 'pending' };
}

async function follow(house: House, room: Room, { contact, follow: on, ...input }: Follow): Promise<FollowAnswer> {
  await mustExist(house, room, input.id);
  const issues = on ? validateContact(contact) : [];
  const [issue] = issues;
  if (issue) throw new ParvisError(issue.code === 'consent-required' ? 'consent-required' : 'invalid', { issues });
  const newest = await house.store.setFollow({ ...input, on, email: contact.email.trim() });
  return { following: newest.on, sequence: newest.sequence };
}

/** @throws ParvisError `not-found` */
async function mustExist(house: House, { definition }: Room, id: string): Promise<void> {
  if (!definition.feedback.some((f) => f.id === id)) await publicProposal(house, definition.id, id);
}
