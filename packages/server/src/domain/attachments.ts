import { canonicalJson, ParvisError, partStatus, randomKey, type AttachmentsGroup } from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import { hash } from 'node:crypto';
import type { House } from './rooms.ts';
import { verb } from './verb.ts';

/** In bytes: a photograph from a telephone or a scanned page. */
export const attachmentLimit = 5_000_000;

/** In bytes, for all files of one consultation: strangers cannot fill the disk. */
export const attachmentsTotal = 200_000_000;

/** What a file really is, told by its first bytes; the name and the type sent with it prove nothing. */
const signatures: readonly { type: string; fits: (bytes: Buffer) => boolean }[] = [
  { type: 'application/pdf', fits: (b) => b.subarray(0, 5).toString('latin1') === '%PDF-' },
  { type: 'image/png', fits: (b) => b.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', fits: (b) => b.subarray(0, 3).toString('latin1') === '\xff\xd8\xff' },
  { type: 'image/webp', fits: (b) => b.subarray(0, 4).toString('latin1') === 'RIFF' && b.subarray(8, 12).toString('latin1') === 'WEBP' },
];

/** Where a file is fetched. The id is random and long: only who was given the address finds it. */
export const attachmentPath = (consultation: string, id: string): string => `/files/${consultation}/${id}`;

export function attachments({ store, room, now }: House): AttachmentsGroup {
  return {
    create: verb(groups.attachments.create, async ({ key, consultation, name, type, data }) => {
      const { definition } = await room({ consultation });
      const bytes = Buffer.from(data, 'base64');
      if (bytes.length > attachmentLimit) {
        throw new ParvisError('too-large', { issues: [{ pointer: '/data', code: 'too-large', limit: attachmentLimit, actual: bytes.length }] });
      }
      const signature = signatures.find((s) => s.fits(bytes));
      if (!signature || signature.type !== type) throw new ParvisError('type-refused', { issues: [{ pointer: '/type', code: 'not-offered' }] });
      const attachment = { id: randomKey(), name, type, bytes: bytes.length };
      return store.putAttachment({
        consultation,
        replay: { key, content: canonicalJson({ name, type, data: hash('sha256', data) }) },
        refusal: (kept) => {
          const form = definition.proposalForm;
          if (!form || partStatus(definition, form, now()) !== 'open') return new ParvisError('closed');
          // Trying again does not help: the organiser has to make room.
          return kept + bytes.length > attachmentsTotal ? new ParvisError('quota', { retryable: false }) : undefined;
        },
        attachment,
        data: bytes,
        answer: { ...attachment, href: attachmentPath(consultation, attachment.id) },
      });
    }),
  };
}
