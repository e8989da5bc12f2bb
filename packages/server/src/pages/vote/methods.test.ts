import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConsultationFile } from '@parvis/contract';
import { createApp } from '../../app.ts';
import { definition } from '../../testing/consultation.ts';
import { testHouse } from '../../testing/house.ts';
import { PlainBrowser } from '../../testing/plain-browser.ts';

type BallotFile = NonNullable<ConsultationFile['ballots']>[number];

const options = ['Arbres', 'Bancs', 'Cour'].map((label, i) => ({ id: `${label[0]}/${i}`, number: i + 1, label }));

/** Somebody before the first page of a ballot; `votes` are those that were counted. */
async function before(ballot: Partial<BallotFile>) {
  const house = await testHouse(definition({ ballots: [{ id: 'vote', title: 'Vote', options, ...ballot } as BallotFile] }));
  const one = await new PlainBrowser(createApp(house.backend, house.store)).open('/c/bp-2026/vote');
  const votes = async () => (await house.store.exportVotes('bp-2026', 'vote', { limit: 10 })).items.map(({ choice }) => choice);
  return Object.assign(house, { one, votes });
}

async function cast(one: PlainBrowser): Promise<void> {
  await one.press('Voter définitivement');
  assert.match(one.words, /^Votre vote est bien arrivé/);
}

describe('Every kind of ballot is filled in without JavaScript:', () => {
  it('one answer, which can be taken back', async () => {
    await using house = await before({ method: 'single' });
    const { one } = house;
    await one.press('Vérifier mon vote');
    assert.match(one.words, /Il y a 1 chose à corriger Choisissez une réponse\./);
    await one.tick(/Bancs/).tick(/Cour/).press('Vérifier mon vote');
    await (await one.press('Changer mon vote')).press('Effacer mon choix');
    assert.equal(one.value(/Cour/), false);
    await one.tick(/Bancs/).press('Vérifier mon vote');
    await cast(one);
    assert.deepEqual(await house.votes(), [{ options: ['B/1'] }]);
  });

  it('several answers up to a limit', async () => {
    await using house = await before({ method: 'approval', max: 2 });
    const { one } = house;
    await one.tick(/Arbres/).tick(/Bancs/).tick(/Cour/).press('Vérifier mon vote');
    assert.equal(one.status, 422);
    assert.match(one.words, /Enlevez 1 choix\./);
    await one.untick(/Bancs/).press('Vérifier mon vote');
    await cast(one);
    assert.deepEqual(await house.votes(), [{ options: ['A/0', 'C/2'] }]);
  });

  it('points, written as numbers; what is no number is named and stays', async () => {
    await using house = await before({ method: 'points', purse: 10, cap: 6 });
    const { one } = house;
    await one.write(/Arbres/, '7').write(/Bancs/, 'deux').press('Vérifier mon vote');
    assert.equal(one.status, 422);
    assert.match(one.words, /Il y a 2 choses à corriger Donnez au plus 6 points à « Arbres »\. Pour « Bancs », écrivez un nombre entier, de 0 à 6\./);
    assert.deepEqual([one.value(/Arbres/), one.value(/Bancs/), one.value(/Cour/)], ['7', 'deux', '']);
    await one.write(/Arbres/, '6').write(/Bancs/, '٤').press('Vérifier mon vote');
    assert.match(one.words, /Arbres.*6 points.*Bancs.*4 points.*Total : 10 points sur 10/);
    await one.press('Changer mon vote');
    assert.deepEqual([one.value(/Arbres/), one.value(/Bancs/)], ['6', '4']);
    await one.press('Vérifier mon vote');
    await cast(one);
    assert.deepEqual(await house.votes(), [{ values: { 'A/0': 6, 'B/1': 4 } }]);
  });

  it('grades, one group of answers for each option, with one that takes an answer back', async () => {
    const grades = ['Très bien', 'Bien', 'À rejeter'].map((label, i) => ({ id: `g${i}`, label }));
    await using house = await before({ method: 'grades', grades, min: 2 });
    const { one } = house;
    await one.tick('Bien', one.group(/Arbres/)).tick('À rejeter', one.group(/Cour/)).press('Vérifier mon vote');
    assert.match(one.words, /Arbres.*Bien.*Cour.*À rejeter.*Vous avez noté 2 choix sur 3\. Sans réponse : 1 choix\./);
    await one.press('Changer mon vote');
    await one.tick('Sans réponse', one.group(/Cour/)).press('Vérifier mon vote');
    assert.match(one.words, /Notez au moins 2 choix\./);
    assert.equal(one.value('Bien', one.group(/Arbres/)), true);
    await one.tick('Très bien', one.group(/Bancs/)).press('Vérifier mon vote');
    await cast(one);
    assert.deepEqual(await house.votes(), [{ values: { 'A/0': 1, 'B/1': 0 } }]);
  });

  it('scores: buttons up to ten, a list up to a hundred, a number to write beyond', async () => {
    for (const [to, give] of [[10, (one: PlainBrowser) => one.tick('7', one.group(/Bancs/))], [20, (one: PlainBrowser) => one.write(/Bancs/, '7')], [1000, (one: PlainBrowser) => one.write(/Bancs/, '7')]] as const) {
      await using house = await before({ method: 'score', scores: { from: 0, to } });
      await give(house.one).press('Vérifier mon vote');
      assert.match(house.one.words.replaceAll(/\s/g, ' '), /Bancs.*7 sur (10|20|1 000)/);
      await cast(house.one);
      assert.deepEqual(await house.votes(), [{ values: { 'B/1': 7 } }]);
    }
  });

  it('a ranking, with a place for each option; two in one place are told apart, a place left out does not matter', async () => {
    await using house = await before({ method: 'ranking' });
    const { one } = house;
    await one.write(/Arbres/, 'Place 2').write(/Bancs/, 'Place 2').press('Vérifier mon vote');
    assert.equal(one.status, 422);
    assert.match(one.title, /^Erreur/);
    assert.match(one.words, /« Bancs » a la même place que « Arbres »\. Donnez-leur deux places différentes\./);
    assert.deepEqual([one.value(/Arbres/), one.value(/Bancs/), one.value(/Cour/)], ['2', '2', '']);
    await one.write(/Arbres/, 'Place 3').write(/Bancs/, 'Place 1').press('Vérifier mon vote');
    assert.match(one.words, /Place 1.*Bancs|Bancs.*Place 1/);
    assert.match(one.words, /Vous avez classé 2 choix\./);
    await cast(one);
    assert.deepEqual(await house.votes(), [{ options: ['B/1', 'A/0'] }]);
  });
});
