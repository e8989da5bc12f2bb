import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { button, cast, checkIdea, choose, code, idea, ideaReceipt, project, review, sendIdea, title, voteReceipt, voteReview, write } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { hasFocus, tabAndPress, tabAndType, tabTo } from '../support/keyboard.ts';
import { badWords, cutOff, focusLook, sidewaysScroll, smallTargets } from '../support/looks.ts';
import { resident, settled, type Resident, type ResidentOptions } from '../support/resident.ts';
import { consultation, startTown, type Town } from '../support/town.ts';

const phone: ResidentOptions = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

describe('On the page of the town', () => {
  let town: Town;
  let browser: Browser;
  before(async () => {
    town = await startTown();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  /** Somebody on the page, once its four widgets are ready. */
  async function visitor(options: ResidentOptions = {}, path = '/town-site/'): Promise<Resident> {
    const one = await resident(browser, options);
    await one.page.goto(town.url + path);
    await settled(one.page);
    return one;
  }

  it('a resident proposes an idea, then finds it again by its tracking code', async () => {
    await using one = await visitor();
    const { page } = one;
    await write(page, idea);
    await checkIdea(page);
    assert.equal(await hasFocus(title(page, 'Vérifiez votre proposition')), true, 'focus is on the heading of the review');
    const tracking = await sendIdea(page);
    assert.equal(await hasFocus(title(page, 'Nous avons bien reçu votre proposition')), true, 'focus is on the heading of the receipt');
    assert.match(tracking, /^[0-9A-Z]{16}$/);
    assert.deepEqual(town.store.proposals(consultation).map((p) => p.title), [idea.title]);

    await page.getByRole('textbox', { name: 'Votre code de suivi' }).fill(tracking.toLowerCase());
    await button(page, 'Voir où elle en est').click();
    await title(page, idea.title).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('words with code, emoji and Arabic in them are read as words, and come back as they were written', async () => {
    await using one = await visitor();
    const { page } = one;
    const hostile = { title: '<script>alert(1)</script> 🌳 حديقة', text: '<img src=x onerror="document.title=1"> {{7*7}} ${7*7} &amp; un jardin, أريد حديقة' };
    await write(page, hostile);
    await checkIdea(page);
    const tracking = await sendIdea(page);
    assert.ok(town.store.proposals(consultation).some((p) => p.title === hostile.title && p.text === hostile.text));
    await page.getByRole('textbox', { name: 'Votre code de suivi' }).fill(tracking);
    await button(page, 'Voir où elle en est').click();
    await title(page, hostile.title).waitFor();
    assert.equal(await page.title(), 'Merlaval, site de la commune');
    assert.deepEqual(await one.troubles(), []);
  });

  it('an idea of 50,000 characters is told how much is too much, and keeps every one of them', async () => {
    await using one = await visitor();
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
    await using one = await visitor();
    const { page } = one;
    const before = town.store.tally(consultation, 'vote');
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
    assert.deepEqual(town.store.tally(consultation, 'vote'), expected);
    assert.deepEqual(await one.troubles(), []);
  });

  it('somebody who votes blank is told what it means, and the vote counts as blank', async () => {
    await using one = await visitor();
    const { page } = one;
    await button(page, 'Voter blanc').click();
    await page.getByText('Vous votez blanc.').waitFor();
    await cast(page);
    assert.ok(town.store.votes(consultation, 'vote').some((choice) => JSON.stringify(choice) === '{"blank":true}'));
  });

  it('a vote about the library is kept as it was cast, and its results wait for more votes', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.goto(`${town.url}/town-site/mediatheque.html`);
    await choose(page, 'Le jeudi soir', 'Le dimanche');
    await review(page);
    await cast(page);
    assert.deepEqual(town.store.votes(consultation, 'mediatheque'), [{ options: ['jeudi-soir', 'dimanche'] }]);
    const answer = await fetch(`${town.url}/api/v1/consultations/${consultation}/ballots/mediatheque/results`);
    assert.equal(((await answer.json()) as { code: string }).code, 'not-yet');
    assert.deepEqual(await one.troubles(), []);
  });

  it('leaving with an unfinished vote warns; leaving after the vote does not', async () => {
    await using one = await visitor();
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
    await using one = await visitor();
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
    assert.deepEqual(town.store.questions(consultation), ['Le sentier sera-t-il éclairé la nuit ?']);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a link to one answer opens it and brings the reader there', async () => {
    await using one = await visitor({}, '/town-site/#faq-papier');
    const row = button(one.page, 'Comment voter sur papier ?');
    await assert.doesNotReject(row.and(one.page.locator('[aria-expanded=true]')).waitFor());
    assert.equal(await hasFocus(row), true);
  });

  it('a resident follows what becomes of a project, step by step, then stops the news', async () => {
    await using one = await visitor();
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

  it('everything goes with the keyboard alone, and whoever sees it always sees where they are', async () => {
    await using one = await visitor();
    const { page } = one;
    const ballot = page.locator('parvis-ballot');
    await tabAndPress(page, project(ballot, 'Dix bancs'), 'Space');
    await tabAndPress(page, project(ballot, 'Deux toilettes'), 'Space');
    await tabAndPress(page, button(ballot, 'Vérifier mon vote'));
    await voteReview(ballot).waitFor();
    await tabAndPress(page, button(ballot, 'Voter définitivement'));
    assert.match(await voteReceipt(ballot), /^[0-9A-Z]{16}$/);

    const form = page.locator('parvis-proposal-form');
    await tabAndType(page, form.getByRole('textbox', { name: 'Titre de votre idée' }), 'Une fontaine');
    await tabAndType(page, form.getByRole('textbox', { name: 'Votre idée', exact: true }), 'Une fontaine pour boire en été, place du marché.');
    await tabTo(page, form.getByRole('radio', { name: 'Nature et climat' }));
    await page.keyboard.press('Space');
    await tabAndPress(page, button(form, 'Vérifier ma proposition'));
    await title(form, 'Vérifiez votre proposition').waitFor();
    await tabAndPress(page, button(form, 'Envoyer ma proposition'));
    const tracking = await ideaReceipt(form);

    const feedback = page.locator('parvis-feedback');
    await tabAndType(page, feedback.getByRole('textbox', { name: 'Votre code de suivi' }), tracking);
    await page.keyboard.press('Enter');
    await title(feedback, 'Une fontaine').waitFor();
    await tabTo(page, button(feedback, 'Revenir à la liste'), { back: true });
    await page.keyboard.press('Enter');

    const faq = page.locator('parvis-faq');
    await tabAndPress(page, button(faq, 'Qui peut voter ?'));
    await faq.getByText('Il n\'y a pas d\'âge minimum.').waitFor();
    await tabAndPress(page, button(faq, 'Poser une question'));
    await tabAndType(page, faq.getByRole('textbox', { name: 'Votre question' }), 'Qui arrose les arbres ?');
    await tabAndPress(page, button(faq, 'Envoyer ma question'));
    await title(faq, 'Votre question est bien arrivée').waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('going through the page backwards, no control hides under the header and each shows its focus', async () => {
    await using one = await visitor({ reducedMotion: 'reduce' });
    const { page } = one;
    await page.getByRole('link', { name: 'Vos données' }).focus();
    const wrong = new Set<string>();
    let seen = 0;
    for (let presses = 0; presses < 140; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const look = await focusLook(page);
      if (look.inWidget) {
        seen += 1;
        if (look.outline < 2) wrong.add(`${look.what} shows no outline`);
        if (look.contrast < 3) wrong.add(`${look.what} has an outline of contrast ${look.contrast.toFixed(1)}`);
        if (look.hidden) wrong.add(`${look.what} is ${look.hidden}`);
      } else if (look.what.includes('Voter pour les projets 2026')) break;
    }
    assert.deepEqual([...wrong], []);
    assert.ok(seen > 60, `only ${seen} controls were reached`);
  });

  it('on a phone 320 px wide, with a finger: propose, vote, follow, ask', async () => {
    await using one = await visitor(phone);
    const { page } = one;
    await project(page, 'Six boîtes à livres').tap();
    await button(page, 'Vérifier mon vote').tap();
    await button(page, 'Voter définitivement').tap();
    await voteReceipt(page);

    await write(page, { ...idea, title: 'Une boîte aux lettres' });
    await button(page, 'Vérifier ma proposition').tap();
    await button(page, 'Envoyer ma proposition').tap();
    const tracking = await ideaReceipt(page);

    await page.getByRole('textbox', { name: 'Votre code de suivi' }).fill(tracking);
    await button(page, 'Voir où elle en est').tap();
    await title(page, 'Une boîte aux lettres').waitFor();

    await button(page, 'Qui peut voter ?').tap();
    await button(page, 'Poser une question').tap();
    await page.getByRole('textbox', { name: 'Votre question' }).fill('Où trouver un bulletin ?');
    await button(page, 'Envoyer ma question').tap();
    await title(page, 'Votre question est bien arrivée').waitFor();
    assert.equal(await sidewaysScroll(page), 0, 'the page scrolls sideways');
    assert.deepEqual(await one.troubles(), []);
  });

  for (const [size, options] of [['a phone', phone], ['a computer', {}]] as const) {
    it(`the rough stylesheet of the town does not reach the widgets on ${size}: words, targets and edges stay whole`, async () => {
      await using one = await visitor(options);
      const { page } = one;
      const check = async (step: string) => {
        assert.deepEqual(await badWords(page, 16), [], step);
        assert.deepEqual(await smallTargets(page), [], step);
        assert.deepEqual(await cutOff(page), [], step);
      };
      await choose(page, 'Une passerelle', 'Une piste cyclable protégée', 'Un lieu pour les 14-20 ans', 'Une cour fraîche');
      await button(page, 'Vérifier mon vote').click();
      await button(page, 'Vérifier ma proposition').click();
      await button(page, 'Comment voter sur papier ?').click();
      await button(page, 'Poser une question').click();
      await button(page, 'Envoyer ma question').click();
      await check('with mistakes shown');
      await project(page, 'Une cour fraîche').uncheck();
      await review(page);
      await write(page, idea);
      await checkIdea(page);
      await page.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).click();
      await page.getByRole('heading', { name: 'Les étapes' }).waitFor();
      await check('at the reviews');
    });
  }

  it('when voting has ended, the page says so, and its results, the export and the votes agree', async () => {
    await using one = await visitor();
    const { page } = one;
    await choose(page, 'Dix bancs');
    await town.close();
    await button(page, 'Vérifier mon vote').click();
    await button(page, 'Voter définitivement').click();
    await title(page, 'Le vote est terminé').waitFor();
    await page.getByText('Votre vote est arrivé trop tard. Il n’est pas compté.').waitFor();
    await page.reload();
    await title(page, 'On ne peut plus envoyer d’idée').waitFor();

    const votes = town.store.votes(consultation, 'vote') as { options?: string[] }[];
    const counted = new Map<string, number>();
    for (const { options = [] } of votes) for (const id of options) counted.set(id, (counted.get(id) ?? 0) + 1);
    const answer = await fetch(`${town.url}/api/v1/consultations/${consultation}/ballots/vote/results`);
    const results = (await answer.json()) as { tally: { option: string; online: number; total: number }[]; voters: { total: number } };
    assert.equal(results.voters.total, votes.length);
    for (const { option, total } of results.tally) assert.equal(total, counted.get(option) ?? 0, option);
    const exported = await town.exported('vote-resultats');
    for (const row of exported.filter((r) => r['option'])) assert.equal(row['total'], counted.get(String(row['option'])) ?? 0);
    assert.equal((await town.exported('vote-votes')).length, votes.length);
  });
});
