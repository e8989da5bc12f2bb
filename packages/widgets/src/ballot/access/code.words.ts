import { accessCodeLength, codePointer, readAccessCode, type CodeRefusal } from '@parvis/contract/access-codes';
import { normalizeCode } from '@parvis/contract/codes';
import type { Issue } from '@parvis/contract';
import type { ParvisError } from '@parvis/contract/errors';
import { isolate } from '../../shared/messages.ts';
import type { BallotSay, Model } from '../methods/kind.ts';

const refusals = { unknown: 'codeUnknown', foreign: 'codeForeign', void: 'codeVoid', mistyped: 'codeMistyped', missing: 'codeEmpty', used: 'codeUsed', quota: 'codeQuota' } as const;
const units = { dwelling: 'codeDwelling', person: 'codePerson', lease: 'codeLease' } as const;

/** What a backend may say of a code, as its issue names it. */
export type Refusal = CodeRefusal | 'used' | 'quota';

/** Why the backend does not take this code. Absent: its answer is not about the code. */
export function refusalOf({ code, issues }: ParvisError): Refusal | undefined {
  if (code === 'already-voted') return 'used';
  if (code === 'quota') return 'quota';
  return issues.find(({ pointer }) => pointer === codePointer)?.code as CodeRefusal | undefined;
}

/** What to do about a code, as one sentence or two. `text`: as it was typed. */
export function codeSentence(say: BallotSay, { code }: Issue, text: string): string {
  const typed = readAccessCode(text);
  if ('sign' in typed) return say('codeSign', { sign: isolate(typed.sign) });
  const n = normalizeCode(text).length - accessCodeLength;
  if (code === 'too-short') return say('codeShort', { n: -n });
  if (code === 'too-long') return say('codeLong', { n });
  return say(code === 'empty' ? 'codeEmpty' : (refusals[code as Refusal] ?? 'codeUnknown'));
}

/** Who has one vote. */
export const unitSentence = ({ ballot: { unit }, say }: Model): string => (unit ? say(units[unit]) : '');
