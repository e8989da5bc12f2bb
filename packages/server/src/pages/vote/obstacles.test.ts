import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ParvisError } from '@parvis/contract';
import { createApp } from '../../app.ts';
import { definition, file } from '../../testing/consultation.ts';
import { PlainBrowser } from '../../testing/plain-browser.ts';
import { plainReader } from '../../testing/plain-reader.ts';

type Reader = Awaited<ReturnType<typeof plainReader>>;

async function chosen({ app }: Pick<Reader, 'app'>): Promise<PlainBrowser> {
  const one = await new PlainBrowser(app).open('/c/bp-2026/vote/projets');
  return one.tick(/Arbres/).tick(/Bancs/);
}
const reviewed = async (house: Pick<Reader, 'app'>): Promise<PlainBrowser> => (await chosen(house)).press('Vérifier mon vote');
const counted = async ({ store }: Reader) => (await store.tally('bp-2026', 'projets')).length;

describe('What may come between somebody without JavaScript and their vote is said, and nothing is lost:', () => {
  it('the vote is not open yet, or not any more', async () => {
    await using house = await plainReader();
    house.setClock('2026-02-01T00:00:00Z');
    assert.match((await house.one.open('/c/bp-2026/vote/projets')).words, /Le vote n’est pas encore ouvert Début du vote : 1 mars 2026\..*Arbres/);
    house.setClock('2026-05-01T00:00:00Z');
    assert.match((await house.one.open('/c/bp-2026/vote/projets')).words, /Le vote est terminé Fin du vote : 1 avril 2026\./);
    assert.throws(() => house.one.button(/./));
  });

  it('it closed meanwhile: before the review, and before the cast', async () => {
    await using house = await plainReader();
    const [early, late] = [await chosen(house), await reviewed(house)];
    house.setClock('2026-05-01T00:00:00Z');
    for (const act of [early.press('Vérifier mon vote'), late.press('Voter définitivement')]) {
      const one = await act;
      assert.equal(one.status, 409);
      assert.match(one.words, /Le vote est terminé Votre vote est arrivé trop tard\. Il n’est pas compté\./);
    }
    assert.equal(await counted(house), 0);
  });

  it('the ballot changed meanwhile: what still exists stays chosen, and what is different is said', async () => {
    await using house = await plainReader();
    const [early, late] = [await chosen(house), await reviewed(house)];
    const [ballot, ...others] = file.ballots ?? [];
    assert.ok(ballot);
    await house.store.putConsultation(definition({ ballots: [{ ...ballot, options: ballot.options.map((o) => (o.id === 'a' ? { ...o, withdrawn: true } : o)) }, ...others] }));
    for (const act of [early.press('Vérifier mon vote'), late.press('Voter définitivement')]) {
      const one = await act;
      assert.equal(one.status, 409);
      assert.match(one.words, /Le bulletin a changé\. Vous n’avez pas encore voté\. « Arbres <b>&<\/b> » ne peut plus être choisi\./);
      assert.equal(one.value(/Bancs/), true);
      await one.press('Vérifier mon vote');
      await one.press('Voter définitivement');
      assert.match(one.words, /^Votre vote est bien arrivé/);
    }
  });

  it('the server fails: the same button sends the same vote again, which counts once', async () => {
    await using house = await plainReader();
    let acknowledged = false;
    const cast: typeof house.backend.votes.cast = async (...args) => {
      const receipt = await house.backend.votes.cast(...args);
      if (acknowledged) return receipt;
      acknowledged = true;
      throw new ParvisError('backend-fault', { retryAfter: 2 });
    };
    const one = await reviewed({ app: createApp({ ...house.backend, votes: { ...house.backend.votes, cast } }, house.store) });
    await one.press('Voter définitivement');
    assert.deepEqual([one.status, one.headers.get('retry-after')], [503, '2']);
    assert.match(one.words, /Votre vote n’est pas encore confirmé .*Il|Votre vote n’est pas encore confirmé/);
    assert.match(one.words, /Bancs.*Total : 5 000 €/);
    await one.press('Voter définitivement');
    assert.match(one.words, /^Votre vote est bien arrivé/);
    assert.deepEqual((await house.store.tally('bp-2026', 'projets')).filter(({ kind }) => kind === 'voters').map(({ amount }) => amount), [1]);
  });

  it('the page was changed on its way, or is of another ballot: the choices are still there, to be looked at again', async () => {
    await using house = await plainReader();
    for (const state of ['x', '']) {
      const one = await chosen(house);
      const form = new URLSearchParams([['state', state], ['vote-option', 'a'], ['review', '']]);
      await one.again({ path: '/c/bp-2026/vote/projets', body: String(form) });
      assert.equal(one.status, 422);
      assert.match(one.words, /Vérifiez vos choix Cette page était trop ancienne\. Vos choix sont encore là\./);
      assert.equal(one.value(/Arbres/), true);
    }
    const one = await reviewed(house);
    const state = new URLSearchParams(one.sent?.body).get('state') ?? '';
    await one.again({ path: '/c/bp-2026/vote/points', body: String(new URLSearchParams([['state', state], ['cast', '']])) });
    assert.equal(one.status, 422);
    assert.equal(await counted(house), 0);
  });

  it('a receipt is shown for an hour; then the page says that the vote counts', async () => {
    await using house = await plainReader();
    const one = await reviewed(house);
    await one.press('Voter définitivement');
    await one.open(one.path.replace(/t=.{8}/, 't=AAAAAAAA'));
    assert.equal(one.status, 410);
    assert.match(one.words, /^Cette page ne montre plus le reçu Votre vote est arrivé et il est compté\./);
  });
});
