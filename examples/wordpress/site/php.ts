import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FILES = join(import.meta.dirname, 'php');

/** PHP set up for one WordPress, on the command line and as its web server. */
export interface Php {
  /** Arguments that serve it at `HOST:PORT`. */
  serve(address: string): string[];
  /** Runs one of the files beside this one. @throws with what PHP wrote and noted */
  file(name: string, argument: string): Promise<void>;
  /** Runs the body of a function inside WordPress. @returns what it returns, through JSON. @throws with what PHP wrote and noted */
  inside(body: string): Promise<unknown>;
  /** What PHP noted about itself so far: notices, warnings, errors. */
  notes(): Promise<string>;
}

/** @param folder that of WordPress, with its `wp-config.php` */
export function phpFor(folder: string): Php {
  const set = { 'opcache.enable_cli': '1', 'opcache.revalidate_freq': '0', upload_max_filesize: '16M', post_max_size: '16M' };
  const settings = Object.entries(set).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const notes = () => readFile(join(folder, 'debug.log'), 'utf8').catch(() => '');
  const php = async (...args: string[]): Promise<string> => {
    try {
      return (await run('php', [...settings, ...args], { cwd: folder })).stdout;
    } catch (error) {
      // What it wrote comes with the cause.
      throw new Error(`PHP failed:\n${(await notes()).slice(-4000)}`, { cause: error });
    }
  };
  return {
    notes,
    serve: (address) => [...settings, '-S', address, '-t', folder, join(FILES, 'router.php')],
    file: async (name, argument) => void (await php(join(FILES, name), argument)),
    inside: async (body) => {
      const written = await php(join(FILES, 'inside.php'), body);
      return JSON.parse(written.slice(written.lastIndexOf('\n') + 1));
    },
  };
}
