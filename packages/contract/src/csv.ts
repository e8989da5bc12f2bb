export type Cell = string | number | null | undefined;

/** Separator and byte order mark that spreadsheets set to French expect. */
const separator = ';';
export const byteOrderMark = '\uFEFF';

/** One line (RFC 4180, with semicolons). */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(separator)}\r\n`;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, so that what residents wrote stays text; the wide forms of these signs are
 * formulas where Chinese or Japanese is set (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  // With the decimal comma of such a spreadsheet.
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : `"${String(cell).replace('.', ',')}"`;
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  // Commas and tabs too: a spreadsheet set to another language would split there, and find a formula behind.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
