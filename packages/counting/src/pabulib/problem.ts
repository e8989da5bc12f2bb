/**
 * Everything the reader may have to say about a file, and how much it matters:
 * `stop` (nothing can be read from here on), `bad` (this row or entry is left out), `note` (read, but worth knowing).
 */
export const pbProblems = {
  'not-pabulib': 'stop',
  'section-missing': 'stop',
  'section-order': 'stop',
  'section-repeated': 'stop',
  'column-missing': 'stop',
  'line-too-long': 'stop',
  'quote-not-closed': 'stop',
  'vote-type-missing': 'stop',
  'vote-type-unknown': 'stop',
  'no-projects': 'stop',
  'budget-missing': 'bad',
  'number-malformed': 'bad',
  'setting-unknown': 'bad',
  'amount-malformed': 'bad',
  'amount-ambiguous': 'bad',
  'amount-negative': 'bad',
  'amount-too-large': 'bad',
  'date-malformed': 'bad',
  'cells-too-many': 'bad',
  'project-without-id': 'bad',
  'project-repeated': 'bad',
  'unknown-project': 'bad',
  'points-mismatch': 'bad',
  'points-malformed': 'bad',
  'points-negative': 'bad',
  'count-projects': 'bad',
  'count-votes': 'bad',
  'count-missing': 'note',
  'key-repeated': 'note',
  'currency-missing': 'note',
  'currency-unknown': 'note',
  'amount-rounded': 'note',
  'date-imprecise': 'note',
  'control-characters': 'note',
  'project-withdrawn': 'note',
  'selected-unusual': 'note',
  'project-twice': 'note',
  'zero-points': 'note',
  'empty-vote': 'note',
  'voter-twice': 'note',
  'channel-unknown': 'note',
} as const satisfies Record<string, 'stop' | 'bad' | 'note'>;

export type PbProblemCode = keyof typeof pbProblems;

/** One thing to say about one line. The words people read belong to whoever shows it. */
export interface PbProblem {
  /** The line of the file, from 1, on which the entry begins. */
  line: number;
  code: PbProblemCode;
  /** The column or key in question. */
  field?: string;
  /** What the file says there, cut to 200 characters. */
  value?: string;
  /** What the file announces, and what is there. */
  declared?: number;
  actual?: number;
}

export type Report = (problem: PbProblem) => void;

/** The only error the reader throws: reading stopped at `problem.line`. */
export class PabulibError extends Error {
  override readonly name = 'PabulibError';
  readonly problem: PbProblem;

  constructor(problem: PbProblem) {
    super(`${problem.code} (line ${problem.line})`);
    this.problem = problem;
  }
}

/** A value as it is quoted in a problem. */
export const quoted = (value: string): string => (value.length > 200 ? `${value.slice(0, 199)}…` : value);
