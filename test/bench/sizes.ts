import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { brotliBudget, fileNames } from '../../packages/embed/src/build/widgets.ts';
import { brotliSize } from '../support/brotli.ts';
import { whole, type Row } from './table.ts';

const dist = new URL('../../packages/embed/dist/', import.meta.url);

/** Bytes of each browser file. The budget is one widget's; the file with all of them has none. */
export async function sizes(): Promise<Row[]> {
  return Promise.all(
    fileNames.map(async (name) => {
      const file = await readFile(new URL(`parvis-${name}.js`, dist));
      const brotli = brotliSize(file);
      const row = { what: `parvis-${name}.js, bytes raw / gzip / brotli`, measured: [file.length, gzipSync(file, { level: 9 }).length, brotli].map(whole).join(' / ') };
      return name === 'all' ? row : { ...row, budget: `brotli ≤ ${whole(brotliBudget)}`, beyond: brotli > brotliBudget };
    }),
  );
}
