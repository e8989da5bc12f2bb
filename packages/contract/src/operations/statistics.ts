import { ConsultationInput } from '../schemas/consultation.ts';
import { Statistics } from '../schemas/services.ts';
import { operation } from './operation.ts';

export const get = operation({
  method: 'GET', path: '/consultations/{consultation}/statistics', summary: 'Totals, with small groups suppressed',
  input: ConsultationInput, answer: Statistics, errors: ['not-found'],
});
