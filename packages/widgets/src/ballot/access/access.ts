import type { Issue, Voter } from '@parvis/contract';
import type { ParvisError } from '@parvis/contract/errors';
import type { View } from '../../shared/views.ts';
import type { State } from '../ballot.model.ts';
import type { Make, Model } from '../methods/kind.ts';

/** How a ballot that is not open to all knows who votes. Elsewhere this device votes, once. */
export interface Access {
  /** Who may vote, said before choosing. */
  lead(m: Model): View;
  /** Asks who votes, on the review. */
  ask(m: Model, make: Make): View;
  /** Who votes; or what to look at again before anything is sent. */
  who(): { voter: Voter } | { issues: Issue[] };
  /** What a refusal changes; undefined: it is not about who votes. */
  refused(error: ParvisError): Partial<State> | undefined;
  /** What stands under a receipt. */
  after(m: Model, make: Make): View;
}
