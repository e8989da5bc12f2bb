import type { ProposalReceipt } from '@parvis/contract';

/** A proposal has arrived. Its tracking code stays with its author. */
export class ParvisSentEvent extends Event {
  /** Id of the proposal. */
  readonly proposal: string;
  /** `published`: everybody sees it. `pending`: somebody reads it first. */
  readonly status: ProposalReceipt['status'];

  constructor({ id, status }: ProposalReceipt) {
    super('parvis-sent', { bubbles: true, composed: true });
    this.proposal = id;
    this.status = status;
  }
}
