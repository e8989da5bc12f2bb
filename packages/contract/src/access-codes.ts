import { codeAlphabet, groupCode, normalizeCode, randomCode } from './codes.ts';

/** Signs of an access code. All but the last are drawn at random: 15 of 23 signs are 67.8 bits. The last checks the others. */
export const accessCodeLength = 16;

/** A new access code, in groups of four. */
export function createAccessCode(): string {
  const drawn = normalizeCode(randomCode(accessCodeLength - 1));
  // Room for the last sign, whose weight is one.
  const rest = weigh(`${drawn}${codeAlphabet[0]}`);
  return groupCode(drawn + codeAlphabet[(codeAlphabet.length - rest) % codeAlphabet.length]);
}

/** What a person typed where an access code was asked: the bare code, or what to look at again. Nothing has to be sent to find out. */
export type TypedCode =
  | { code: string }
  | { slip: 'empty' | 'too-short' | 'too-long' | 'mistyped' }
  /** A sign that no code has, such as O or 0. */
  | { slip: 'foreign-sign'; sign: string };

/** Reads a code however it is typed: small letters, spaces, dashes; also the whole address of the letter. */
export function readAccessCode(typed: string): TypedCode {
  const code = normalizeCode(codeInAddress(typed) ?? typed);
  const sign = [...code].find((one) => !codeAlphabet.includes(one));
  if (sign !== undefined) return { slip: 'foreign-sign', sign };
  if (code.length < accessCodeLength) return { slip: code === '' ? 'empty' : 'too-short' };
  if (code.length > accessCodeLength) return { slip: 'too-long' };
  return weigh(code) === 0 ? { code } : { slip: 'mistyped' };
}

/** The code that an address carries behind its `#`, where no server sees it: `https://…/vote#code=7KQM…`. Absent: none. */
export const codeInAddress = (address: string): string | undefined => /#(?:.*&)?code=([^&\s]+)/.exec(address)?.[1];

/** What is written behind the address of a page. */
export const codeFragment = (code: string): string => `#code=${normalizeCode(code)}`;

/**
 * Why a backend refused a code: `unknown` (no code of any ballot), `foreign` (of another ballot), `void` (it was withdrawn, mostly because another took
 * its place), `mistyped` (no code at all), `missing` (none was sent). A code that has voted is `already-voted`; too many wrong ones are `quota`.
 */
export type CodeRefusal = 'unknown' | 'foreign' | 'void' | 'mistyped' | 'missing';

/** Where the issues of a vote speak of its code. */
export const codePointer = '/voter/code';

/** Read off a `not-eligible`. Absent: the code is not the reason, or the backend does not say. */
export const codeRefusal = ({ issues }: { issues: readonly { pointer: string; code: string }[] }): CodeRefusal | undefined =>
  issues.find(({ pointer }) => pointer === codePointer)?.code as CodeRefusal | undefined;

/**
 * The sum of the signs by their place from the end, modulo their number. Zero in every code; as 23 is prime and greater than any weight, one wrong
 * sign and two signs that changed places never leave it at zero, other slips one time in 23.
 */
const weigh = (code: string): number =>
  [...code].reduce((sum, sign, i) => sum + (code.length - i) * codeAlphabet.indexOf(sign), 0) % codeAlphabet.length;
