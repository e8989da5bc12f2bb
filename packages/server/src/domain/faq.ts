import {
  canonicalJson, closestLanguage, fold, partStatus, ParvisError, questionFor, randomCode, randomKey, validateContact, validateQuestion, words,
  type Ask, type AskReceipt, type FaqGroup, type FaqList, type FaqListInput, type Reader,
} from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import { hashOfCode } from './code-hash.ts';
import { sliceOf } from './cursors.ts';
import { found } from './faults.ts';
import type { House, Room } from './rooms.ts';
import { matching, searchable } from './search.ts';
import { verb } from './verb.ts';

const operations = groups.faq;

export function faq(house: House): FaqGroup {
  const { store } = house;
  return {
    list: verb(operations.list, async (input, { locale }) => {
      const room = await house.room(input);
      return list(house, room, input, house.reader(room, locale));
    }),

    ask: verb(operations.ask, async (input) => ask(house, await house.room(input), input)),

    rate: verb(operations.rate, async ({ useful, ...input }) => {
      const { definition } = await house.room(input);
      found(definition.faq?.questions.find((q) => q.id === input.id));
      const newest = await store.setRating({ ...input, kind: 'faq', on: useful });
      return { useful: newest.on, sequence: newest.sequence };
    }),
  };
}

const mayAsk = ({ definition }: Room, now: Date): boolean =>
  definition.faq?.asking === true && partStatus(definition, {}, now) === 'open';

async function list({ store }: House, room: Room, { consultation, q, category, cursor, limit = 100 }: FaqListInput, { lang, now }: Reader): Promise<FaqList> {
  const { categories = [], questions = [] } = room.definition.faq ?? {};
  const all = room.memo(`faq ${lang}`, () => questions.map((entry) => {
    const question = questionFor(entry, lang);
    return searchable(question, fold(`${question.question} ${question.answer}`));
  }));
  const wanted = matching(all, q).filter((question) => category === undefined || question.category === category);
  const page = sliceOf(wanted, cursor, limit, 'faq');
  const ratings = await store.ratings(consultation, 'faq');
  return {
    ...page,
    items: page.items.map((question) => ({ ...question, useful: ratings.get(question.id) ?? { yes: 0, no: 0 } })),
    categories: categories.map(({ id, label }) => ({ id, label: words(label, lang) })),
    lang,
    asking: mayAsk(room, now),
  };
}

function ask({ store, now }: House, room: Room, input: Ask): Promise<AskReceipt> {
  const { key, ...content } = input;
  const id = randomKey();
  const trackingCode = randomCode();
  const receivedAt = now().toISOString();
  return store.askQuestion({
    consultation: input.consultation,
    replay: { key, content: canonicalJson(content) },
    refusal: () => {
      if (!mayAsk(room, now())) return new ParvisError('closed');
      const issues = [...validateQuestion(input.question), ...validateContact(input.contact)];
      return issues.length > 0 ? new ParvisError('invalid', { issues }) : undefined;
    },
    id,
    receivedAt,
    trackingHash: hashOfCode(trackingCode),
    email: input.contact?.email.trim(),
    question: input.question.trim(),
    lang: input.lang ?? closestLanguage(room.definition.languages, undefined),
    answer: { id, status: 'pending', trackingCode, receivedAt },
  });
}
