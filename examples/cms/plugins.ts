import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zip, type Entry } from './zip.ts';

/** A plugin as it lies in this repository. */
interface Source {
  /** Its own files, below `examples/`. */
  from: string;
  /** Where inside it the shared files go. */
  shared: string;
  /** Which of them: those that stand beside this file. */
  files: readonly string[];
  /** Name of its folder in the archive; empty: the files lie at its top, as Joomla wants them. */
  folder: string;
  /** Whether the widgets' files go along, in `embed/`: for a site that is its own backend. They have to be built. */
  embed?: true;
}

const tag = ['Tag.php', 'Words.php'];
const shortcode = [...tag, 'Shortcode.php'];

export const plugins: Readonly<Record<string, Source>> = {
  dokuwiki: { from: 'dokuwiki/parvis', shared: '.', files: tag, folder: 'parvis' },
  spip: { from: 'spip/parvis', shared: 'inc', files: tag, folder: 'parvis' },
  drupal: { from: 'drupal/parvis', shared: 'lib', files: shortcode, folder: 'parvis' },
  wordpress: { from: 'wordpress/parvis', shared: '.', files: tag, folder: 'parvis', embed: true },
  joomla: { from: 'joomla/plg_content_parvis', shared: 'lib', files: shortcode, folder: '' },
};

const examples = join(import.meta.dirname, '..');
const dist = join(examples, '..', 'packages', 'embed', 'dist');
/** Of what the build writes, what browsers ask for. */
const browserFiles = /^(parvis-[\w.-]+\.(js|json)|integrity\.json|THIRD-PARTY\.txt)$/;

/** A plugin whole, as a webmaster gets it: its own files and the shared ones. Names begin with its folder. */
export function filesOf(name: string): Entry[] {
  const source = plugins[name];
  if (!source) throw new Error(`there is no plugin "${name}"; there are: ${Object.keys(plugins).join(', ')}`);
  const own = globSync('**/*', { cwd: join(examples, source.from) }).filter((file) => statSync(join(examples, source.from, file)).isFile());
  return [
    ...own.toSorted().map((file) => ({ name: join(source.folder, file), data: readFileSync(join(examples, source.from, file)) })),
    ...(source.embed ? readdirSync(dist).filter((file) => browserFiles.test(file)) : []).toSorted().map((file) => ({ name: join(source.folder, 'embed', file), data: readFileSync(join(dist, file)) })),
    ...source.files.map((file) => ({ name: join(source.folder, source.shared, file), data: readFileSync(join(import.meta.dirname, file)) })),
  ];
}

/** Writes the folder of a plugin into `target`. */
export async function layPlugin(name: string, target: string): Promise<void> {
  for (const { name: file, data } of filesOf(name)) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    await writeFile(join(target, file), data);
  }
}

/** Writes `NAME-parvis.zip` into `target`, as the system's own page for new plugins takes it. @returns its path */
export async function packPlugin(name: string, target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const path = join(target, `${name}-parvis.zip`);
  await writeFile(path, zip(filesOf(name)));
  return path;
}
