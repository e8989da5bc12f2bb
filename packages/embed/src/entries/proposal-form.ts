import { get } from '@parvis/contract/operations/consultations';
import { submit } from '@parvis/contract/operations/proposals';
import { ParvisProposalForm } from '@parvis/widgets/proposal-form';
import { install } from '../install.ts';

export { registerAdapter } from '../index.ts';

install('proposal-form', ParvisProposalForm, { consultations: { get }, proposals: { submit } });
