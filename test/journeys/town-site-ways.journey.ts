import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, checkIdea, choose, idea, ideaReceipt, project, review, title, voteReceipt, voteReview, write } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { tabAndPress, tabAndType, tabTo } from '../support/keyboard.ts';
import { badWords, cutOff, focusLook, sidewaysScroll, smallTargets } from '../support/looks.ts';
import { type ResidentOptions } from '../support/resident.ts';

const phone: ResidentOptions = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

describe('The page of the town, by every way of using it', () => {
  const place = inTown();

  it('everything goes with the keyboard alone, and whoever sees it always sees where they are', async () => {
    await using one = await place.visitor();
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
    await using one = await place.visitor({ reducedMotion: 'reduce' });
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
    await using one = await place.visitor(phone);
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
      await using one = await place.visitor(options);
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
});
