import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlainBrowser } from '../../testing/plain-browser.ts';
import { plainReader } from '../../testing/plain-reader.ts';

const codeOf = ({ words }: PlainBrowser): string => /Votre code de suivi : ((?:\w{4} ){3}\w{4})/.exec(words)?.[1] ?? '';

describe('Asking without JavaScript', () => {
  it('a question arrives once, with its address and consent, and is found again by its code', async () => {
    await using house = await plainReader();
    const { one } = house;
    await one.open('/c/bp-2026/faq');
    await one.write('Votre question', 'Peut-on voter\nà vélo ?').write(/^Votre adresse e-mail/, 'ada@example.org').tick(/^J’accepte/).press('Envoyer ma question');
    assert.match(one.words, /^Votre question est bien arrivée/);
    const trackingCode = codeOf(one);
    await one.again();
    assert.equal(codeOf(one), trackingCode, 'a second click');
    const { questions } = await house.store.submissions('bp-2026');
    assert.deepEqual(questions.map(({ question, email }) => [question, email]), [['Peut-on voter\nà vélo ?', 'ada@example.org']]);
    assert.equal(one.read.some((path) => path.includes(trackingCode.replaceAll(' ', ''))), false);
    await one.open('/c/bp-2026/feedback');
    await one.write('Votre code de suivi', `Votre code de suivi : ${trackingCode.toLowerCase()}`).press('Voir où elle en est');
    assert.match(one.words, /^Peut-on voter à vélo \?/);
  });

  it('what is missing is said beside its field, and what was written stays', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await one.open('/c/bp-2026/faq')).write('Votre question', 'Quoi ?').write(/^Votre adresse e-mail/, 'ada@example.org').press('Envoyer ma question');
    assert.equal(one.status, 422);
    assert.match(one.title, /^Erreur : Poser une question/);
    assert.match(one.words, /Il y a 2 choses à corriger Écrivez au moins 10 caractères\. Cochez la case pour accepter, ou effacez votre adresse\./);
    assert.deepEqual([one.value('Votre question'), one.value(/^Votre adresse e-mail/), one.value(/^J’accepte/)], ['Quoi ?', 'ada@example.org', false]);
  });

  it('too late, the question can still be copied; later the page does not ask', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await one.open('/c/bp-2026/faq')).write('Votre question', 'Peut-on voter à vélo ?');
    house.setClock('2026-05-01T00:00:00Z');
    await one.press('Envoyer ma question');
    assert.equal(one.status, 409);
    assert.match(one.words, /On ne peut plus poser de question ici\. Votre question n’est pas partie\./);
    assert.equal(one.value('Votre question'), 'Peut-on voter à vélo ?');
    assert.match((await one.open('/c/bp-2026/faq')).words, /On ne peut plus poser de question ici\.$|On ne peut plus poser de question ici\. /);
  });
});

it('An opinion on an answer counts once, and can be changed on the page that confirms it', async () => {
  await using house = await plainReader();
  const { one } = house;
  const ratings = async () => (await house.store.ratings('bp-2026', 'faq')).get('q1');
  await (await one.open('/c/bp-2026/faq')).press('Oui');
  assert.match(one.words, /^Merci, votre avis est noté Qui peut voter \? Cette réponse vous a-t-elle aidé \? Vous avez répondu : Oui\./);
  await one.again();
  assert.deepEqual(await ratings(), { yes: 1, no: 0 });
  await one.press('Changer ma réponse : Non');
  assert.match(one.words, /Vous avez répondu : Non\./);
  assert.deepEqual(await ratings(), { yes: 0, no: 1 });
});
