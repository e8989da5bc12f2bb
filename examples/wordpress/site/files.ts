import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted } from '../../cms/php-text.ts';
import { layPlugin } from '../../cms/plugins.ts';

/** Where Debian keeps WordPress. It is only read. */
const DEBIAN = '/usr/share/wordpress';

export interface SiteSettings {
  /** Address of the site, without a slash at its end. */
  url: string;
  /** Socket of its database. */
  socket: string;
}

/** Lays out a WordPress in an empty folder: a copy of Debian's files, with `wp-config.php`, uploads and the plugin of its own. */
export async function layOut(folder: string, settings: SiteSettings): Promise<void> {
  if (!existsSync(join(DEBIAN, 'wp-settings.php'))) throw new Error('WordPress is not on this machine: apt-get install wordpress wordpress-l10n wordpress-theme-twentytwentythree');
  const content = join(folder, 'wp-content');
  // Debian links to files of other packages, by paths that only hold in its own folder.
  await cp(DEBIAN, folder, { recursive: true, dereference: true, filter: (path) => isWanted(path.slice(DEBIAN.length)) });
  await mkdir(join(content, 'plugins'), { recursive: true });
  await mkdir(join(content, 'uploads'));
  await cp(join(import.meta.dirname, 'php', 'quiet.php'), join(content, 'mu-plugins', 'quiet.php'));
  await layPlugin('wordpress', join(content, 'plugins'));
  await writeFile(join(folder, 'wp-config.php'), config(folder, settings));
}

/** Not its settings for the whole machine, its other plugins, and the languages nobody asked for. */
function isWanted(path: string): boolean {
  if (/^\/(wp-config\.php|\.htaccess|wp-content\/plugins)$/.test(path)) return false;
  return !/^\/wp-content\/languages\/.*\.\w+$/.test(path) || path.includes('fr_FR');
}

function config(folder: string, { url, socket }: SiteSettings): string {
  const constants: Record<string, string | boolean> = {
    DB_NAME: 'wordpress', DB_USER: 'root', DB_PASSWORD: '', DB_HOST: `localhost:${socket}`, DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
    WP_HOME: url, WP_SITEURL: url,
    // Nothing but this machine is asked.
    WP_HTTP_BLOCK_EXTERNAL: true, AUTOMATIC_UPDATER_DISABLED: true, DISABLE_WP_CRON: true,
    WP_DEBUG: true, WP_DEBUG_DISPLAY: false, WP_DEBUG_LOG: join(folder, 'debug.log'), FS_METHOD: 'direct',
  };
  for (const name of ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE']) {
    for (const part of ['KEY', 'SALT']) constants[`${name}_${part}`] = randomBytes(24).toString('hex');
  }
  const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${typeof value === 'string' ? quoted(value) : value} );`);
  return ['<?php', ...lines, "$table_prefix = 'wp_';", "require_once ABSPATH . 'wp-settings.php';", ''].join('\n');
}
