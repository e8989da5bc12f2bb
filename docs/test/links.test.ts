import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { targetOf } from '../site/markdown/links.ts';
import { relativeTo, withUrl, type Page } from '../site/page.ts';

const page = (file: string): Page => {
  const [lang, ...rest] = file.replace(/\.md$/, '').replace(/README$/, 'index').split('/');
  return withUrl({ lang: lang === 'en' ? 'en' : 'fr', path: rest.join('/'), title: '', description: '', text: '', format: 'md', file });
};
const files = ['fr/codes.md', 'fr/widgets/faq.md', 'fr/cms/README.md', 'en/codes.md'];
const pages = new Map(files.map((file) => [file, page(file)]));
const from = pages.get('fr/widgets/faq.md') as Page;

describe('A link of a page', () => {
  it('to another page leads to its address in the site, with the place on it', () => {
    assert.deepEqual(targetOf('../codes.md#lettres', from, pages), { href: '../codes.html#lettres' });
    assert.deepEqual(targetOf('../../en/codes.md', from, pages), { href: '../../en/codes.html' });
  });

  it('to a folder leads to its first page', () => {
    assert.deepEqual(targetOf('../cms/', from, pages), { href: '../cms/index.html' });
    assert.deepEqual(targetOf('../cms/README.md', from, pages), { href: '../cms/index.html' });
  });

  it('to a picture, to a place on the same page or to another site stays', () => {
    assert.deepEqual(targetOf('../../images/a.png', from, pages), { href: '../../images/a.png' });
    for (const link of ['#place', 'https://pabulib.org/format', 'mailto:a@b.example']) assert.deepEqual(targetOf(link, from, pages), { href: link });
  });

  it('to a file of the repository leads to the forge where it is known, else it is no link and its path is said', () => {
    assert.deepEqual(targetOf('../../../packages/counting/', from, pages), { repository: 'packages/counting/' });
    assert.deepEqual(targetOf('../../../README.md#x', from, pages, 'https://forge.example/parvis/'), { repository: 'README.md', href: 'https://forge.example/parvis/README.md#x' });
  });

  it('is relative from any depth, so that the site works in any folder', () => {
    assert.equal(relativeTo('fr/a.html', 'fr/b.html'), 'b.html');
    assert.equal(relativeTo('fr/widgets/a.html', 'fr/index.html'), '../index.html');
    assert.equal(relativeTo('decisions/a.html', 'fr/index.html'), '../fr/index.html');
  });
});
