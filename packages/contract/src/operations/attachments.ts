import { Attachment, AttachmentInput } from '../schemas/services.ts';
import { operation } from './operation.ts';

export const create = operation({
  method: 'POST', path: '/consultations/{consultation}/attachments', summary: 'Leave a file to go with a proposal',
  input: AttachmentInput, answer: Attachment, errors: ['not-found', 'too-large', 'type-refused', 'quota'],
});
