import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definition, file } from '../../testing/consultation.ts';
import { plainReader } from '../../testing/plain-reader.ts';

const consultation = definition({ feedback: (file.feedback ?? []).map((entry) => ({ ...entry, did: 'Le square est ouvert.' })) });

describe('Following without JavaScript', () => {
  const kept = async ({ folder }: Awaited<ReturnType<typeof plainReader>>) => {
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(`${folder}/parvis.db`, { readOnly: true });
    const rows = db.prepare('SELECT email FROM follows').all();
    db.close();
    return rows.map(({ email }) => email);
  };

  it('news go to an address with consent, once; whoever stops them is forgotten; the address stands in no link', async () => {
    await using house = await plainReader(consultation);
    const { one } = house;
    await (await one.open('/c/bp-2026/feedback')).follow(/^Donner son avis, recevoir les nouvelles/);
    assert.match(one.words, /^Le square Terminé .*Nous avons fait Le square est ouvert\. Les étapes Ouvert/);
    await one.write('Votre adresse e-mail', 'ada').press('Recevoir les nouvelles');
    assert.equal(one.status, 422);
    assert.match(one.title, /^Erreur/);
    assert.equal(one.value('Votre adresse e-mail'), 'ada');
    await one.write('Votre adresse e-mail', 'ada@example.org').press('Recevoir les nouvelles');
    assert.match(one.words, /Il y a 1 chose à corriger Cochez la case pour accepter\./);
    await one.tick(/^J’accepte/).press('Recevoir les nouvelles');
    assert.match(one.words, /^Recevoir les nouvelles Le square C’est noté\./);
    assert.deepEqual(await kept(house), ['ada@example.org']);
    const confirmed = one.path;
    await one.again();
    assert.deepEqual(await kept(house), ['ada@example.org'], 'a second click');
    assert.equal(one.read.some((path) => path.includes('ada')), false);
    await (await one.open(confirmed)).press('Ne plus recevoir les nouvelles');
    assert.match(one.words, /Vous ne recevrez plus de nouvelles\. Votre adresse est effacée\./);
    assert.deepEqual(await kept(house), [null]);
  });

  it('an opinion on what the town did counts once and can be changed', async () => {
    await using house = await plainReader(consultation);
    const { one } = house;
    await (await one.open('/c/bp-2026/feedback?id=f1')).press('Non');
    assert.match(one.words, /Merci, votre avis est noté Le square .*Vous avez répondu : Non\./);
    await one.again();
    await one.press('Changer ma réponse : Oui');
    assert.deepEqual((await house.store.ratings('bp-2026', 'feedback')).get('f1'), { yes: 1, no: 0 });
  });

  it('a code that leads nowhere says what to do, and stays to be corrected', async () => {
    await using house = await plainReader(consultation);
    const { one } = house;
    await (await one.open('/c/bp-2026/feedback')).press('Voir où elle en est');
    assert.deepEqual([one.status, /Écrivez le code qui est sur votre reçu\./.test(one.words)], [422, true]);
    await one.write('Votre code de suivi', '7KQM 4XTP').press('Voir où elle en est');
    assert.deepEqual([one.status, one.value('Votre code de suivi')], [404, '7KQM 4XTP']);
    assert.match(one.words, /Nous ne trouvons pas ce code\./);
    assert.equal(one.read.some((path) => path.includes('7KQM')), false);
  });
});
