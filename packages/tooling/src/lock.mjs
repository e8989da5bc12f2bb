import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tools } from './paths.mjs';
import { say } from './say.mjs';

const HEARTBEAT_MS = 2_000;
const STALE_MS = 15_000;

/**
 * Runs `work` while no other run of this checkout holds the lock of that name. Two commands started together
 * would otherwise install into the same folder. A lock whose holder died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const folder = join(tools, `${name}.lock`);
  await mkdir(tools, { recursive: true });
  await take(folder, name);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(folder, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} name */
async function take(folder, name) {
  for (let told = false; ; ) {
    try {
      await mkdir(folder);
      await writeFile(join(folder, 'holder'), JSON.stringify({ host: hostname(), pid: process.pid }));
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (await isStale(folder)) {
      // Only one of several waiting runs can rename it away; the others simply try again.
      const aside = `${folder}-${process.pid}`;
      await rename(folder, aside).then(() => rm(aside, { recursive: true, force: true }), () => {});
      continue;
    }
    if (!told) say(`waiting for another command that is busy with the same step (${name}).`);
    told = true;
    await pause(200);
  }
}

/** @param {string} folder */
async function isStale(folder) {
  try {
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > STALE_MS) return true;
    const holder = JSON.parse(await readFile(join(folder, 'holder'), 'utf8'));
    return holder.host === hostname() && !isAlive(holder.pid);
  } catch {
    // Released or still being written: look again at the next turn.
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
