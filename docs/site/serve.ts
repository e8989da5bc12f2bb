import { Hono } from 'hono';
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
  const on = (port: number) => listen(app, { port, host: '127.0.0.1' });
  const { port: taken, close } = await (port === undefined ? on(usual).catch(() => on(0)) : on(port));
  return { url: `http://localhost:${taken}`, close };
}
