import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.csv': 'text/csv' };

export interface FileHost extends AsyncDisposable {
  /** Like `http://127.0.0.1:41234`, without a slash at the end. */
  url: string;
}

/** A host that knows the files of a folder and nothing else, as the cheapest one does. `headers`: with every answer. */
export async function fileHost(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<FileHost> {
  const server = createServer(async (request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    const bytes = request.method === 'GET' ? await readFile(join(folder, path)).catch(() => undefined) : undefined;
    if (bytes) answer.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...headers }).end(bytes);
    else answer.writeHead(404, { 'content-type': 'text/html', ...headers }).end('<h1>404</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
