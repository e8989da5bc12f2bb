import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import { definition } from '../../testing/consultation.ts';
import { type Letter, letterDocument, type LetterFrame } from './letter.ts';
import { qrPath } from './qr.ts';
import { letterLanguages, letterWords } from './words.ts';

const consultation = definition();
const frame: LetterFrame = { consultation, ballots: consultation.ballots.slice(1, 2), unit: 'dwelling', byBuilding: false, serverPages: false, madeAt: new Date('2026-03-15T12:00:00Z'), page: 'https://ville.example/vote/' };
const to = { building: 'A', stair: '2', floor: '', door: '14', name: '', reference: '', address: '1 allée des Peupliers', postcode: '99340', town: 'Merlaval', lang: '' };
const letter: Letter = { to, code: '7KQM 4XTP 9WAC 3RHD', link: 'https://ville.example/vote/#code=7KQM4XTP9WAC3RHD', test: false };
const document = (changes: Partial<Letter> = {}, langs: readonly string[] = ['fr'], more: Partial<LetterFrame> = {}) =>
  letterDocument({ ...frame, ...more }, 'p{}', [{ letter: { ...letter, ...changes }, langs }]);

/** Draws the path of a QR code as a camera would see it, and reads it. */
function seen(path: string, side: number): string {
  const scale = 4;
  const data = new Uint8Array(side * side * scale * scale * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1) data.fill(0, (row * side * scale + column) * 4, (row * side * scale + column) * 4 + 3);
    }
  }
  return decodeQR({ width: side * scale, height: side * scale, data });
}

describe('A letter', () => {
  it('carries the address and the code in its square, the code behind the # where no server sees it', async () => {
    const page = await document();
    const [, side = '', path = ''] = /viewBox="0 0 (\d+) \d+".*?<path d="([^"]+)"/s.exec(page) ?? [];
    assert.equal(seen(path, Number(side)), letter.link);
    assert.equal(seen(qrPath('https://é.example/ x').path, qrPath('https://é.example/ x').side), 'https://é.example/ x');
  });

  it('says what it is about, until when, the code in groups of four, where to type it, and how to do without a screen', async () => {
    const page = await document();
    for (const said of ['Budget participatif', 'Locataires', 'jusqu’au 1 avril 2026 à 20\u00A0h.', '7KQM 4XTP 9WAC 3RHD', '>ville.example/vote<', 'Une urne est à la mairie.', 'mairie@test.example']) assert.ok(page.includes(said), said);
    assert.ok(!page.includes('Essai'));
    assert.ok(!page.includes('par bâtiment'));
    assert.ok((await document({}, ['fr'], { byBuilding: true })).includes('par bâtiment'));
  });

  it('printed before the vote opens says from when to when one can answer, in every language', async () => {
    const early = { madeAt: new Date('2026-02-01T12:00:00Z') };
    assert.ok((await document({}, ['fr'], early)).includes('Vous pouvez répondre du 1 mars 2026 à 9\u00A0h au 1 avril 2026 à 20\u00A0h.'));
    assert.match(await document({}, ['en'], early), /You can answer from March 1, 2026 at 9:00.AM until April 1, 2026 at 8:00.PM\./);
    assert.match(await document({}, ['ar'], early), /يمكنكم الإجابة من .+ حتى /);
    const { closesAt: _, ...endless } = consultation;
    assert.ok((await document({}, ['fr'], { ...early, consultation: endless })).includes('Vous pouvez répondre à partir du 1 mars 2026 à 9\u00A0h.'));
  });

  it('has the lines of the address behind the window, with a name where there is one', async () => {
    const lines = async (changes: Partial<Letter['to']> = {}) => Array.from((/<div class="to">(.*?)<\/div>/s.exec(await document({ to: { ...to, ...changes } }))?.[1] ?? '').matchAll(/<p>(?:<b>)?([^<]*)/g), ([, line]) => line);
    assert.deepEqual(await lines(), ['Aux personnes de ce logement', 'Bâtiment A, escalier 2, porte 14', '1 allée des Peupliers', '99340 Merlaval']);
    assert.deepEqual(await lines({ name: 'Mme Diallo', building: 'Bâtiment Les Tilleuls', stair: '', floor: 'rez-de-chaussée', door: 'Porte 3', address: '', postcode: '' }),
      ['Mme Diallo', 'Bâtiment Les Tilleuls, rez-de-chaussée, Porte 3', 'Merlaval']);
  });

  it('writes a long address smaller, so that all of it is behind the window', async () => {
    assert.match(await document(), /<div class="to">/);
    const long = { name: 'Mme Marie-Antoinette de La Rochefoucauld et M. Jean-Baptiste Diallo', building: 'Les Grands Peupliers de la Rivière', address: '147 bis avenue du Général-de-Gaulle-et-de-la-Résistance' };
    assert.match(await document({ to: { ...to, ...long } }), /<div class="to long">/);
  });

  it('is one page in each language, from right to left in Arabic', async () => {
    const page = await document({}, ['fr', 'ar']);
    assert.deepEqual(Array.from(page.matchAll(/<section class="letter" lang="(\w+)" dir="(\w+)"/g), ([, lang, dir]) => [lang, dir]), [['fr', 'ltr'], ['ar', 'rtl']]);
    assert.ok(page.includes('<bdi lang="fr">Locataires</bdi>'), 'words that exist in French only are marked as French');
  });

  it('leads to a page in its own language: on the server always, on a site of the town where its address says how', async () => {
    const squares = async (link: string, more: Partial<LetterFrame>) =>
      Array.from((await document({ link }, ['fr', 'ar'], more)).matchAll(/viewBox="0 0 (\d+) \d+".*?<path d="([^"]+)"/gs), ([, side, path = '']) => seen(path, Number(side)));
    assert.deepEqual(await squares('https://vote.example/c/x/vote#code=7KQM', { serverPages: true }), ['https://vote.example/c/x/vote#code=7KQM', 'https://vote.example/c/x/vote?locale=ar#code=7KQM']);
    assert.deepEqual(await squares('https://ville.example/{lang}/vote#code=7KQM', {}), ['https://ville.example/fr/vote#code=7KQM', 'https://ville.example/ar/vote#code=7KQM']);
    assert.deepEqual(await squares('https://ville.example/vote#code=7KQM', {}), ['https://ville.example/vote#code=7KQM', 'https://ville.example/vote#code=7KQM']);
  });

  it('to practise with says so in large letters', async () => {
    for (const lang of letterLanguages) assert.ok((await document({ test: true }, [lang])).includes(letterWords[lang]?.test ?? '?'), lang);
  });

  it('shows names as they are written, whatever is in them', async () => {
    const page = await document({ to: { ...to, name: '<img src=x onerror=alert(1)>' } });
    assert.ok(page.includes('&lt;img src=x onerror=alert(1)&gt;') && !page.includes('<img'));
  });

  it('asks nothing of any other host', async () => {
    const page = await document();
    assert.doesNotMatch(page, /<(script|link|img|iframe)\b|url\(|@import/);
  });
});
