import { randomBytes } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForPort } from '../../../test/support/ports.ts';
import { tempDir } from '../../../test/support/temp.ts';
import { guarded } from '../../cms/guarded.ts';
import { quoted } from '../../cms/php-text.ts';
import { layPlugin } from '../../cms/plugins.ts';
import { layOut, type Account } from './files.ts';

const START_MS = 20_000;

export interface WikiOptions {
  port: number;
  /** Language of the wiki; French when absent. */
  lang?: 'fr' | 'en';
  /** Brings the plugin, set to this address of a Parvis server. */
  plugin?: string;
  /** What the webmaster writes into `conf/meta.html`: it stands in the head of every page. */
  meta?: string;
  /** Content-Security-Policy of every page. */
  policy?: string;
}

export interface Wiki extends AsyncDisposable {
  /** Address, without a slash at its end. */
  url: string;
  /** Address of a page. */
  page(id: string): string;
  /** Who may write and set up. */
  editor: Account;
  /** What PHP wrote. */
  output(): string;
}

/** A DokuWiki of its own in a temporary folder, with PHP's own web server, on this machine alone. Ending it leaves nothing behind. */
export async function startWiki({ port, lang = 'fr', plugin, meta, policy }: WikiOptions): Promise<Wiki> {
  await using stack = new AsyncDisposableStack();
  const { path: folder } = stack.use(await tempDir('parvis-dokuwiki'));
  const editor = { name: 'camille', password: randomBytes(6).toString('hex') };
  await layOut(folder, lang, editor);
  if (plugin) {
    await layPlugin('dokuwiki', join(folder, 'lib', 'plugins'));
    await appendFile(join(folder, 'conf', 'local.php'), `$conf['plugin']['parvis']['server'] = ${quoted(plugin)};\n`);
  }
  if (meta) await writeFile(join(folder, 'conf', 'meta.html'), meta);
  const before = join(folder, 'conf', 'before-every-page.php');
  await writeFile(before, policy ? `<?php header(${quoted(`Content-Security-Policy: ${policy}`)});` : '');
  const address = `127.0.0.1:${port}`;
  const server = guarded('php', ['-d', `auto_prepend_file=${before}`, '-d', 'display_errors=stderr', '-S', address, '-t', folder]);
  stack.defer(() => server.stop());
  await waitForPort(port, START_MS, server.ended);
  const all = stack.move();
  return {
    url: `http://${address}`,
    page: (id) => `http://${address}/doku.php?id=${id}`,
    editor,
    output: server.output,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
