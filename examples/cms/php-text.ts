/** A text as PHP writes it, between single quotes. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
