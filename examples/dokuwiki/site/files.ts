import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Where Debian keeps DokuWiki and its settings. Both are only read. */
const PROGRAM = '/usr/share/dokuwiki';
const SETTINGS = '/etc/dokuwiki';

/** What belongs to the wiki of this machine, or tells DokuWiki to look there. */
const NOT_OURS = /^(preload\.php|install\.php|local\.php|(acl|users)\.auth\.php|(apache|lighttpd)\.conf|htaccess|\.htaccess.*)$/;

export interface Account {
  name: string;
  password: string;
}

/** Lays out a wiki in an empty folder as one unpacks its archive: nothing outside is written. Visitors read, the one account does everything. */
export async function layOut(folder: string, lang: string, { name, password }: Account): Promise<void> {
  if (!existsSync(join(PROGRAM, 'doku.php'))) throw new Error('DokuWiki is not on this machine: apt-get install dokuwiki');
  const otherLanguage = /\/lang\/(?!(?:en|fr)(?:\/|$))[^/]+/;
  const copy = (from: string, to: string) => cp(from, to, { recursive: true, dereference: true, filter: (path) => !NOT_OURS.test(basename(path)) && !otherLanguage.test(path) });
  await copy(PROGRAM, folder);
  await copy(SETTINGS, join(folder, 'conf'));
  for (const name of ['attic', 'cache', 'index', 'locks', 'log', 'media', 'media_attic', 'media_meta', 'meta', 'pages', 'tmp']) await mkdir(join(folder, 'data', name), { recursive: true });
  const conf = (file: string, text: string) => writeFile(join(folder, 'conf', file), text);
  await conf('local.php', `<?php\n$conf['title'] = 'Merlaval, le wiki du quartier';\n$conf['lang'] = '${lang}';\n`);
  await conf('local.protected.php', "<?php\n$conf['savedir'] = './data';\n$conf['useacl'] = 1;\n$conf['superuser'] = '@admin';\n$conf['disableactions'] = 'register';\n");
  await conf('acl.auth.php', '*\t@ALL\t1\n*\t@user\t8\n');
  await conf('users.auth.php', `${name}:${createHash('sha1').update(password).digest('hex')}:Camille:camille@merlaval.example:admin,user\n`);
}
