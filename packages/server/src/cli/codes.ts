import { replaceCode, voidCode } from '../codes/acts/change.ts';
import { createCodes } from '../codes/acts/create.ts';
import { openBuildings } from '../codes/acts/buildings.ts';
import { showStatus } from '../codes/acts/status.ts';
import { type Act, type CodesOptions, readOptions, usage } from '../codes/options.ts';
import type { Store } from '../store/store.ts';
import type { Command } from './commands.ts';
import { openFolder } from './data-folder.ts';

const runs: Record<Act, (store: Store, options: CodesOptions, say: (line: string) => void) => Promise<void>> = {
  create: createCodes, status: showStatus, void: voidCode, replace: replaceCode, buildings: openBuildings,
};

export const codesCommand: Command = {
  help: usage,
  async run(args) {
    const options = readOptions(args);
    const { store, close } = openFolder(options.data, { exclusive: false });
    try {
      await runs[options.act](store, options, console.log);
    } finally {
      await close();
    }
    return 0;
  },
};
