/** Digits and capitals without look-alikes (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V): read aloud and copied by hand. */
export const codeAlphabet = '34679ACDEFGHJKMNPQRTWXY';

/**
 * A random code in groups of four. 23 signs give 4.5 bits each: the default of 16 gives 72 bits, too many to guess.
 */
export function randomCode(length = 16): string {
  let code = '';
  while (code.length < length) {
    // Bytes past the last whole multiple of 23 are thrown away: every sign is equally likely.
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < 253 && code.length < length) code += codeAlphabet[byte % codeAlphabet.length];
    }
  }
  return groupCode(code);
}

/** As it is stored and compared: capitals, without spaces, dashes or other punctuation (keyboards put some in by themselves). */
export const normalizeCode = (code: string): string => code.toUpperCase().replace(/[\s\p{P}]/gu, '');

/** As it is shown: groups of four. */
export const groupCode = (code: string): string => normalizeCode(code).replace(/(.{4})(?=.)/g, '$1 ');

/** A key for one act or a mark for one device: 22 signs, 128 bits (RFC 4648 §5 without padding). */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
