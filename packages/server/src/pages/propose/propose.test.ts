import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ParvisError } from '@parvis/contract';
import { createApp } from '../../app.ts';
import { PlainBrowser } from '../../testing/plain-browser.ts';
import { plainReader } from '../../testing/plain-reader.ts';

const text = 'Le matin, vingt enfants attendent sous la pluie.\n\n</textarea><b>Un petit toit</b> suffirait & voilà.';

async function write(one: PlainBrowser): Promise<PlainBrowser> {
  await one.open('/c/bp-2026/propose');
  return one.write('Titre de votre idée', 'Un abri "bus" 🌳').write('Votre idée', text).write(/^Sujet/, 'Nature').write(/^Lieu/, 'Hameau des Forges')
    .write('Adresse e-mail', 'ada@example.org').tick(/^J’accepte/);
}

const codeOf = ({ words }: PlainBrowser): string => /Votre code de suivi : ((?:\w{4} ){3}\w{4})/.exec(words)?.[1] ?? '';
const submitted = async ({ store }: Awaited<ReturnType<typeof plainReader>>) => (await store.submissions('bp-2026')).proposals.filter(({ id }) => id !== 'p1');

describe('Proposing without JavaScript', () => {
  it('somebody writes, reads once more, sends, and finds the idea again by its tracking code; everything arrives as it was typed', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await write(one)).press('Vérifier ma proposition');
    assert.match(one.words, /Étape 2 sur 3 : vérifier Vérifiez votre proposition .*Un abri "bus" 🌳.*Nature.*Hameau des Forges.*ada@example\.org.*publiée tout de suite/);
    await one.press('Envoyer ma proposition');
    assert.match(one.words, /Nous avons bien reçu votre proposition/);
    const trackingCode = codeOf(one);
    assert.equal((await house.backend.feedback.timeline({ consultation: 'bp-2026', trackingCode })).title, 'Un abri "bus" 🌳');
    const [proposal] = await submitted(house);
    assert.deepEqual([proposal?.text, proposal?.category, proposal?.place, proposal?.email], [text, 'nature', 'Hameau des Forges', 'ada@example.org']);
    assert.equal(one.read.some((path) => path.includes(trackingCode.replaceAll(' ', '')) || path.includes('ada')), false, 'no address holds the code or the person');
    assert.match((await one.open('/c/bp-2026/propose')).words, /Un abri "bus" 🌳/);
  });

  it('a second click, a reload and the way back make no second proposal; another text is another one', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await write(one)).press('Vérifier ma proposition');
    const checked = one.sent;
    await one.press('Envoyer ma proposition');
    const first = codeOf(one);
    await one.again();
    assert.equal(codeOf(one), first);
    await (await one.again(checked)).press('Envoyer ma proposition');
    assert.equal(codeOf(one), first);
    assert.equal((await submitted(house)).length, 1);
    await (await one.again(checked)).press('Revenir en arrière');
    await one.write('Titre de votre idée', 'Un autre abri').press('Vérifier ma proposition');
    await one.press('Envoyer ma proposition');
    assert.notEqual(codeOf(one), first);
    assert.equal((await submitted(house)).length, 2);
  });

  it('mistakes come back with what to do, each beside its field, with everything that was entered', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await write(one)).write('Titre de votre idée', '').untick(/^J’accepte/).press('Vérifier ma proposition');
    assert.equal(one.status, 422);
    assert.match(one.title, /^Erreur : Proposer une idée/);
    assert.match(one.words, /Il y a 2 choses à corriger Donnez un titre à votre idée\. Cochez la case, ou effacez votre adresse e-mail\./);
    assert.match(one.html, /href="#idee-title".*id="?idee-title/s);
    assert.deepEqual([one.value('Votre idée'), one.value(/^Sujet/), one.value(/^Lieu/), one.value('Adresse e-mail'), one.value(/^J’accepte/)],
      [text.replaceAll('\n', '\r\n'), 'nature', 'Hameau des Forges', 'ada@example.org', false]);
  });

  it('too late, the text is not lost: it can be read and copied', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await write(one)).press('Vérifier ma proposition');
    house.setClock('2026-05-01T00:00:00Z');
    await one.press('Envoyer ma proposition');
    assert.equal(one.status, 409);
    assert.match(one.words, /On ne peut plus envoyer d’idée .*Votre texte n’est pas parti\..*vingt enfants/);
    await one.open('/c/bp-2026/propose');
    assert.match(one.words, /On ne peut plus envoyer d’idée C’est fermé depuis le 1 avril 2026/);
  });

  it('a server that fails says that nothing is lost, and the same button sends again', async () => {
    await using house = await plainReader();
    let broken = true;
    const submit: typeof house.backend.proposals.submit = (...args) => (broken ? Promise.reject(new ParvisError('backend-fault', { retryAfter: 1 })) : house.backend.proposals.submit(...args));
    const one = new PlainBrowser(createApp({ ...house.backend, proposals: { ...house.backend.proposals, submit } }, house.store));
    await (await write(one)).press('Vérifier ma proposition');
    await one.press('Envoyer ma proposition');
    assert.equal(one.status, 503);
    assert.match(one.words, /Votre proposition n’est pas encore envoyée .*Rien n’a été perdu/);
    broken = false;
    await one.press('Envoyer ma proposition');
    assert.ok(codeOf(one));
  });
});

describe('Supporting without JavaScript', () => {
  const supported = async ({ backend }: Awaited<ReturnType<typeof plainReader>>) => (await backend.proposals.get({ consultation: 'bp-2026', id: 'p1' })).supports;

  it('counts once however often it is sent, and can be taken back from the page that confirms it', async () => {
    await using house = await plainReader();
    const { one } = house;
    await (await one.open('/c/bp-2026/propose')).press('Soutenir : Une fontaine');
    assert.match(one.words, /^Votre soutien est compté Une fontaine 4 personnes soutiennent cette idée\./);
    const confirmed = one.path;
    await one.again();
    assert.equal(await supported(house), 4, 'a second click');
    await (await one.open(confirmed)).press('Retirer mon soutien');
    assert.match(one.words, /^Votre soutien est retiré .*3 personnes/);
    await one.press('Soutenir de nouveau');
    assert.equal(await supported(house), 4);
    await (await house.another().open('/c/bp-2026/propose')).press('Soutenir : Une fontaine');
    assert.equal(await supported(house), 5, 'another person');
  });

  it('is over with the consultation, and says so', async () => {
    await using house = await plainReader();
    const { one } = house;
    await one.open('/c/bp-2026/propose');
    house.setClock('2026-05-01T00:00:00Z');
    await one.press('Soutenir : Une fontaine');
    assert.equal(one.status, 409);
    assert.match(one.words, /^On ne peut plus soutenir cette idée/);
    assert.throws(() => one.button(/Soutenir/));
  });
});
