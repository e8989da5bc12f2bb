import { Ask, AskReceipt, FaqList, FaqListInput, FaqRating, RatingAnswer } from '../schemas/faq.ts';
import { operation } from './operation.ts';

const base = '/consultations/{consultation}/faq';

export const list = operation({
  method: 'GET', path: base, summary: 'Questions and answers',
  input: FaqListInput, answer: FaqList, errors: ['not-found'],
});

export const ask = operation({
  method: 'POST', path: base, summary: 'Ask a question',
  input: Ask, answer: AskReceipt, errors: ['not-found', 'invalid', 'closed', 'quota'],
});

export const rate = operation({
  method: 'POST', path: `${base}/{id}/rating`, summary: 'Say whether an answer was useful',
  input: FaqRating, answer: RatingAnswer, errors: ['not-found', 'quota'],
});
