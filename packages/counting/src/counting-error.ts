import type { RuleName } from '@parvis/contract';

/** Why an election cannot be counted as asked. The words people read belong to whoever shows it. */
export class CountingError extends Error {
  override readonly name = 'CountingError';
  /** `rule`: the rule does not fit the ballot, `fits` do. `budget`: nothing says how much there is. `utility`: the voters gave no points. */
  readonly code: 'rule' | 'budget' | 'utility';
  readonly fits: readonly RuleName[];

  constructor(code: CountingError['code'], fits: readonly RuleName[] = []) {
    super(code);
    this.code = code;
    this.fits = fits;
  }
}
