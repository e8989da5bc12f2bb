// `npm run docs`: builds the documentation site into `docs/dist`, then serves it and builds it again when a page changes.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite, watchSite } from './build.ts';
import { docs } from './read.ts';
import { serveSite } from './serve.ts';

const help = `npm run docs [-- OPTIONS]
  --build         only build, into docs/dist: a folder of files for any web server, in any subfolder
  --port PORT     where to serve it; left out: 4190, or another port where that one is taken
  --forge URL     address under which the files of the repository can be read, for links to them`;

const out = join(docs, 'dist');

interface Wanted {
  build: boolean;
  port?: number;
  /** See `targetOf`. */
  forge?: string;
}

/** @throws with a sentence for what is not understood */
function readOptions(args: string[]): Wanted | undefined {
  const { values } = parseArgs({ args, options: { build: { type: 'boolean' }, port: { type: 'string' }, forge: { type: 'string' }, help: { type: 'boolean' } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  const forge = values.forge?.replace(/\/*$/, '/');
  if (forge !== undefined && !/^https?:\/\//.test(forge)) throw new Error(`--forge takes an address that begins with https://, not "${values.forge}".`);
  return values.help ? undefined : { build: values.build === true, ...(port !== undefined && { port }), ...(forge !== undefined && { forge }) };
}

async function run({ build, port, forge }: Wanted): Promise<void> {
  await rm(out, { recursive: true, force: true });
  if (build) {
    console.log(`${await buildSite(out, forge)} pages are in docs/dist/.`);
    return;
  }
  // The port first: whoever asked for one that is taken need not wait to hear it.
  const { url } = await serveSite(out, port);
  await watchSite(out, forge);
  console.log(`The documentation: ${url}/`);
}

/** What is wrong, without what Eleventy puts around it. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return 'That port is taken by another program: choose another one with --port, or leave it out.';
  return 'originalError' in error ? sentenceOf(error.originalError) : error.message;
}

try {
  const wanted = readOptions(process.argv.slice(2));
  if (wanted) await run(wanted);
  else console.log(help);
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
