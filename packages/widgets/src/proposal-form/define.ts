import { defineOnce } from '../shared/define.ts';
import { ParvisProposalForm } from './proposal-form.ts';

defineOnce('parvis-proposal-form', ParvisProposalForm);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-proposal-form': ParvisProposalForm;
  }
}
