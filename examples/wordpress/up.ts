// Brings up WordPress with the plugin, and a Parvis server beside it, until Ctrl-C: node --conditions=parvis-source examples/wordpress/up.ts
import { parseArgs } from 'node:util';
import { upBesideServer } from '../cms/beside.ts';
import { startWordPress } from './site/wordpress.ts';

const { port, locale } = parseArgs({ options: { port: { type: 'string' }, locale: { type: 'string', default: 'fr_FR' } } }).values;
if (locale !== 'fr_FR' && locale !== 'en_US') throw new Error('--locale is fr_FR or en_US');

console.log('WordPress and its database are being set up: a quarter of a minute.');
await upBesideServer({
  port,
  start: (at, parvis) => startWordPress({ port: at, locale, options: { parvis_backend: parvis } }),
  about: ({ url, password }) => `WordPress   ${url}/
  log in    ${url}/wp-admin/  as admin, editor, author or contributor, password ${password}
  settings  ${url}/wp-admin/options-general.php?page=parvis`,
});
