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
const { values } = parseArgs({ options: { build: { type: 'boolean' }, port: { type: 'string' }, forge: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) console.log(help);
else {
  const forge = values.forge?.replace(/\/*$/, '/');
  await rm(out, { recursive: true, force: true });
  if (values.build) console.log(`${await buildSite(out, forge)} pages are in docs/dist/.`);
  else {
    await watchSite(out, forge);
    const { url } = await serveSite(out, values.port === undefined ? undefined : Number(values.port));
    console.log(`The documentation: ${url}/`);
  }
}
