#!/usr/bin/env node
// Every root script comes through here: it brings what the task needs to a bare machine, then runs it.
// Nothing is installed yet when this starts, so it and its modules are plain JavaScript on Node's own library.
import { remedyFor } from '../src/remedies.mjs';
import { runTask } from '../src/run-task.mjs';
import { SetupError } from '../src/setup-error.mjs';

const [task = '', ...args] = process.argv.slice(2);

try {
  process.exitCode = await runTask(task, args);
} catch (error) {
  const remedy = error instanceof SetupError ? error.message : remedyFor(String(error instanceof Error && 'code' in error && error.code));
  if (!remedy) throw error;
  process.stderr.write(`parvis: ${remedy}\n`);
  process.exitCode = 1;
}
