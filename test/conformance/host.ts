import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

type Handler = (request: Request) => Promise<Response>;

/** Serves a web handler on a free port of this machine. */
export async function host(handler: Handler): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const body = incoming.method === 'GET' || incoming.method === 'HEAD' ? null : (Readable.toWeb(incoming) as ReadableStream);
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const response = await handler(new Request(new URL(incoming.url ?? '/', 'http://localhost'), { method: incoming.method ?? 'GET', headers, body, duplex: 'half' } as RequestInit));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
