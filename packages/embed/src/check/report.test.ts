import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doublesOf } from './read.ts';
import { reportOf, reportText } from './report.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('What the check says', () => {
  it('fills the same holes in both languages, and says what, why and what to do of each', () => {
    for (const [name, told] of Object.entries(fr.findings)) {
      const other = en.findings[name as keyof typeof fr.findings];
      for (const part of ['what', 'why', 'mend'] as const) {
        assert.ok(told[part].length > 10 && other[part].length > 10, `${name} ${part}`);
        assert.deepEqual(holes(other[part]), holes(told[part]), `${name} ${part}`);
      }
    }
  });

  it('French keeps its spaces before signs, and says no hard word', () => {
    for (const text of JSON.stringify(fr).match(/"(?:[^"\\]|\\.)*"/g) ?? []) {
      assert.doesNotMatch(text, / [:;!?»]|« /, text);
      assert.doesNotMatch(text, /invalide|veuillez|désolé|service/i, text);
    }
  });

  it('English says server, as the pages of the documentation do', () => {
    assert.match(JSON.stringify(en), /the server/);
    assert.doesNotMatch(JSON.stringify(en), /service|invalid|please|sorry/i);
  });

  it('is in English on an English page, in French everywhere else', () => {
    assert.equal(reportOf([], 'en-GB').summary, en.fine);
    for (const lang of ['fr', '', 'br', 'enx']) assert.equal(reportOf([], lang).summary, fr.fine, lang);
  });

  it('counts what stops and what could be better, and can be copied whole', () => {
    const report = reportOf([
      { name: 'no-script', weight: 'stop', holes: { tag: 'parvis-faq' }, paste: '<script …>' }, { name: 'no-lang', weight: 'better' }, { name: 'narrow', weight: 'better', holes: { tag: 'parvis-faq', width: '200', least: '280' } },
    ], 'fr');
    assert.equal(report.summary, '1 chose empêche Parvis de marcher ici. 2 choses peuvent être mieux.');
    const text = reportText(report, 'https://www.ville.example/');
    for (const part of ['https://www.ville.example/', '1. [Bloque] La balise <parvis-faq> est là', '   <script …>', '3. [À améliorer] <parvis-faq> n’a que 200 pixels']) assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /\{\w+\}/);
  });

  it('says to whoever tries Parvis on their own machine how to allow a site, too', () => {
    for (const lang of ['fr', 'en']) {
      for (const name of ['not-allowed', 'frame-not-allowed'] as const) {
        const [entry] = reportOf([{ name, weight: 'stop', holes: { backend: 'http://localhost:4180', site: 'http://localhost:8000' } }], lang).entries;
        assert.ok(entry?.mend.includes('npm start -- --allow http://localhost:8000'), entry?.mend);
      }
    }
  });

  it('names each id that occurs twice once, and no empty one', () => {
    assert.deepEqual(doublesOf(['a', 'b', 'a', '', '', 'a']), ['a']);
  });
});
