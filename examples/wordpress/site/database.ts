import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { guarded, type Guarded } from '../../cms/guarded.ts';

const run = promisify(execFile);
const START_MS = 60_000;

export interface Database extends Guarded {
  /** Path of the socket. Nothing listens on a port; the account is `root` without a password, the database `wordpress`. */
  socket: string;
}

/** Small and quick instead of durable: the whole folder is thrown away afterwards. */
const LIGHT = ['--innodb-log-file-size=8M', '--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--innodb-use-native-aio=0', '--performance-schema=0'];

/** A MariaDB of its own in a folder, beside whatever runs on this machine. Programs of Debian's `mariadb-server`. */
export async function startDatabase(folder: string): Promise<Database> {
  const data = join(folder, 'data');
  const socket = join(folder, 's');
  await mkdir(data, { recursive: true });
  const account = process.getuid?.() === 0 ? ['--user=root'] : [];
  const place = ['--no-defaults', `--datadir=${data}`, ...account];
  // One of its own: a MariaDB that starts clears what others have in a shared one.
  const temporary = `--tmpdir=${folder}`;
  await run('mariadb-install-db', [...place, temporary, '--auth-root-authentication-method=normal', '--skip-test-db', ...LIGHT]);
  const server = guarded('/usr/sbin/mariadbd', [...place, `--socket=${socket}`, '--skip-networking', `--pid-file=${join(folder, 'pid')}`, temporary, ...LIGHT]);
  try {
    await createDatabase(socket, () => server.ended());
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, socket };
}

async function createDatabase(socket: string, ended: () => string | undefined): Promise<void> {
  const end = Date.now() + START_MS;
  for (;;) {
    try {
      await run('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4']);
      return;
    } catch (error) {
      const reason = ended();
      if (reason) throw new Error(reason, { cause: error });
      if (Date.now() > end) throw error;
      await pause(100);
    }
  }
}
