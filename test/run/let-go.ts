// Loaded into each test file's process: a handle that a test left open must not hold up the others for ever. Node's own `--test-force-exit` ends the process
// before all that it reported has been read, so that tests are missing from the count.
import { after } from 'node:test';

/** Name of the variable that shortens the pause, in milliseconds: for the test of this. */
export const LET_GO = 'PARVIS_LET_GO_MS';

/** By then everything has been read, also on a busy machine, and what the file itself does at its end is over: taking a database down takes seconds. */
const pause = Number(process.env[LET_GO] ?? 30_000);

// The process that starts the others also loads this, and has no tests of its own.
if (process.env['NODE_TEST_CONTEXT']) after(() => setTimeout(() => process.exit(), pause).unref());
