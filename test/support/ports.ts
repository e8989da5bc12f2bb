import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A TCP port of this machine that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** @returns whether something accepts connections on that port of this machine right now. */
export async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

/**
 * Waits until something listens on the port.
 * @param gaveUp asked before each try; a sentence stops the waiting
 * @throws with that sentence, or after `timeoutMs`
 */
export async function waitForPort(port: number, timeoutMs: number, gaveUp: () => string | undefined): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    // First: what listens there may be another program, that was quicker.
    const ended = gaveUp();
    if (ended) throw new Error(ended);
    if (await isListening(port)) return;
    const reason = Date.now() > end ? `nothing listened on port ${port} within ${timeoutMs} ms` : undefined;
    if (reason) throw new Error(reason);
    await pause(20);
  }
}
