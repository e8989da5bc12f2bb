import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { consultation, startTown, type Town } from '../support/town.ts';
import { browseText, showText } from '../support/text-browser.ts';

/** Before the form of every first page: the link to the content, and where the page stands. */
const above = 3;

describe('In a browser that shows nothing but text', () => {
  let town: Town;
  before(async () => {
    town = await startTown();
  });
  after(() => town?.[Symbol.asyncDispose]());

  it('a resident chooses, checks, votes and reads the receipt; the vote is the one that was chosen', async () => {
    const address = `${town.url}/c/${consultation}/vote?ballot=vote`;
    const shown = await showText(address);
    const projects = shown.match(/\[ \] \d+/g) ?? [];
    assert.ok(projects.length > 10, shown);
    assert.doesNotMatch(shown, /\[X\]|\(\*\)/, 'nothing is chosen beforehand');
    // The second and the third project, then the review; there the first button after where the page stands.
    const words = await browseText(address, [[above + 1, above + 2, above + projects.length], [above + 1]]);
    assert.match(words, /Votre vote est bien arrivé Nous avons reçu votre vote .* Votre reçu : (?:\w{4} ?){4}/);
    assert.deepEqual(town.store.votes(consultation, 'vote'), [{ options: ['cour-capucines', 'passerelle'] }]);
  });

  it('where only one answer is possible, the browser itself presses a button: it is the one that answers nothing', async () => {
    const shown = await showText(`${town.url}/c/residence-2026/vote/abri-velos`);
    assert.deepEqual(shown.match(/\([* ]\).*/g)?.map((line) => line.trim().slice(0, 8)), ['(*) Sans', '( ) Oui,', '( ) Non,']);
  });

  it('ideas, questions, what became of projects and results can be read, and each form has its labels and its button', async () => {
    const read = (page: string) => showText(`${town.url}/c/${consultation}/${page}`);
    assert.match(await read('propose'), /Titre de votre idée _+[^]*Votre idée[^]*Vérifier ma proposition[^]*Les idées déjà là/);
    assert.match(await read('faq'), /Votre question[^]*\(?Envoyer ma question/);
    assert.match(await read('feedback'), /Votre code de suivi[^]*\(?Voir où elle en est/);
    assert.match(await read('results/vote'), /Résultats/);
  });
});
