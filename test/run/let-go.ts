// Loaded into each test file's process: a handle that a test left open must not hold up the others. Node's own `--test-force-exit` ends the process before
// all that it reported has been read, so that tests are missing from the count.
import { after } from 'node:test';

/** By then everything has been read, also on a busy machine. */
const pause = 3_000;

// The process that starts the others also loads this, and has no tests of its own.
if (process.env['NODE_TEST_CONTEXT']) after(() => setTimeout(() => process.exit(), pause).unref());
