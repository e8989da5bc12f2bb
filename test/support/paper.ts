import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { requireProgram } from './machine.ts';
import { tempDir } from './temp.ts';

const run = promisify(execFile);

/** A word on paper; lengths in points from the top left corner of its page. */
export interface Word {
  text: string;
  /** From 0. */
  page: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Prints the page on A4 sheets and reads the words back from the PDF, in the order of reading. */
export async function printed(page: Page): Promise<Word[]> {
  await using folder = await tempDir('parvis-paper');
  const file = join(folder.path, 'page.pdf');
  await writeFile(file, await page.pdf({ format: 'A4' }));
  const { stdout } = await run(requireProgram('pdftotext'), ['-bbox', file, '-'], { maxBuffer: 50_000_000 });
  return stdout.split('<page ').slice(1).flatMap((sheet, number) =>
    [...sheet.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(([, left, top, right, bottom, text = '']) => ({
      text: readable(text), page: number, left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom),
    })));
}

/** Letters joined into one sign, like “ﬁ”, are two again. */
const readable = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&').normalize('NFKC');

/** Words that lie on one another, by more than half of the lower one's height and a point of width. */
export function laidOver(words: readonly Word[]): string[] {
  const wrong: string[] = [];
  for (const [i, a] of words.entries()) {
    for (const b of words.slice(i + 1)) {
      if (a.page !== b.page) continue;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > Math.min(a.bottom - a.top, b.bottom - b.top) / 2) wrong.push(`"${a.text}" and "${b.text}" on sheet ${a.page + 1}`);
    }
  }
  return wrong;
}

/** All of it without spaces, as lines break anywhere. */
export const onPaper = (words: readonly Word[]): string => words.map(({ text }) => text).join('').replace(/\s/g, '');
