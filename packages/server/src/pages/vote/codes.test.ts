import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAccessCode, normalizeCode } from '@parvis/contract';
import { createApp } from '../../app.ts';
import { issueCodes } from '../../testing/codes.ts';
import { definition, file } from '../../testing/consultation.ts';
import { PlainBrowser } from '../../testing/plain-browser.ts';
import { plainReader } from '../../testing/plain-reader.ts';

type Reader = Awaited<ReturnType<typeof plainReader>>;

/** Somebody who has chosen, before the code is asked. */
async function atReview({ app }: Pick<Reader, 'app'>, ballot = 'code'): Promise<PlainBrowser> {
  const one = await new PlainBrowser(app).open(`/c/bp-2026/vote/${ballot}`);
  return one.tick(/Oui/).press('Vérifier mon vote');
}

const say = async (one: PlainBrowser, code: string): Promise<string> => {
  await one.write('Votre code', code).press('Voter définitivement');
  return `${one.status} ${/Il y a 1 chose à corriger (.*?)(?: Votre code|$| 1 Oui)/.exec(one.words)?.[1] ?? one.words}`;
};

describe('Voting with a code, without JavaScript', () => {
  it('the code of the letter is asked at the review; it votes once, however it is typed, and stands in no address', async () => {
    await using house = await plainReader();
    const [code = ''] = await issueCodes(house.store, 1);
    const one = await atReview(house);
    assert.match(one.words, /Votre code Il est dans la lettre que vous avez reçue/);
    await one.write('Votre code', ` ${code.toLowerCase().replaceAll(' ', '-')} `).press('Voter définitivement');
    assert.match(one.words, /^Votre vote est bien arrivé/);
    const receipt = one.words;
    await one.again();
    assert.equal(one.words.slice(0, 200), receipt.slice(0, 200), 'a second click');
    assert.equal(one.read.some((path) => path.toUpperCase().includes(normalizeCode(code))), false);
    const other = await atReview(house);
    assert.match(await say(other, code), /^409 Un vote est déjà arrivé avec ce code, et il est compté\./);
  });

  it('each refusal says what to do, beside the field, with what was typed and chosen still there', async () => {
    await using house = await plainReader(definition({ ballots: [...(file.ballots ?? []), { ...(file.ballots?.[1] as NonNullable<typeof file.ballots>[number]), id: 'autre' }] }));
    const [right = '', gone = ''] = await issueCodes(house.store, 2);
    const [foreign = ''] = await issueCodes(house.store, 1, { ballots: ['autre'] });
    await house.store.voidCode({ consultation: 'bp-2026', code: normalizeCode(gone), reason: 'perdue' });
    const one = await atReview(house);
    const last = right.at(-1) === '3' ? '4' : '3';
    const told: [typed: string, said: RegExp][] = [
      ['', /^422 Écrivez le code qui est dans votre lettre/],
      ['7KQM 4XTP', /^422 Il manque 8 lettres ou chiffres/],
      [`${right} 3`, /^422 Il y a 1 lettre ou chiffre de trop/],
      [`O${right.slice(1)}`, /^422 Le signe O n’est dans aucun code/],
      [right.slice(0, -1) + last, /^422 Une lettre ou un chiffre n’est pas à sa place/],
      [foreign, /^403 Ce code est celui d’un autre vote/],
      [gone, /^403 Ce code ne sert plus/],
    ];
    for (const [typed, said] of told) {
      assert.match(await say(one, typed), said);
      assert.equal(one.value('Votre code'), typed);
      assert.match(one.title, /^Erreur : Vérifier mon vote/);
      assert.match(one.words, /1 chose à corriger.* Oui/);
    }
    assert.match(await say(one, right), /^200 Votre vote est bien arrivé/);
  });

  it('a test code practises: nothing is counted, and a right code votes afterwards on the same page', async () => {
    await using house = await plainReader();
    const [test = ''] = await issueCodes(house.store, 1, { test: true });
    const [right = ''] = await issueCodes(house.store, 1);
    const one = await atReview(house);
    const chosen = one.sent;
    assert.match(await say(one, test), /^200 C’était un essai Ce code sert à essayer\. Votre vote n’est pas compté\./);
    await one.again(chosen);
    assert.match(await say(one, right), /^200 Votre vote est bien arrivé/);
  });

  it('guessing codes on the pages is limited together with guessing them at the API', async () => {
    await using house = await plainReader();
    const app = createApp(house.backend, house.store);
    const one = await atReview({ app });
    const said = [];
    for (let i = 0; i < 12; i += 1) said.push((await say(one, createAccessCode())).slice(0, 3));
    assert.deepEqual([said[0], said.at(-1)], ['403', '429']);
    assert.match(one.words, /Trop de codes ont été essayés/);
    assert.ok(Number(one.headers.get('retry-after')) > 0);
    const [right = ''] = await issueCodes(house.store, 1);
    assert.match(await say(one, right), /^200 Votre vote est bien arrivé/, 'a right code always votes');
  });

  it('a building behind one address votes, while somebody in it sends one form after the other', async () => {
    await using house = await plainReader();
    const app = createApp(house.backend, house.store);
    const codes = await issueCodes(house.store, 3);
    const neighbours = await Promise.all(codes.map(() => atReview({ app })));
    const troll = await atReview({ app });
    const { path } = troll;
    await say(troll, 'ABCD');
    const short = troll.sent;
    const answers: number[] = [];
    for (const sent of [{ path, body: 'a' }, short]) {
      // Tries come back with time, so a slow machine needs more of them.
      for (let i = 0; i < 3_000 && (i === 0 || answers.at(-1) !== 429); i += 1) answers.push((await troll.again(sent)).status);
    }
    assert.deepEqual([answers[0], answers.at(-1)], [422, 429], 'not without end');
    for (const [i, one] of neighbours.entries()) {
      await one.write('Votre code', codes[i] ?? '').press('Voter définitivement');
      assert.match(`${one.status} ${one.words}`, /^200 Votre vote est bien arrivé/);
    }
  });
});
