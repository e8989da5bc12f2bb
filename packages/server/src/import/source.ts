import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { scanEncoding, type Encoding } from './encoding.ts';
import { ImportError } from './errors.ts';

/** A text file that can be read more than once. */
export interface Source {
  path: string;
  bytes: number;
  encoding: Encoding;
  /** The first 64 kB. */
  head: string;
  /** The whole text from the start, in pieces. Rejects with an `ImportError` when the file changed since it was opened. */
  chunks(onBytes?: (done: number) => void): AsyncGenerator<string, void, undefined>;
}

/** Rejects with an `ImportError` that says what to do when there is no such file or it holds no text. `wanted`: what to give instead. */
export async function openSource(path: string, wanted = 'un fichier .pb ou .csv'): Promise<Source> {
  const before = await describe(path, wanted);
  const first = await firstBytes(path);
  refuseOtherFormats(first);
  const encoding = await scanEncoding(first, () => createReadStream(path), wanted);

  async function* chunks(onBytes?: (done: number) => void) {
    const now = await describe(path, wanted);
    if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) {
      throw new ImportError('Le fichier a changé pendant la lecture. Attendez que son écriture soit finie, puis relancez la commande.');
    }
    const decoder = new TextDecoder(encoding);
    let done = 0;
    for await (const bytes of createReadStream(path) as AsyncIterable<Uint8Array>) {
      done += bytes.length;
      onBytes?.(done);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  }

  const head = new TextDecoder(encoding).decode(first, { stream: true });
  return { path, bytes: before.size, encoding, head, chunks };
}

async function describe(path: string, wanted: string) {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(
      error.code === 'ENOENT'
        ? `Le fichier « ${path} » n’existe pas. Vérifiez son nom et son dossier.`
        : `Le fichier « ${path} » ne peut pas être lu (${error.code}). Vérifiez vos droits sur ce fichier.`,
    );
  });
  if (!info.isFile()) throw new ImportError(`« ${path} » n’est pas un fichier. Donnez ${wanted}.`);
  if (info.size === 0) throw new ImportError(`Le fichier « ${path} » est vide. Donnez un fichier qui contient des lignes.`);
  return info;
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(`Le fichier « ${path} » ne peut pas être lu (${error.code}). Vérifiez vos droits sur ce fichier.`);
  });
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function refuseOtherFormats(first: Uint8Array): void {
  const start = String.fromCharCode(...first.subarray(0, 4));
  if (start === 'PK\u0003\u0004') {
    throw new ImportError('C’est un classeur (Excel, LibreOffice) ou une archive. Ouvrez-le et enregistrez la feuille au format CSV, encodage UTF-8.');
  }
  if (start === '%PDF') throw new ImportError('C’est un fichier PDF. Donnez la liste au format CSV.');
}
