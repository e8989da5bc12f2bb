import * as z from 'zod/mini';
import { Check, Description } from '../schemas/services.ts';
import { operation } from './operation.ts';

export const describe = operation({
  method: 'GET', path: '', summary: 'What this backend offers',
  input: z.object({}), answer: Description, errors: [],
});

export const check = operation({
  method: 'GET', path: '/check', summary: 'Whether it is well set up, with hints for the webmaster',
  input: z.object({}), answer: Check, errors: [],
});
