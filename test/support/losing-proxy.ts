import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface LosingProxy extends AsyncDisposable {
  /** Stands for the server's address. */
  url: string;
  /** While true, writes reach the server and their answers are cut off on the way back. */
  losing: boolean;
  /** How many answers were lost. */
  lost: number;
}

/** Passes everything on to a server, and loses answers to writes when told to, as a bad network does. */
export async function losingProxy(target: string): Promise<LosingProxy> {
  const server = createServer((incoming, outgoing) => pass(incoming, outgoing)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: LosingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    losing: false,
    lost: 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const forward = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host } });
    forward.on('error', () => incoming.socket.destroy());
    forward.on('response', (answer) => {
      if (!proxy.losing || incoming.method !== 'POST') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      // Only once the server has said all: the vote is surely in its store.
      answer.resume().on('end', () => {
        proxy.lost += 1;
        incoming.socket.destroy();
      });
    });
    incoming.pipe(forward);
  }
  return proxy;
}
