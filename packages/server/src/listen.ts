import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Requests under way may take this long to end when the server stops. */
const drainMs = 5_000;

export interface Listening {
  port: number;
  /** Takes no more requests, waits for those under way, then resolves. */
  close(): Promise<void>;
}

/** @throws what the operating system says, such as `EADDRINUSE` */
export async function listen(app: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // A photograph of 5 MB over 400 kbit/s takes two and a half minutes.
  server.requestTimeout = 180_000;
  server.headersTimeout = 15_000;
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(late);
}
