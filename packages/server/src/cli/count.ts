import { runCount } from '../count/command.ts';
import { usage } from '../count/options.ts';
import type { Command } from './commands.ts';

export const countCommand: Command = {
  help: usage.trimEnd(),
  run: (args) => runCount(args, process),
};
