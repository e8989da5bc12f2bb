import { ballot, results } from '@parvis/contract/operations/votes';
import { ParvisResults } from '@parvis/widgets/results';
import { runBeside } from '../beside.ts';
import { install } from '../install.ts';
import { policy } from '../lit/policy.ts';
import { recountIntegrity } from '../more-integrity.ts';
import { recountKey, type MakePart } from '../recount-key.ts';

export { registerAdapter } from '../index.ts';

const page = globalThis as { [recountKey]?: MakePart };
const file = 'parvis-recount.js';

ParvisResults.loadPart = async () => {
  await runBeside(file, recountIntegrity);
  return page[recountKey]?.(new URL(file, import.meta.url).href, recountIntegrity, (address) => policy?.createScriptURL(address) ?? address);
};
install('results', ParvisResults, { votes: { ballot, results } });
