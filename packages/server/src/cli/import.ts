import { type ImportStore, runImport } from '../import/command.ts';
import { usage } from '../import/options.ts';
import type { Command } from './commands.ts';
import { defaultFolder, openFolder } from './data-folder.ts';

export const importCommand: Command = {
  help: usage.trimEnd(),
  run: (args) => runImport(args, process, openStore),
};

/** An import holds the database for as long as it reads: no server may run on the folder meanwhile. */
function openStore(folder = defaultFolder): ImportStore {
  const { store, close } = openFolder(folder, { exclusive: true });
  const { getConsultation, putConsultation, importVotes } = store;
  return { getConsultation, putConsultation, importVotes, close };
}
