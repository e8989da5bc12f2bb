import { serveFolder } from '../../packages/server/src/static/folder.ts';
import { listen } from '../../packages/server/src/listen.ts';
import { Hono } from 'hono';

const usual = 4190;

/**
 * Serves a folder on this machine only.
 * @param port left out: the usual one, or any that is free
 * @returns its address, without a slash at the end. @throws where the port that was asked for is taken
 */
export async function serveSite(folder: string, port?: number): Promise<string> {
  const app = new Hono().get('*', serveFolder('', folder, {}));
  const on = (port: number) => listen(app, { port, host: '127.0.0.1' });
  const { port: taken } = await (port === undefined ? on(usual).catch(() => on(0)) : on(port));
  return `http://localhost:${taken}`;
}
