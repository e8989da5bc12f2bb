import { ballot, cast } from '@parvis/contract/operations/votes';
import { ParvisBallot } from '@parvis/widgets/ballot';
import { install } from '../install.ts';

export { registerAdapter } from '../index.ts';

install('ballot', ParvisBallot, { votes: { ballot, cast } });
