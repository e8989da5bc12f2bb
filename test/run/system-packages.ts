import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram, isRoot } from '../support/machine.ts';

/** Debian packages, and how to see that each is there. */
export type Packages = Readonly<Record<string, () => boolean>>;

const chromium = { chromium: () => findProgram('chromium') !== undefined };

/** For the stages in a browser. */
export const BROWSERS: Packages = {
  ...chromium,
  'firefox-esr': () => findProgram('firefox') !== undefined,
  'webkit2gtk-driver': () => findProgram('webkitDriver') !== undefined && findProgram('webkitBrowser') !== undefined,
  xvfb: () => findProgram('xvfb') !== undefined,
  // A browser that shows nothing but text, and the terminal it needs.
  lynx: () => findProgram('lynx') !== undefined,
  bsdutils: () => findProgram('script') !== undefined,
  // Reads back what was printed.
  'poppler-utils': () => findProgram('pdftotext') !== undefined,
  // Arabic and other scripts: without it right-to-left pages show boxes.
  'fonts-noto-core': () => existsSync('/usr/share/fonts/truetype/noto'),
};

/** For the content-management systems that are run for real, and the browser that visits them. */
export const CONTENT_MANAGEMENT_SYSTEMS: Packages = {
  ...chromium,
  'php-cli': () => existsSync('/usr/bin/php'),
  'php-mysql': () => phpKnows('mysqli'),
  'php-intl': () => phpKnows('intl'),
  'php-xml': () => phpKnows('dom'),
  'php-mbstring': () => phpKnows('mbstring'),
  'mariadb-server': () => existsSync('/usr/sbin/mariadbd'),
  wordpress: () => existsSync('/usr/share/wordpress/wp-settings.php'),
  'wordpress-l10n': () => existsSync('/usr/share/wordpress/wp-content/languages/fr_FR.mo'),
  'wordpress-theme-twentytwentythree': () => existsSync('/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css'),
  dokuwiki: () => existsSync('/usr/share/dokuwiki/doku.php'),
};

function phpKnows(extension: string): boolean {
  return existsSync('/usr/bin/php') && spawnSync('/usr/bin/php', ['-r', `exit(extension_loaded('${extension}') ? 0 : 1);`]).status === 0;
}

/**
 * Installs what is missing from the system's packages, where this account may.
 * @returns a sentence that names what to install when something is still missing
 */
export function ensureSystemPackages(packages: Packages): string | undefined {
  const missing = () => Object.entries(packages).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
  if (missing().length === 0) return undefined;
  const asRoot = rootPrefix();
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing from the system's packages: ${missing().join(' ')}`);
    aptGet(asRoot, ['update']);
    aptGet(asRoot, ['install', '--yes', '--no-install-recommends', ...missing()]);
  }
  const names = missing();
  if (names.length === 0) return undefined;
  return `To run all of it, install these Debian packages as root and start again: apt-get install ${names.join(' ')}`;
}

/** @returns what to put before a command to run it as root; undefined when this account may not. */
function rootPrefix(): string[] | undefined {
  if (isRoot()) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function aptGet(asRoot: readonly string[], args: readonly string[]): void {
  const command = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'Acquire::Retries=2', ...args];
  const { status, stderr, error } = spawnSync(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 600_000,
  });
  if (status !== 0) console.log(`  apt-get ${args[0]} failed: ${error?.message ?? String(stderr).trim()}`);
}
