import { freePort } from '../../test/support/ports.ts';
import { startServer } from '../../test/support/server.ts';
import { tempDir } from '../../test/support/temp.ts';

interface System<S extends AsyncDisposable> {
  /** As it was typed; a free one when absent. */
  port: string | undefined;
  /** Brings it up. @param parvis address of the server */
  start(port: number, parvis: string): Promise<S>;
  /** Lines on where to look and who may log in. */
  about(system: S): string;
}

/** Brings up a system with a Parvis server beside it, says where they are, and ends both at Ctrl-C. */
export async function upBesideServer<S extends AsyncDisposable>({ port, start, about }: System<S>): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const at = port === undefined ? await freePort() : Number(port);
  await using data = await tempDir('parvis-beside');
  await using parvis = await startServer({ data: data.path, args: ['--demo', '--allow', `http://127.0.0.1:${at}`] });
  await using system = await start(at, parvis.url);
  console.log(`
${about(system)}
Parvis      ${parvis.url}/  (a consultation bp-2026 with the ballot vote)

Ctrl-C ends both and removes all they wrote.`);
  await stopped;
  console.log('\nEnding.');
}
