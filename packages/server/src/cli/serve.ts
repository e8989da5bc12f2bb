import { networkInterfaces } from 'node:os';
import { createApp } from '../app.ts';
import { bodyLimit } from '../api/api.ts';
import { createServerBackend } from '../domain/backend.ts';
import { keepHouse } from '../housekeeping.ts';
import { listen, type Listening } from '../listen.ts';
import type { Store } from '../store/store.ts';
import type { Command } from './commands.ts';
import { openFolder } from './data-folder.ts';
import { demo, demoCodes, demoVotes } from './demo.ts';
import { openFile } from './open.ts';
import { helpForServe, readServeOptions, type ServeOptions } from './serve-options.ts';
import { Stop } from './stop.ts';

const clock = () => new Date();

export const serve: Command = {
  help: helpForServe,
  async run(args) {
    const given = readServeOptions(args);
    const options = given.demo ? demo(given) : given;
    const { store, close } = openFolder(options.data, { exclusive: true });
    try {
      for (const file of options.open) await openOne(store, file, options);
      if (options.demo) await demoVotes(store);
      const server = await start(store, options);
      const base = tell(server.port, options);
      if (options.demo) await demoCodes(store, options.data, base);
      const stopTidying = keepHouse(store, clock);
      await untilStopped();
      stopTidying();
      await server.close();
    } finally {
      await close();
    }
    return 0;
  },
};

/** An example that has changed since people voted on it does not keep the demonstration from starting. */
async function openOne(store: Store, file: string, { demo }: ServeOptions): Promise<void> {
  try {
    await openFile(store, file);
  } catch (error) {
    if (!demo || !(error instanceof Stop)) throw error;
    console.error(`${error.message}\n${file} reste comme avant.`);
  }
}

async function start(store: Store, options: ServeOptions): Promise<Listening> {
  const backend = createServerBackend(store, clock, { bodyLimit, origins: options.allow });
  const app = createApp(backend, store, {
    origins: options.allow, trustProxy: options.trustProxy, embed: options.embed, sites: options.sites, siteCsp: options.siteCsp,
    ...(!options.rateLimit && { rates: false }),
  });
  try {
    return await listen(app, options);
  } catch (error) {
    throw new Stop(sentence(error as NodeJS.ErrnoException, options), { cause: error });
  }
}

function sentence(error: NodeJS.ErrnoException, { port, host }: ServeOptions): string {
  if (error.code === 'EADDRINUSE') return `Le port ${port} est déjà pris. Essayez : npm start -- --port ${port + 1}`;
  if (error.code === 'EACCES') return `Le port ${port} est réservé. Essayez : npm start -- --port 4180`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `Cette machine n’a pas l’adresse ${host}. Essayez sans --host.`;
  return `Le serveur ne démarre pas : ${error.message}`;
}

/** The first line is the address; then what is worth opening. @returns the address */
function tell(port: number, { host, sites }: ServeOptions): string {
  const base = `http://${urlHost(host)}:${port}`;
  console.log(`Parvis: ${base}/`);
  for (const { path } of sites) console.log(`  ${base}${path}/`);
  console.log(`  ${base}/api/v1/openapi.json`);
  return base;
}

function urlHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost';
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  return Object.values(networkInterfaces()).flat().find((n) => n && !n.internal && n.family === 'IPv4')?.address ?? 'localhost';
}

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGTERM', stop).once('SIGINT', stop);
  });
