import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { find } from '../site/search/find.ts';
import { indexPages } from '../site/search/index-pages.ts';
import { withUrl } from '../site/page.ts';

const page = (path: string, title: string, text: string) => withUrl({ lang: 'fr', path, title, description: '', format: 'md', text: `# ${title}\n\n${text}` });
const index = indexPages([
  page('codes', 'Les codes d’accès', 'Un code par logement.\n\n## Imprimer les lettres\n\nUne lettre par œuvre.\n\n```\n## pas un titre\n```\n'),
  page('egalites', 'Les égalités', 'Le moins cher d’abord. Un code n’y change rien.\n\n## Un réglage\n\n`heading-level`\n'),
  page('long', 'Répéter', Array.from({ length: 9 }, (_, i) => `## Partie ${i}\n\nmot\n`).join('\n')),
]);
const urls = (query: string) => find(index, query).map(({ url }) => url);

describe('The search of the documentation', () => {
  it('finds a word without its accents, in capitals, or with only its first letters', () => {
    for (const query of ['égalités', 'EGALITE', 'egal', 'égalité']) assert.deepEqual(urls(query), ['fr/egalites.html'], query);
    assert.deepEqual(urls('oeuvre'), ['fr/codes.html#imprimer-les-lettres']);
  });

  it('a page that is about a word comes before one that only holds it', () => assert.deepEqual(urls('code'), ['fr/codes.html', 'fr/egalites.html']));

  it('leads to the part of the page, by the fragment that its heading has', () => assert.deepEqual(urls('imprimer'), ['fr/codes.html#imprimer-les-lettres']));

  it('takes a name with signs apart: heading-level', () => assert.deepEqual(urls('heading-level'), ['fr/egalites.html#un-réglage']));

  it('what looks like a heading in code is none, and is found where it stands', () => assert.deepEqual(urls('titre'), ['fr/codes.html#imprimer-les-lettres']));

  it('of several words it shows what holds most of them, so that a question in whole words finds something', () => {
    assert.deepEqual(urls('code logement'), ['fr/codes.html']);
    assert.deepEqual(urls('comment imprimer'), ['fr/codes.html#imprimer-les-lettres']);
  });

  it('one page does not push away all others', () => assert.equal(urls('mot').length, 3));

  it('finds nothing for what is nowhere, and for signs alone', () => {
    for (const query of ['zzz', '', ' ?! ', '%']) assert.deepEqual(urls(query), []);
  });
});
