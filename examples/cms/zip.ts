import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. `name`: with slashes, no slash in front. */
export interface Entry {
  name: string;
  data: Uint8Array;
}

const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** Version 2.0 of the format, which knows deflate. */
const NEEDS = 20;
/** 1 January 1980, the first day there is: the same files give the same bytes. */
const DAY = 0x21;

/** A zip archive as content-management systems take it (PKWARE's APPNOTE 6.3, without its 64-bit fields: below 65 536 files and 4 GiB). */
export function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    const title = Buffer.from(name);
    const packed = deflateRawSync(data);
    const about = numbers([2, NEEDS], [2, UTF8], [2, DEFLATED], [2, 0], [2, DAY], [4, crc32(data)], [4, packed.length], [4, data.length], [2, title.length], [2, 0]);
    const local = Buffer.concat([numbers([4, 0x04034b50]), about, title, packed]);
    directory.push(numbers([4, 0x02014b50], [2, NEEDS]), about, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), title);
    parts.push(local);
    at += local.length;
  }
  const index = Buffer.concat(directory);
  return Buffer.concat([...parts, index, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, index.length], [4, at], [2, 0])]);
}

/** Little-endian numbers, each with its size in bytes. */
function numbers(...fields: readonly (readonly [size: number, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = buffer.writeUIntLE(value, at, size);
  return buffer;
}
