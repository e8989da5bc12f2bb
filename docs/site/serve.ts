import { Hono } from 'hono';
import { HttpError } from '../../packages/server/src/api/problems.ts';
import { listen } from '../../packages/server/src/listen.ts';
import { serveFolder } from '../../packages/server/src/static/folder.ts';

const usual = 4190;

export interface Served {
  /** Without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on this machine only.
 * @param port 0: any that is free; left out: the usual one, or any where that is taken
 * @throws where the port that was asked for is taken
 */
export async function serveSite(folder: string, port?: number): Promise<Served> {
  const app = new Hono().get('*', serveFolder('', folder, {}));
  app.onError((error, c) => {
    if (error instanceof HttpError && error.status === 404) return c.text('Aucune page à cette adresse.\nNo page at this address.\n', 404);
    throw error;
  });
  const on = (port: number) => listen(app, { port, host: '127.0.0.1' });
  const { port: taken, close } = await (port === undefined ? on(usual).catch(() => on(0)) : on(port));
  return { url: `http://localhost:${taken}`, close };
}
