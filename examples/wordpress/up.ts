// Brings up WordPress with the plugin, and a Parvis server beside it, until Ctrl-C: node --conditions=parvis-source examples/wordpress/up.ts
import { parseArgs } from 'node:util';
import { freePort } from '../../test/support/ports.ts';
import { startServer } from '../../test/support/server.ts';
import { tempDir } from '../../test/support/temp.ts';
import { startWordPress } from './site/wordpress.ts';

const { values } = parseArgs({ options: { port: { type: 'string' }, locale: { type: 'string', default: 'fr_FR' } } });
if (values.locale !== 'fr_FR' && values.locale !== 'en_US') throw new Error('--locale is fr_FR or en_US');

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});
const port = values.port === undefined ? await freePort() : Number(values.port);
console.log('WordPress and its database are being set up: a quarter of a minute.');
{
  await using data = await tempDir('parvis-wordpress-server');
  await using parvis = await startServer({ data: data.path, args: ['--demo', '--allow', `http://127.0.0.1:${port}`] });
  await using site = await startWordPress({ port, locale: values.locale, options: { parvis_backend: parvis.url } });
  console.log(`
WordPress   ${site.url}/
  log in    ${site.url}/wp-admin/  as admin, editor, author or contributor, password ${site.password}
  settings  ${site.url}/wp-admin/options-general.php?page=parvis
Parvis      ${parvis.url}/  (a consultation bp-2026 with the ballot vote)

Ctrl-C ends both and removes all they wrote.`);
  await stopped;
  console.log('\nEnding.');
}
