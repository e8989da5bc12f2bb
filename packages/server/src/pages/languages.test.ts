import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../app.ts';
import { definition, file } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';
import { frameOf } from './frame.ts';
import { frameWords, french } from './frame.words.ts';
import { nextLink } from './layout.ts';

async function pages(languages: string[] = ['fr', 'en']) {
  const house = await testHouse(definition({ languages, ballots: [file.ballots![0]!, { ...file.ballots![2]!, results: 'live' }] }));
  const app = createApp(house.backend, house.store);
  return Object.assign(house, { read: async (path: string) => (await app.request(path)).text() });
}
const tags = (page: string) => /<html[^>]*>/.exec(page)?.[0];
const paths = ['/', '/c/bp-2026', '/c/bp-2026/vote', '/c/bp-2026/vote/projets', '/c/bp-2026/results/points', '/c/bp-2026/propose', '/c/bp-2026/faq', '/c/bp-2026/feedback'];

describe('Whoever comes from a letter in Arabic or English', () => {
  it('finds every page in that language and its direction: what stands around the content, and the widgets', async () => {
    await using house = await pages();
    for (const path of paths) {
      const page = await house.read(`${path}?locale=ar`);
      assert.equal(tags(page), '<html lang="ar" dir="rtl">', path);
      assert.match(page, /الانتقال إلى المحتوى/, path);
      for (const [, tag = ''] of page.matchAll(/<(parvis-[^>]*)>/g)) assert.match(tag, / lang="ar" dir="rtl"/, path);
    }
    const english = await house.read('/c/bp-2026?locale=en-GB');
    assert.equal(tags(english), '<html lang="en" dir="ltr">');
    assert.match(english, /It is open until April 1, 2026 at 8:00.PM\. Organised by Commune de Test\./);
    assert.match(english, />Without a computer<\/h2><p>Une urne est à la mairie\./);
    assert.match(await house.read('/c/bp-2026?locale=ar'), /مفتوحة حتى [^<]*(أبريل|نيسان)/);
  });

  it('stays in that language from page to page', async () => {
    await using house = await pages();
    for (const path of paths.slice(0, 5)) {
      const own = Array.from((await house.read(`${path}?locale=ar`)).matchAll(/<a href="(\/[^"]*)"(?![^>]*hreflang)/g), ([, href = '']) => href).filter((href) => !/\.(csv|pb|json)$/.test(href.split('?')[0] ?? ''));
      assert.deepEqual(own.filter((href) => !href.includes('locale=ar')), [], path);
    }
    assert.match(await house.read('/c/bp-2026/vote/projets?locale=ar'), /action="[^"]*locale=ar/);
    const next = (address: string) => String(nextLink(frameOf(address), 'a/b', 'Suite'));
    assert.match(next('https://vote.example/c/bp-2026/faq?locale=ar'), /href="\?cursor=a%2Fb&(amp;)?locale=ar"/);
    assert.match(next('https://vote.example/c/bp-2026/faq'), /href="\?cursor=a%2Fb"/);
  });

  it('reads what is in French only marked as French, from left to right', async () => {
    await using house = await pages();
    assert.match(await house.read('/c/bp-2026/vote/projets?locale=ar'), /<parvis-ballot [^>]*lang="ar"[^>]*>\s*<div lang="fr" dir="ltr">/);
    assert.match(await house.read('/c/bp-2026?locale=ar'), /<bdi lang="fr">Budget participatif<\/bdi>/);
  });
});

describe('The languages of a page', () => {
  it('are offered in their own words, those of the consultation, and the same page and place follow', async () => {
    await using house = await pages();
    const links = (page: string) => Array.from(page.matchAll(/<a href="([^"]+)" lang="(\w+)" hreflang[^>]*>([^<]+)/g), ([, href, lang, name]) => `${lang} ${href} ${name}`);
    assert.deepEqual(links(await house.read('/c/bp-2026/vote?ballot=points')), ['en /c/bp-2026/vote?ballot=points&amp;locale=en English']);
    assert.deepEqual(links(await house.read('/c/bp-2026/vote?ballot=points&locale=en')), ['fr /c/bp-2026/vote?ballot=points Français']);
    assert.deepEqual(links(await house.read('/c/bp-2026?locale=ar')), ['fr /c/bp-2026 Français', 'en /c/bp-2026?locale=en English']);
    await using one = await pages(['fr']);
    assert.deepEqual(links(await one.read('/c/bp-2026')), [], 'a consultation in one language has nothing to offer');
  });

  it('that nobody here speaks are answered in French', async () => {
    await using house = await pages();
    for (const locale of ['tlh', 'constructor', '"><b>', '']) assert.equal(tags(await house.read(`/c/bp-2026?locale=${encodeURIComponent(locale)}`)), '<html lang="fr" dir="ltr">', locale);
  });

  it('have every sentence', () => {
    for (const [lang, words] of Object.entries(frameWords)) {
      assert.deepEqual(Object.keys(words), Object.keys(french), lang);
      for (const [key, said] of Object.entries(words)) assert.match(typeof said === 'string' ? said : String(said('X')), typeof said === 'string' ? /\S/ : /X/, `${lang} ${key}`);
    }
  });
});
