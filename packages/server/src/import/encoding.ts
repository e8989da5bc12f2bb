import { ImportError } from './errors.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/**
 * How a file's text is written. A byte order mark says it; else the bytes are UTF-8 when they all fit (RFC 3629), and
 * Windows-1252, which nearly contains Latin-1, when those that are not plain ASCII mostly do not fit.
 * Rejects with an `ImportError` when the file holds no text or mixes both. `wanted`: what to give instead.
 */
export async function scanEncoding(first: Uint8Array, bytes: () => AsyncIterable<Uint8Array>, wanted: string): Promise<Encoding> {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  if (first.includes(0)) throw new ImportError(`Ce fichier ne contient pas de texte. Donnez ${wanted}.`);
  const scan = new Utf8Scan();
  for await (const piece of bytes()) scan.add(piece);
  scan.end();
  if (scan.wrong === 0) return 'utf-8';
  if (scan.wrong >= scan.right) return 'windows-1252';
  throw new ImportError(
    'Ce fichier mêle deux façons d’écrire les accents (UTF-8 et une autre). Ouvrez-le dans un tableur, corrigez les lettres abîmées à partir de cette ligne, puis enregistrez-le en UTF-8.',
    scan.wrongLine,
  );
}

/** Counts the characters beyond ASCII that are right and wrong in UTF-8. */
class Utf8Scan {
  right = 0;
  wrong = 0;
  wrongLine = 0;
  private line = 1;
  private awaited = 0;
  /** What the next byte must lie between, to keep out overlong forms and surrogates. */
  private low = 0x80;
  private high = 0xbf;

  add(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i += 1) this.byte(bytes[i]!);
  }

  end(): void {
    if (this.awaited > 0) this.fail();
  }

  private byte(byte: number): void {
    if (this.awaited > 0) {
      if (byte >= this.low && byte <= this.high) {
        this.awaited -= 1;
        this.low = 0x80;
        this.high = 0xbf;
        if (this.awaited === 0) this.right += 1;
        return;
      }
      this.fail();
    }
    if (byte === 0x0a) this.line += 1;
    if (byte >= 0x80) this.lead(byte);
  }

  private lead(byte: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.awaited = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.awaited = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.awaited = 3;
    else this.fail();
    if (byte === 0xe0) this.low = 0xa0;
    if (byte === 0xed) this.high = 0x9f;
    if (byte === 0xf0) this.low = 0x90;
    if (byte === 0xf4) this.high = 0x8f;
  }

  private fail(): void {
    this.wrong += 1;
    if (this.wrongLine === 0) this.wrongLine = this.line;
    this.awaited = 0;
    this.low = 0x80;
    this.high = 0xbf;
  }
}
