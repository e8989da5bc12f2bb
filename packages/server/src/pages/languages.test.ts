import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ballotSentences } from '@parvis/widgets/ballot/page-view';
import { faqSentences } from '@parvis/widgets/faq/page-view';
import { feedbackSentences } from '@parvis/widgets/feedback/page-view';
import { formSentences } from '@parvis/widgets/proposal-form/page-view';
import { resultsSentences } from '@parvis/widgets/results/page-view';
import { createApp } from '../app.ts';
import { definition, file } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';
import { plainReader } from '../testing/plain-reader.ts';
import { frameOf } from './frame.ts';
import { frameWords, french } from './frame.words.ts';
import { nextLink } from './layout.ts';
import { fr as frenchForms } from './sentences/fr.ts';
import { sentences as forms, tellIn } from './sentences/index.ts';
import { speechOf } from './speech.ts';

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
    for (const path of paths) {
      const own = Array.from((await house.read(`${path}?locale=ar`)).matchAll(/<a href="(\/[^"]*)"(?![^>]*hreflang)/g), ([, href = '']) => href).filter((href) => !/\.(csv|pb|json)$/.test(href.split('?')[0] ?? ''));
      assert.deepEqual(own.filter((href) => !href.includes('locale=ar')), [], path);
    }
    assert.match(await house.read('/c/bp-2026/vote/projets?locale=ar'), /action="[^"]*locale=ar/);
    const next = (address: string) => String(nextLink(frameOf(address), 'a/b', 'Suite'));
    assert.match(next('https://vote.example/c/bp-2026/faq?locale=ar'), /href="\?cursor=a%2Fb&(amp;)?locale=ar"/);
    assert.match(next('https://vote.example/c/bp-2026/faq'), /href="\?cursor=a%2Fb"/);
  });

  it('reads the organiser’s French words marked as French', async () => {
    await using house = await pages();
    assert.match(await house.read('/c/bp-2026/vote/projets?locale=ar'), /<span [^>]*dir="auto" lang="fr">Bancs<\/span>/);
    assert.match(await house.read('/c/bp-2026/feedback?locale=ar'), /<h2 lang="fr" dir="ltr">Le square<\/h2>/);
    assert.match(await house.read('/c/bp-2026?locale=ar'), /<bdi lang="fr">Budget participatif<\/bdi>/);
    for (const path of ['', '/vote', '/faq']) assert.match(await house.read(`/c/bp-2026${path}?locale=ar`), /<bdi lang="fr">Une urne est à la mairie\.<\/bdi>/, path);
  });
});

describe('Whoever reads no French, where no JavaScript runs', () => {
  const sentences = [ballotSentences.widget, ballotSentences.plain, formSentences.widget, formSentences.plain, faqSentences, feedbackSentences, resultsSentences, frenchForms];
  const french = sentences.flatMap((all) => Object.values<string | Record<string, string>>(all)).flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text)))
    .flatMap((text) => text.split('\n')).filter((text) => /^[^{}]{7,}$/.test(text));
  /** The pages of one person, each of whom must hold none of our own French sentences. */
  const readIn = async (house: Awaited<ReturnType<typeof plainReader>>, lang: string) => {
    const { one } = house;
    const check = () => {
      assert.match(one.html, new RegExp(`<html lang="${lang}"`), one.path);
      assert.deepEqual(french.filter((sentence) => one.words.includes(sentence) || one.title.includes(sentence)), [], one.path);
    };
    return { one, check, open: async (path: string) => { await one.open(`${path}?locale=${lang}`); check(); }, press: async (name: string | RegExp) => { await one.press(name); check(); } };
  };

  for (const [lang, speech] of [['en', speechOf('en')], ['ar', speechOf('ar')]] as const) {
    it(`votes, with a slip on the way, and keeps a receipt, all in that language (${lang})`, async () => {
      await using house = await plainReader();
      const { one, open, press, check } = await readIn(house, lang);
      const { say, plain } = speech.ballot;
      await open('/c/bp-2026/vote/projets');
      one.tick(/Arbres/).tick(/Bancs/).tick(/Cour/);
      await press(say('review'));
      assert.equal(one.status, 422);
      assert.ok(one.title.startsWith(say('error')));
      one.untick(/Cour/);
      await press(say('review'));
      await press(say('change'));
      await press(say('review'));
      await press(say('cast'));
      assert.ok(one.words.includes(say('received')));
      assert.ok(one.words.includes(plain('keep')));
      await one.again();
      check();
      assert.equal((await house.store.exportVotes('bp-2026', 'projets', { limit: 10 })).items.length, 1);
    });

    it(`proposes, supports, asks, follows and reads results, all in that language (${lang})`, async () => {
      await using house = await plainReader();
      const { one, open, press } = await readIn(house, lang);
      const { form, faq, feedback } = speech;
      await open('/c/bp-2026/propose');
      await press(form.say('toReview'));
      assert.equal(one.status, 422);
      one.write(form.say('writeTitle'), 'A shelter').write(form.say('writeText'), 'Twenty children wait in the rain every morning.');
      await press(form.say('toReview'));
      await press(form.say('send'));
      assert.ok(one.words.includes(form.say('doneTitle')));
      await open('/c/bp-2026/propose');
      await press(new RegExp(`^${tellIn(lang)('support')}`));
      assert.ok(one.words.includes(tellIn(lang)('supported')));
      await press(tellIn(lang)('withdraw'));
      await open('/c/bp-2026/faq');
      one.write(faq.say('question'), 'Who waters the trees?');
      await press(faq.say('send'));
      assert.ok(one.words.includes(faq.say('doneTitle')));
      await open('/c/bp-2026/faq');
      await press(faq.say('no'));
      await open('/c/bp-2026/feedback');
      await press(feedback.say('codeSend'));
      assert.equal(one.status, 422);
      await open('/c/bp-2026/results/points');
      await open('/c/nowhere');
    });
  }

  it('every sentence of the pages without JavaScript is there in each language, with its plural forms', () => {
    for (const lang of Object.keys(frameWords).filter((one) => one !== 'fr')) {
      for (const [name, own] of [['ballot.plain', ballotSentences.plain], ['proposal-form.plain', formSentences.plain]] as const) {
        const other = JSON.parse(readFileSync(new URL(import.meta.resolve(`@parvis/widgets/languages/${name}.${lang}.json`)), 'utf8')) as Record<string, string | Record<string, string>>;
        assert.deepEqual(Object.keys(other), Object.keys(own), `${name} ${lang}`);
      }
      for (const [key, text] of Object.entries(forms[lang] ?? {})) {
        if (typeof text !== 'string') assert.deepEqual(Object.keys(text).sort(), new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted(), `${lang} ${key}`);
        const holes = (one: unknown) => [...new Set(Array.from(JSON.stringify(one).matchAll(/\{(\w+)\}/g), ([, hole]) => hole))].sort();
        assert.deepEqual(holes(text), holes(frenchForms[key as keyof typeof frenchForms]), `${lang} ${key}`);
      }
    }
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
