import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from './machine.ts';
import { tempDir } from './temp.ts';

const run = promisify(execFile);

/** Longer than any page of a test: what is on the screen need not be scrolled to. */
const screen = 'stty rows 400 cols 100';

/** The keys to a link or control, from the first one of the page, and the one that follows, ticks or sends it. */
const keysTo = (from: number, place: number): string[] => [...Array.from({ length: place - from }, () => '<tab>'), '^J'];

/**
 * Reads pages with Lynx, in a terminal: each list of places is pressed on one page, the last of them leads to the next page.
 * @returns the words of the page it ends on
 */
export async function browseText(address: string, pages: readonly (readonly number[])[]): Promise<string> {
  await using folder = await tempDir('parvis-lynx');
  const saved = join(folder.path, 'page.txt');
  const pressed = pages.flatMap((places) => places.flatMap((place, i) => keysTo(i === 0 ? 0 : (places[i - 1] ?? 0), place)));
  // Print, save to a file: its name is written over the one that is offered; then leave.
  const keys = [...pressed, 'p', '^J', '^U', ...saved, '^J', 'Q'];
  const script = join(folder.path, 'keys');
  await writeFile(script, keys.map((key) => `key ${key}\n`).join(''));
  const command = `${screen}; exec ${requireProgram('lynx')} -cfg=/dev/null -nopause -display_charset=utf-8 -cmd_script=${script} ${address}`;
  await run(requireProgram('script'), ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { PATH: process.env['PATH'], HOME: folder.path, TERM: 'vt100', LANG: 'C.UTF-8' }, timeout: 120_000,
  });
  return (await readFile(saved, 'utf8')).replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ').trim();
}

/** A page as Lynx shows it, without pressing anything. */
export async function showText(address: string): Promise<string> {
  await using folder = await tempDir('parvis-lynx');
  const { stdout } = await run(requireProgram('lynx'), ['-cfg=/dev/null', '-dump', '-nolist', '-width=100', '-display_charset=utf-8', address], {
    env: { PATH: process.env['PATH'], HOME: folder.path, LANG: 'C.UTF-8' }, timeout: 60_000,
  });
  return stdout.replaceAll(/[\u2068\u2069]/g, '');
}
