import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const docs = join(import.meta.dirname, '..');
const pagesIn = (lang: string): string[] => globSync('**/*.md', { cwd: join(docs, lang) }).sort();
const read = (lang: string, page: string): string => readFileSync(join(docs, lang, page), 'utf8');
const both = pagesIn('fr').filter((page) => pagesIn('en').includes(page));
const blocks = /^(`{3,}).*?^\1$/gms;

/** Names that stand for something else (`FICHIER`, `FILE`) and comments are words, which each language has of its own. */
const wordless = (code: string): string => code.replaceAll(/(^| +)# .*$/gm, '').replaceAll(/\b[\p{Lu}_]{2,}\b/gu, 'NAME');

const codeBlocks = (text: string): string[] => Array.from(text.matchAll(blocks), ([block]) => wordless(block));
/** Options, tags, fields and files named in the running text. */
const named = (text: string): Set<string> => new Set(Array.from(text.replaceAll(blocks, '').matchAll(/`([^`\n]+)`/g), ([, code = '']) => wordless(code)));

describe('The documentation in two languages', () => {
  it('every page is there in French and in English', () => assert.deepEqual(pagesIn('fr'), pagesIn('en')));

  for (const page of both) {
    it(`${page}: both languages show the same code`, () => {
      assert.deepEqual(codeBlocks(read('fr', page)), codeBlocks(read('en', page)), 'what changes in one language changes in the other');
    });

    it(`${page}: both languages name the same options, fields and files`, () => {
      const [fr, en] = [named(read('fr', page)), named(read('en', page))];
      const without = (names: ReadonlySet<string>, others: ReadonlySet<string>) => [...names].filter((name) => !others.has(name));
      assert.deepEqual({ onlyInFrench: without(fr, en), onlyInEnglish: without(en, fr) }, { onlyInFrench: [], onlyInEnglish: [] });
    });

    it(`${page}: as many headings of each level`, () => {
      const levels = (lang: string) => Array.from(read(lang, page).replaceAll(blocks, '').matchAll(/^(#+) /gm), ([, level]) => level);
      assert.deepEqual(levels('fr'), levels('en'));
    });
  }
});
