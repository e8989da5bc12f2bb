import { join } from 'node:path';
import { freePort, waitForPort } from '../../../test/support/ports.ts';
import { tempDir } from '../../../test/support/temp.ts';
import { guarded } from '../../cms/guarded.ts';
import { startDatabase } from './database.ts';
import { layOut } from './files.ts';
import { phpFor, type Php } from './php.ts';

const START_MS = 30_000;
const PASSWORD = 'parvis-parvis';
/** Browsers ask for several things at once, and WordPress asks itself. */
const WORKERS = '4';
/** What a person sets on the first day: readable addresses, no pictures from another host, French time. */
const FIRST_DAY: Record<string, string> = { permalink_structure: '/%postname%/', show_avatars: '', timezone_string: 'Europe/Paris' };

export interface SiteOptions {
  /** `fr_FR` needs Debian's `wordpress-l10n`. French when absent. */
  locale?: 'fr_FR' | 'en_US';
  /** A free one when absent. */
  port?: number;
  /** Options of WordPress to set before anybody comes, like `parvis_backend`. */
  options?: Record<string, string>;
  /** Whether the plugin is switched on. Yes when absent. */
  active?: boolean;
}

export interface Site extends AsyncDisposable {
  /** Address of the site, without a slash at its end. */
  url: string;
  /** Password of `admin`, `editor`, `author` and `contributor`: whoever has an account is named after the role. */
  password: string;
  /** Where it lies, `wp-content` and all. Gone with the site. */
  folder: string;
  /** Runs the body of a PHP function inside WordPress. @returns what it returns, through JSON. @throws with what PHP wrote and noted */
  php(body: string): Promise<unknown>;
  /** What PHP noted about itself so far: notices, warnings, errors. */
  notes(): Promise<string>;
}

/** Installs WordPress with the plugin in a folder of its own and serves it. All of it goes when it is disposed of, or when this process ends. */
export async function startWordPress({ locale = 'fr_FR', port, options = {}, active = true }: SiteOptions = {}): Promise<Site> {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await tempDir('parvis-wordpress'));
  const folder = join(place.path, 'site');
  const database = await startDatabase(join(place.path, 'database'));
  stack.defer(() => database.stop());
  const address = `127.0.0.1:${port ?? (await freePort())}`;
  const php = phpFor(folder);
  await layOut(folder, { url: `http://${address}`, socket: database.socket });
  await php.file('install.php', JSON.stringify({
    host: address, title: 'Ville de Valmont', password: PASSWORD, options: { ...FIRST_DAY, ...options }, locale: locale === 'en_US' ? '' : locale,
  }));
  if (active) await activate(php);
  await php.inside('flush_rewrite_rules();');
  const server = guarded('php', php.serve(address), { PHP_CLI_SERVER_WORKERS: WORKERS });
  stack.defer(() => server.stop());
  await waitForPort(Number(address.split(':')[1]), START_MS, server.ended);
  const all = stack.move();
  return { url: `http://${address}`, password: PASSWORD, folder, php: php.inside, notes: php.notes, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

async function activate(php: Php): Promise<void> {
  const refused = await php.inside(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    $result = activate_plugin( 'parvis/parvis.php' );
    return is_wp_error( $result ) ? $result->get_error_message() : null;
  `);
  if (refused) throw new Error(`the plugin could not be switched on: ${String(refused)}`);
}
