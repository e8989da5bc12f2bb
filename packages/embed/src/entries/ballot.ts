import { ballot, cast } from '@parvis/contract/operations/votes';
import { ParvisBallot } from '@parvis/widgets/ballot';
import type { More } from '@parvis/widgets/ballot/more';
import { runBeside } from '../beside.ts';
import { install } from '../install.ts';
import { moreIntegrity } from '../more-integrity.ts';
import { moreKey } from '../more-key.ts';

export { registerAdapter } from '../index.ts';

const page = globalThis as { [moreKey]?: More };

ParvisBallot.loadMore = async () => {
  if (!page[moreKey]) await runBeside('parvis-ballot-more.js', moreIntegrity);
  return page[moreKey] as More;
};
install('ballot', ParvisBallot, { votes: { ballot, cast } });
