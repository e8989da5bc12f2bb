import { join } from 'node:path';
import { digestOf, keyReused, page, verb } from '@parvis/adapters/author';
import { finds, ParvisError, questionFor, randomCode, randomKey, statusAt, validateContact, validateQuestion, words } from '@parvis/contract';
import type { Ask, AskReceipt, ConsultationDefinition, FaqGroup } from '@parvis/contract';
import * as faq from '@parvis/contract/operations/faq';
import type { Town } from './adapter.ts';
import { JsonFile } from './json-file.ts';

interface Kept {
  asked: Omit<Ask, 'key'>[];
  /** Answers to repeat, by digest of the key. */
  answers: Record<string, { content: string; receipt: AskReceipt }>;
  /** By question and device. */
  ratings: Record<string, { sequence: number; useful: boolean }>;
}

const mayAsk = (c: ConsultationDefinition) => c.faq?.asking === true && statusAt(c, new Date()) === 'open';

export function faqGroup(town: Town, all: readonly ConsultationDefinition[]): FaqGroup {
  const files = new Map(all.map((c) => [c.id, new JsonFile<Kept>(join(town.folder, `${c.id}.faq.json`), { asked: [], answers: {}, ratings: {} })]));
  const fileOf = (c: ConsultationDefinition) => files.get(c.id) as JsonFile<Kept>;
  return {
    list: verb(faq.list, ({ q = '', category, cursor, limit = 100, ...input }, { locale }) => {
      const c = town.find(input);
      const { lang } = town.reader(c, locale);
      const { questions = [], categories = [] } = c.faq ?? {};
      const wanted = questions
        .map((question) => questionFor(question, lang))
        .filter((found) => (category === undefined || found.category === category) && finds(q, `${found.question} ${found.answer}`));
      const places = new Map(questions.map((question, index) => [question.id, index]));
      return {
        ...page(wanted, ({ id }) => [places.get(id) ?? 0], { cursor, limit }),
        categories: categories.map(({ id, label }) => ({ id, label: words(label, lang) })),
        lang,
        asking: mayAsk(c),
      };
    }),

    ask: verb(faq.ask, async ({ key, ...content }) => {
      const c = town.find(content);
      const digest = await digestOf(key, content);
      return fileOf(c).change(({ asked, answers }) => {
        const before = answers[digest.id];
        if (before && before.content !== digest.content) throw keyReused();
        if (before) return before.receipt;
        if (!mayAsk(c)) throw new ParvisError('closed');
        const issues = [...validateQuestion(content.question), ...validateContact(content.contact)];
        if (issues.length > 0) throw new ParvisError('invalid', { issues });
        const receipt: AskReceipt = { id: randomKey(), status: 'pending', trackingCode: randomCode(), receivedAt: new Date().toISOString() };
        asked.push(content);
        answers[digest.id] = { content: digest.content, receipt };
        return receipt;
      });
    }),

    rate: verb(faq.rate, ({ id, mark, sequence, useful, ...input }) => {
      const c = town.find(input);
      if (!c.faq?.questions.some((question) => question.id === id)) throw new ParvisError('not-found');
      return fileOf(c).change(({ ratings }) => {
        const newest = ratings[`${id} ${mark}`];
        if (newest && newest.sequence >= sequence) return newest;
        return (ratings[`${id} ${mark}`] = { sequence, useful });
      });
    }),
  };
}
