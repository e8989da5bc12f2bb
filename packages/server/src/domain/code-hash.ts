import { hash } from 'node:crypto';
import { normalizeCode } from '@parvis/contract';

/** Receipts and tracking codes are kept as SHA-256 of their bare form: with 72 random bits they need no salt. */
export const hashOfCode = (code: string): Buffer => hash('sha256', normalizeCode(code), 'buffer');
