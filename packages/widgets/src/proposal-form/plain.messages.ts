/** What only pages without JavaScript say about the proposal form. */
export const fr = {
  most: { one: 'Écrivez {n} caractère au plus.', other: 'Écrivez {n} caractères au plus.' },
} as const;
