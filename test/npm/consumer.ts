// A project of somebody else: the tarballs installed in an empty folder, without a registry.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { packAll } from '../../packages/tooling/src/pack.mjs';
import { build } from '../../packages/tooling/src/tasks.mjs';
import { root } from '../support/machine.ts';

export interface Packed {
  /** `widgets` for `@parvis/widgets`. */
  name: string;
  tarball: Uint8Array;
  manifest: Manifest;
  /** Where it is installed. */
  folder: string;
}

export interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | Record<string, string>>;
  sideEffects?: false | string[];
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  [field: string]: unknown;
}

const node = process.execPath;
const run = (args: string[], cwd = root): string => execFileSync(node, args, { cwd, encoding: 'utf8' });
const tsc = join(root, 'packages', 'tooling', 'node_modules', 'typescript', 'bin', 'tsc');

/** Compiles what is old, and packs. The browser files are built by the stage before. */
export async function pack(folder: string): Promise<string[]> {
  for (const command of build) run(command);
  return packAll(folder);
}

/**
 * Puts each package into `folder`, as pnpm does: it finds only the packages that its package.json names.
 * @param others packages from the registry that the project itself uses
 */
export async function install(folder: string, tarballs: readonly string[], others: readonly string[] = []): Promise<Packed[]> {
  const packed = await Promise.all(tarballs.map(async (path): Promise<Packed> => {
    const name = basename(path).replace(/^parvis-(.+)-\d.*$/, '$1');
    const inside = join(folder, '.store', name, 'node_modules', '@parvis', name);
    await mkdir(inside, { recursive: true });
    execFileSync('tar', ['-xzf', path, '-C', inside, '--strip-components=1']);
    const manifest = JSON.parse(await readFile(join(inside, 'package.json'), 'utf8')) as Manifest;
    return { name, tarball: await readFile(path), manifest, folder: inside };
  }));
  for (const { name, manifest, folder: inside } of packed) {
    await link(inside, join(folder, 'node_modules', manifest.name));
    const peers = Object.keys(manifest.peerDependencies ?? {}).filter((peer) => others.includes(peer));
    for (const needed of [...Object.keys(manifest.dependencies ?? {}), ...peers]) {
      const own = packed.find((other) => other.manifest.name === needed)?.folder;
      const from = own ?? join(root, peers.includes(needed) ? 'test' : `packages/${name}`, 'node_modules', needed);
      await link(from, join(folder, '.store', name, 'node_modules', needed));
    }
  }
  for (const name of others) await link(join(root, 'test', 'node_modules', name), join(folder, 'node_modules', name));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  return packed;
}

async function link(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await symlink(await realpath(from), to);
}

/** Types of a project of somebody else, with their settings. @param types packages whose globals it knows @param more compiler options @returns what the compiler says, empty when all is well */
export async function typeErrors(folder: string, module: 'nodenext' | 'bundler', files: readonly string[], types: readonly string[] = [], more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const compilerOptions = {
    strict: true, noEmit: true, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'], types, jsx: 'react-jsx', exactOptionalPropertyTypes: true,
    ...(module === 'nodenext' ? { module: 'nodenext' } : { module: 'esnext', moduleResolution: 'bundler' }),
    ...more,
  };
  const config = join(folder, `tsconfig.${module}.json`);
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  try {
    return run([tsc, '-p', config], folder);
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}
