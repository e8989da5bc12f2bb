/** Words of a text as the search compares them: small letters without accents, French and English plurals without their ending. */
export const wordsOf = (text: string): string[] => foldText(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1).map(withoutPlural);

const foldText = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');

const withoutPlural = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);
