// Brings up DokuWiki with the plugin, and a Parvis server beside it, until Ctrl-C: node --conditions=parvis-source examples/dokuwiki/up.ts
import { parseArgs } from 'node:util';
import { freePort } from '../../test/support/ports.ts';
import { startServer } from '../../test/support/server.ts';
import { tempDir } from '../../test/support/temp.ts';
import { startWiki } from './site/wiki.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, lang: { type: 'string', default: 'fr' } } });
if (values.lang !== 'fr' && values.lang !== 'en') throw new Error('--lang is fr or en');

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});
const port = values.port === undefined ? await freePort() : Number(values.port);
{
  await using data = await tempDir('parvis-dokuwiki-server');
  await using parvis = await startServer({ data: data.path, args: ['--demo', '--allow', `http://127.0.0.1:${port}`] });
  await using wiki = await startWiki({ port, lang: values.lang, plugin: parvis.url });
  console.log(`
DokuWiki    ${wiki.url}/
  log in    ${wiki.page('start')}&do=login  as ${wiki.editor.name}, password ${wiki.editor.password}
  write     ${wiki.page('start')}&do=edit  for example {{parvis>ballot?consultation=bp-2026&ballot=vote}}
  settings  ${wiki.url}/doku.php?do=admin&page=config
Parvis      ${parvis.url}/  (a consultation bp-2026 with the ballot vote)

Ctrl-C ends both and removes all they wrote.`);
  await stopped;
  console.log('\nEnding.');
}
