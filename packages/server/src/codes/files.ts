import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { byteOrderMark, csvLine } from '@parvis/contract/csv';
import type { AddressedLetter } from './batch.ts';
import { letterDocument, type LetterFrame } from './letters/letter.ts';
import { linkIn } from './letters/link.ts';
import { unitColumns } from './columns.ts';
import { columnWords } from './units.ts';

const css = join(import.meta.dirname, 'letters', 'letter.css');

/** More pages than a browser prints well. */
const lettersPerFile = 500;

/** A folder that comes into being whole or not at all, readable for its owner only. */
export interface NewFolder {
  write(name: string, text: string): void;
  /** Gives it its name. */
  finish(): void;
  /** Takes everything away again. */
  discard(): void;
}

/** @throws what the file system says; `EEXIST` when there is something of that name */
export function newFolder(path: string): NewFolder {
  const target = resolve(path);
  if (existsSync(target)) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' });
  mkdirSync(dirname(target), { recursive: true });
  const building = `${target}.${randomBytes(4).toString('hex')}`;
  mkdirSync(building, { mode: 0o700 });
  return {
    write: (name, text) => writeFileSync(join(building, name), text, { mode: 0o600, flag: 'wx', flush: true }),
    finish: () => renameSync(building, target),
    discard: () => rmSync(building, { recursive: true }),
  };
}

/** Writes what is printed and posted: a table for a mail merge, and letters. @returns the names of the files */
export async function writeLetters(folder: NewFolder, frame: LetterFrame, letters: readonly AddressedLetter[], name = 'lettres'): Promise<string[]> {
  const style = readFileSync(css, 'utf8');
  const parts = Array.from({ length: Math.ceil(letters.length / lettersPerFile) }, (_, i) => letters.slice(i * lettersPerFile, (i + 1) * lettersPerFile));
  const names = parts.map((_, i) => `${name}${parts.length > 1 ? `-${i + 1}` : ''}.html`);
  for (const [i, part] of parts.entries()) folder.write(names[i] ?? '', await letterDocument(frame, style, part));
  return names;
}

/** The link is that of the first language a letter is written in. */
export function writeTable(folder: NewFolder, { serverPages }: LetterFrame, letters: readonly AddressedLetter[]): string {
  const used = unitColumns.filter((column) => letters.some(({ letter }) => letter.to[column] !== ''));
  const lines = letters.map(({ letter: { to, code, link }, langs: [lang = 'fr'] }) => csvLine([...used.map((column) => to[column]), code, linkIn(link, lang, serverPages)]));
  folder.write('codes.csv', byteOrderMark + csvLine([...used.map((column) => columnWords[column]), 'code', 'lien']) + lines.join(''));
  return 'codes.csv';
}
