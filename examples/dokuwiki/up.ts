// Brings up DokuWiki with the plugin, and a Parvis server beside it, until Ctrl-C: node --conditions=parvis-source examples/dokuwiki/up.ts
import { parseArgs } from 'node:util';
import { upBesideServer } from '../cms/beside.ts';
import { startWiki } from './site/wiki.ts';

const { port, lang } = parseArgs({ options: { port: { type: 'string' }, lang: { type: 'string', default: 'fr' } } }).values;
if (lang !== 'fr' && lang !== 'en') throw new Error('--lang is fr or en');

await upBesideServer({
  port,
  start: (at, parvis) => startWiki({ port: at, lang, plugin: parvis }),
  about: ({ url, page, editor }) => `DokuWiki    ${url}/
  log in    ${page('start')}&do=login  as ${editor.name}, password ${editor.password}
  write     ${page('start')}&do=edit  for example {{parvis>ballot?consultation=bp-2026&ballot=vote}}
  settings  ${url}/doku.php?do=admin&page=config`,
});
