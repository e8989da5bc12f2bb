import { createAccessCode, normalizeCode } from '@parvis/contract';
import type { CodeBatch, NewCode } from '../store/code-store.ts';
import type { Store } from '../store/store.ts';

/** Access codes for the ballot `code` of the tests' consultation, kept in the store. @returns them as they are printed */
export async function issueCodes(store: Store, number: number, { test = false, group, ...batch }: Partial<CodeBatch & NewCode> = {}): Promise<string[]> {
  const codes = Array.from({ length: number }, createAccessCode);
  await store.addCodes({
    consultation: 'bp-2026', ballots: ['code'], add: true, reason: 'lettres de mars', ...batch,
    codes: codes.map((code) => ({ code: normalizeCode(code), test, group })),
  });
  return codes;
}
