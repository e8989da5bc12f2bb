import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../app.ts';
import { testHouse } from '../../testing/house.ts';
import { PlainBrowser } from '../../testing/plain-browser.ts';

/** The pages over the tests' consultation, with somebody to read them. */
async function voter(...args: Parameters<typeof testHouse>) {
  const house = await testHouse(...args);
  const app = createApp(house.backend, house.store);
  const counted = async (ballot = 'projets') => (await house.store.tally('bp-2026', ballot)).filter(({ kind }) => kind === 'voters').reduce((sum, { amount }) => sum + amount, 0);
  return Object.assign(house, { app, counted, one: new PlainBrowser(app) });
}

const receiptOf = ({ words }: PlainBrowser): string | undefined => /Votre reçu : ((?:\w{4} ){3}\w{4})/.exec(words)?.[1];

describe('Voting without JavaScript', () => {
  it('somebody chooses, checks and votes; the receipt is one that the server knows, and says nothing of the choice', async () => {
    await using house = await voter();
    const { one } = house;
    await one.open('/c/bp-2026/vote/projets');
    assert.match(one.words, /Étape 1 sur 2 : choisir Quels projets \? .*identité des votants n’est pas vérifiée/);
    await one.tick(/Arbres/).tick(/Bancs/).press('Vérifier mon vote');
    assert.equal(one.status, 200);
    assert.match(one.words, /Étape 2 sur 2 : vérifier Vérifier mon vote .*Arbres <b>&<\/b> 2 000 €.*Bancs 3 000 €.* Total : 5 000 €\. Un vote envoyé ne peut plus changer\./);
    await one.press('Voter définitivement');
    assert.equal(one.status, 200);
    assert.match(one.words, /^Votre vote est bien arrivé/);
    assert.doesNotMatch(one.html, /Arbres|Bancs/);
    const receipt = receiptOf(one) ?? '';
    assert.equal((await house.backend.votes.receipt({ consultation: 'bp-2026', ballot: 'projets', receipt })).channel, 'online');
    assert.equal(await house.counted(), 1);
    assert.equal(one.read.some((path) => path.includes(receipt.replaceAll(' ', '')) || /option|=a\b/.test(path)), false, 'no address holds the receipt or the choice');
  });

  it('a vote counts once: a second click, a reload and the way back give the same receipt', async () => {
    await using house = await voter();
    const { one } = house;
    await (await one.open('/c/bp-2026/vote/projets')).tick(/Arbres/).press('Vérifier mon vote');
    const chosen = one.sent;
    await one.press('Voter définitivement');
    const receipt = receiptOf(one);
    assert.ok(receipt);
    await one.again();
    assert.equal(receiptOf(one), receipt, 'a second click');
    await one.open(one.path);
    assert.equal(receiptOf(one), receipt, 'a reload');
    await one.again(chosen);
    await one.press('Voter définitivement');
    assert.equal(receiptOf(one), receipt, 'the way back to the review');
    assert.equal(await house.counted(), 1);
  });

  it('another vote from the same page is refused and explained: the first one counts', async () => {
    await using house = await voter();
    const { one } = house;
    await (await one.open('/c/bp-2026/vote/projets')).tick(/Arbres/).press('Vérifier mon vote');
    const chosen = one.sent;
    await one.press('Voter définitivement');
    await one.again(chosen);
    await (await one.press('Changer mon vote')).tick(/Bancs/).press('Vérifier mon vote');
    await one.press('Voter définitivement');
    assert.equal(one.status, 409);
    assert.match(one.words, /Vous avez déjà voté ici Le premier vote compte\./);
    assert.equal(await house.counted(), 1);
  });

  it('mistakes come back as in the widget: what to do, a link to the place, everything that was ticked, and "Erreur" in the title', async () => {
    await using house = await voter();
    const { one } = house;
    await (await one.open('/c/bp-2026/vote/projets')).tick(/Bancs/).tick(/Cour/).press('Vérifier mon vote');
    assert.equal(one.status, 422);
    assert.match(one.title, /^Erreur : Quels projets \?/);
    assert.match(one.words, /Il y a 1 chose à corriger Il y a 2 000 € de trop\. Enlevez par exemple « Cour »\./);
    assert.match(one.html, /href="#vote-o2"/);
    assert.match(one.html, /id="?vote-o2"? /);
    assert.deepEqual([/Arbres/, /Bancs/, /Cour/].map((label) => one.value(label)), [false, true, true]);
    await one.untick(/Cour/).press('Vérifier mon vote');
    assert.match(one.words, /Total : 3 000 €/);
  });

  it('a blank vote, a change of mind and a fresh start are buttons', async () => {
    await using house = await voter();
    const { one } = house;
    await (await one.open('/c/bp-2026/vote/projets')).tick(/Arbres/).press('Vérifier mon vote');
    await one.press('Changer mon vote');
    assert.equal(one.value(/Arbres/), true);
    await one.press('Tout effacer');
    assert.equal(one.value(/Arbres/), false);
    await one.press('Voter blanc');
    assert.match(one.words, /Vous votez blanc\. Aucun choix ne sera compté\./);
    await one.press('Voter définitivement');
    assert.ok(receiptOf(one));
    assert.deepEqual((await house.store.tally('bp-2026', 'projets')).map(({ kind }) => kind).sort(), ['blank', 'voters']);
  });
});
