import type { CodeRefusal, TypedCode } from '@parvis/contract/access-codes';
import { isolate } from '../../shared/messages.ts';
import { fr } from './plain.messages.ts';

const refusals: Record<CodeRefusal | 'voted' | 'quota', string> = {
  missing: fr.codeMissing, mistyped: fr.codeMistyped, unknown: fr.codeUnknown, foreign: fr.codeForeign, void: fr.codeVoid, voted: fr.codeVoted, quota: fr.busyText,
};
const slips = { empty: fr.codeMissing, 'too-short': fr.codeShort, 'too-long': fr.codeLong, mistyped: fr.codeMistyped } as const;

/** What to do about a code: the slip in what was typed, or why it was refused. */
export const codeMistake = (why: Exclude<TypedCode, { code: string }> | keyof typeof refusals): string =>
  (typeof why === 'string' ? refusals[why] : why.slip === 'foreign-sign' ? fr.codeSign.replace('{sign}', isolate(why.sign)) : slips[why.slip]);
