/** One line of the table. `beyond`: the budget is not kept. */
export interface Row {
  what: string;
  measured: string;
  /** Absent: nothing was promised. */
  budget?: string;
  beyond?: boolean;
}

const thin = '\u202f';
export const whole = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, thin);
export const decimal = (n: number, digits = 1): string => n.toFixed(digits);

/** The rows under one another, with the columns aligned. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, budget = '', beyond }) => [what, measured, budget, budget && (beyond ? 'BEYOND' : 'ok')]);
  const lines = [['what', 'measured', 'budget', ''], ...cells];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const write = (line: string[]) => line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd();
  return [write(lines[0] ?? []), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1).map(write)].join('\n');
}

export const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
