import * as z from 'zod/mini';
import { Cursor, pageOf } from '../schemas/common.ts';
import { Consultation, ConsultationInput } from '../schemas/consultation.ts';
import { operation } from './operation.ts';

export const list = operation({
  method: 'GET', path: '/consultations', summary: 'Every consultation, newest first',
  input: z.object({ cursor: z.optional(Cursor), limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))) }),
  answer: pageOf(Consultation), errors: [],
});

export const get = operation({
  method: 'GET', path: '/consultations/{consultation}', summary: 'One consultation',
  input: ConsultationInput, answer: Consultation, errors: ['not-found'],
});
