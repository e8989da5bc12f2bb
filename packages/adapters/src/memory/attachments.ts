import { ParvisError, randomKey } from '@parvis/contract';
import type { Attachment, AttachmentInput, AttachmentsGroup } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/attachments';
import { verb } from '../author/index.ts';
import { roomOf } from './store.ts';
import type { MemoryStore } from './store.ts';

/** Pictures and documents that a browser shows without running anything in them. */
const types = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'];

export function attachments(store: MemoryStore): AttachmentsGroup {
  return {
    create: verb(operations.create, (input) => {
      const { key, ...content } = input;
      return roomOf(store, input).attachments.once(key, content, () => create(input, store.attachmentLimit));
    }),
  };
}

function create({ name, type, data }: AttachmentInput, limit: number): Attachment {
  const bytes = Math.floor((data.replace(/=+$/, '').length * 3) / 4);
  if (bytes > limit) throw new ParvisError('too-large', { issues: [{ pointer: '/data', code: 'too-large', limit, actual: bytes }] });
  if (!types.includes(type)) throw new ParvisError('type-refused', { issues: [{ pointer: '/type', code: 'not-offered' }] });
  return { id: randomKey(), name, type, bytes, href: `data:${type};base64,${data}` };
}
