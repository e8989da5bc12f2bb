import { finds, partStatus, ParvisError, questionFor, randomCode, randomKey, validateContact, validateQuestion, words } from '@parvis/contract';
import type { Ask, AskReceipt, FaqGroup, FaqList, FaqListInput, Reader } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/faq';
import { page, verb } from '../author/index.ts';
import { found, intentionsOn, readerOf, roomOf } from './store.ts';
import type { MemoryStore, Room } from './store.ts';

export function faq(store: MemoryStore): FaqGroup {
  return {
    list: verb(operations.list, (input, { locale }) => {
      const room = roomOf(store, input);
      return list(room, input, readerOf(store, room, locale));
    }),

    ask: verb(operations.ask, (input) => {
      const room = roomOf(store, input);
      const { key, ...content } = input;
      return room.asks.once(key, content, () => ask(room, input, store.now()));
    }),

    rate: verb(operations.rate, (input) => {
      const room = roomOf(store, input);
      found(room.definition.faq?.questions.find((q) => q.id === input.id));
      const { value, sequence } = intentionsOn(room.useful, input.id).take(input.mark, input.sequence, input.useful);
      return { useful: value, sequence };
    }),
  };
}

const mayAsk = ({ definition }: Room, now: Date): boolean =>
  definition.faq?.asking === true && partStatus(definition, {}, now) === 'open';

function list(room: Room, { q = '', category, cursor, limit = 100 }: FaqListInput, { lang, now }: Reader): FaqList {
  const { categories = [], questions = [] } = room.definition.faq ?? {};
  const wanted = questions
    .map((question, index) => ({ question: questionFor(question, lang), index }))
    .filter(({ question: { question, answer, category: own } }) =>
      (category === undefined || own === category) && finds(q, `${question} ${answer}`));
  const answer = page(wanted, ({ index }) => [index], { cursor, limit });
  return {
    ...answer,
    items: answer.items.map(({ question }) => ({ ...question, useful: usefulness(room, question.id) })),
    categories: categories.map(({ id, label }) => ({ id, label: words(label, lang) })),
    lang,
    asking: mayAsk(room, now),
  };
}

const usefulness = (room: Room, id: string) => {
  const ratings = intentionsOn(room.useful, id);
  return { yes: ratings.count((useful) => useful), no: ratings.count((useful) => !useful) };
};

function ask(room: Room, input: Ask, now: Date): AskReceipt {
  if (!mayAsk(room, now)) throw new ParvisError('closed');
  const issues = [...validateQuestion(input.question), ...validateContact(input.contact)];
  if (issues.length > 0) throw new ParvisError('invalid', { issues });
  const id = randomKey();
  const trackingCode = randomCode();
  const receivedAt = now.toISOString();
  room.questions.set(id, { question: input.question.trim(), contact: input.contact, trackingCode, receivedAt });
  return { id, status: 'pending', trackingCode, receivedAt };
}
