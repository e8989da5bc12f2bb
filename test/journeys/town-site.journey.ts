import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, cast, checkIdea, choose, code, idea, project, review, sendIdea, title, voteReview, write } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { hasFocus } from '../support/keyboard.ts';
import { resident } from '../support/resident.ts';
import { consultation } from '../support/town.ts';

describe('On the page of the town', () => {
  const place = inTown();

  it('a resident proposes an idea, then finds it again by its tracking code', async () => {
    await using one = await place.visitor();
    const { page } = one;
    await write(page, idea);
    await checkIdea(page);
    assert.equal(await hasFocus(title(page, 'Vérifiez votre proposition')), true, 'focus is on the heading of the review');
    const tracking = await sendIdea(page);
    assert.equal(await hasFocus(title(page, 'Nous avons bien reçu votre proposition')), true, 'focus is on the heading of the receipt');
    assert.match(tracking, /^[0-9A-Z]{16}$/);
    assert.deepEqual(place.town.store.proposals(consultation).map((p) => p.title), [idea.title]);

    await page.getByRole('textbox', { name: 'Votre code de suivi' }).fill(tracking.toLowerCase());
    await button(page, 'Voir où elle en est').click();
    await title(page, idea.title).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('words with code, emoji and Arabic in them are read as words, and come back as they were written', async () => {
    await using one = await place.visitor();
    const { page } = one;
    const hostile = { title: '<script>alert(1)</script> 🌳 حديقة', text: '<img src=x onerror="document.title=1"> {{7*7}} ${7*7} &amp; un jardin, أريد حديقة' };
    await write(page, hostile);
    await checkIdea(page);
    const tracking = await sendIdea(page);
    assert.ok(place.town.store.proposals(consultation).some((p) => p.title === hostile.title && p.text === hostile.text));
    await page.getByRole('textbox', { name: 'Votre code de suivi' }).fill(tracking);
    await button(page, 'Voir où elle en est').click();
    await title(page, hostile.title).waitFor();
    assert.equal(await page.title(), 'Merlaval, site de la commune');
    assert.deepEqual(await one.troubles(), []);
  });

  it('an idea of 50,000 characters is told how much is too much, and keeps every one of them', async () => {
    await using one = await place.visitor();
    const { page } = one;
    const long = 'Une très longue idée. '.repeat(2273).slice(0, 50_000);
    await write(page, { title: 'Une idée', text: long });
    await button(page, 'Vérifier ma proposition').click();
    await title(page, 'Il y a 1 chose à corriger').waitFor();
    await page.getByRole('link', { name: /^Raccourcissez votre idée de 4[78].\d{3} caractères\.$/ }).click();
    const field = page.getByRole('textbox', { name: 'Votre idée', exact: true });
    assert.equal(await hasFocus(field), true, 'the link leads to the field');
    assert.equal((await field.inputValue()).length, long.length);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a resident sees why a choice does not fit, changes it, votes, and the count has exactly that vote', async () => {
    await using one = await place.visitor();
    const { page } = one;
    const before = place.town.store.tally(consultation, 'vote');
    await choose(page, 'Une passerelle', 'Une piste cyclable protégée', 'Un lieu pour les 14-20 ans', 'Une cour fraîche');
    await page.getByText(/^Il y a 150.000.€ de trop/).first().waitFor();
    await button(page, 'Vérifier mon vote').click();
    await title(page, 'Il y a 1 chose à corriger').waitFor();
    assert.equal(await voteReview(page).count(), 0, 'no review of a vote that does not fit');
    await project(page, 'Une cour fraîche').uncheck();
    await project(page, 'Dix bancs').check();
    await review(page);
    assert.equal(await hasFocus(voteReview(page)), true, 'focus is on the heading of the review');
    const receipt = await cast(page);
    assert.match(receipt, /^[0-9A-Z]{16}$/);
    assert.equal(await hasFocus(title(page, 'Votre vote est bien arrivé')), true, 'focus is on the heading of the receipt');
    const chosen = ['passerelle', 'bancs', 'piste-college', 'lieu-jeunes'];
    const expected = Object.fromEntries([...new Set([...Object.keys(before), ...chosen])].map((id) => [id, (before[id] ?? 0) + (chosen.includes(id) ? 1 : 0)]));
    assert.deepEqual(place.town.store.tally(consultation, 'vote'), expected);
    assert.deepEqual(await one.troubles(), []);
  });

  it('somebody who votes blank is told what it means, and the vote counts as blank', async () => {
    await using one = await place.visitor();
    const { page } = one;
    await button(page, 'Voter blanc').click();
    await page.getByText('Vous votez blanc.').waitFor();
    await cast(page);
    assert.ok(place.town.store.votes(consultation, 'vote').some((choice) => JSON.stringify(choice) === '{"blank":true}'));
  });

  it('a vote about the library is kept as it was cast, and its results wait for more votes', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.goto(`${place.town.url}/town-site/mediatheque.html`);
    await choose(page, 'Le jeudi soir', 'Le dimanche');
    await review(page);
    await cast(page);
    assert.deepEqual(place.town.store.votes(consultation, 'mediatheque'), [{ options: ['jeudi-soir', 'dimanche'] }]);
    const answer = await fetch(`${place.town.url}/api/v1/consultations/${consultation}/ballots/mediatheque/results`);
    assert.equal(((await answer.json()) as { code: string }).code, 'not-yet');
    assert.deepEqual(await one.troubles(), []);
  });

  it('leaving with an unfinished vote warns; leaving after the vote does not', async () => {
    await using one = await place.visitor();
    const { page } = one;
    await choose(page, 'Dix bancs');
    await page.reload();
    assert.equal(one.warnings, 1);
    await review(page);
    await cast(page);
    await page.reload();
    assert.equal(one.warnings, 1);
    await title(page, 'Cet appareil a déjà voté').waitFor();
  });

  it('a resident reads an answer, says it helped, and asks a question of their own', async () => {
    await using one = await place.visitor();
    const { page } = one;
    const faq = page.locator('parvis-faq');
    await faq.getByRole('searchbox').fill('papier');
    await faq.getByRole('status').filter({ hasText: /^\d+ questions? trouvées?\.$/ }).waitFor();
    const question = button(faq, 'Comment voter sur papier ?');
    await question.click();
    assert.equal(await question.getAttribute('aria-expanded'), 'true');
    await faq.getByText('Prenez un bulletin à la mairie').waitFor();
    await faq.getByRole('button', { name: 'Oui', exact: true }).click();
    await faq.getByRole('status').filter({ hasText: 'Merci, votre avis est noté.' }).waitFor();

    await button(faq, 'Poser une question').click();
    await faq.getByRole('textbox', { name: 'Votre question' }).fill('Le sentier sera-t-il éclairé la nuit ?');
    await button(faq, 'Envoyer ma question').click();
    await title(faq, 'Votre question est bien arrivée').waitFor();
    assert.match(await code(faq, 'Votre code de suivi :'), /^[0-9A-Z]{16}$/);
    assert.deepEqual(place.town.store.questions(consultation), ['Le sentier sera-t-il éclairé la nuit ?']);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a link to one answer opens it and brings the reader there', async () => {
    await using one = await place.visitor({ path: '/town-site/#faq-papier' });
    const row = button(one.page, 'Comment voter sur papier ?');
    await assert.doesNotReject(row.and(one.page.locator('[aria-expanded=true]')).waitFor());
    assert.equal(await hasFocus(row), true);
  });

  it('a resident follows what becomes of a project, step by step, then stops the news', async () => {
    await using one = await place.visitor();
    const { page } = one;
    const feedback = page.locator('parvis-feedback');
    await feedback.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).click();
    await feedback.getByRole('heading', { name: 'Les étapes' }).waitFor();
    await feedback.getByText(/en retard.: c’était prévu pour/).first().waitFor();
    await feedback.getByRole('textbox', { name: 'Votre adresse e-mail' }).fill('ines@exemple.fr');
    await feedback.getByRole('checkbox', { name: /^J’accepte/ }).check();
    await button(feedback, 'Recevoir les nouvelles').click();
    await feedback.getByText('Vous recevrez les nouvelles à ines@exemple.fr.').first().waitFor();
    await button(feedback, 'Ne plus recevoir les nouvelles').click();
    await feedback.getByText('Votre adresse est effacée.').first().waitFor();
    await page.goBack();
    await feedback.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('when voting has ended, the page says so, and its results, the export and the votes agree', async () => {
    await using one = await place.visitor();
    const { page } = one;
    await choose(page, 'Dix bancs');
    await place.town.close();
    await button(page, 'Vérifier mon vote').click();
    await button(page, 'Voter définitivement').click();
    await title(page, 'Le vote est terminé').waitFor();
    await page.getByText('Votre vote est arrivé trop tard. Il n’est pas compté.').waitFor();
    await page.reload();
    await title(page, 'On ne peut plus envoyer d’idée').waitFor();

    const votes = place.town.store.votes(consultation, 'vote') as { options?: string[] }[];
    const counted = new Map<string, number>();
    for (const { options = [] } of votes) for (const id of options) counted.set(id, (counted.get(id) ?? 0) + 1);
    const answer = await fetch(`${place.town.url}/api/v1/consultations/${consultation}/ballots/vote/results`);
    const results = (await answer.json()) as { tally: { option: string; online: number; total: number }[]; voters: { total: number } };
    assert.equal(results.voters.total, votes.length);
    for (const { option, total } of results.tally) assert.equal(total, counted.get(option) ?? 0, option);
    const exported = await place.town.exported('vote-resultats');
    for (const row of exported.filter((r) => r['option'])) assert.equal(row['total'], counted.get(String(row['option'])) ?? 0);
    assert.equal((await place.town.exported('vote-votes')).length, votes.length);
  });
});
