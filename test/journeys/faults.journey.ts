import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { button, checkIdea, choose, code, idea, ideaReceipt, project, review, sendIdea, title, voteReceipt, write, written } from '../support/acts.ts';
import { inTown, newInTown } from '../support/in-town.ts';
import { losingProxy } from '../support/losing-proxy.ts';
import { resident, settled, type Resident } from '../support/resident.ts';

describe('When something goes wrong', () => {
  const place = inTown();
  const added = newInTown(place);

  describe('the server stops', () => {
    it('after choosing, before casting: the vote is kept, sent again once the server is back, and counts once', async () => {
      await using one = await place.visitor();
      const { page } = one;
      await choose(page, 'Dix bancs', 'Six boîtes à livres');
      await review(page);
      await place.town.stop();
      await button(page, 'Voter définitivement').click();
      await title(page, 'Votre vote n’est pas encore confirmé').waitFor();
      await page.getByText('Vérifiez votre connexion, puis essayez de nouveau.').waitFor();
      await page.getByText('Dix bancs avec dossier et accoudoirs').waitFor();
      await button(page, 'Essayer de nouveau').click();
      await button(page, 'Essayer de nouveau').waitFor();
      await place.town.restart();
      await button(page, 'Essayer de nouveau').click();
      await voteReceipt(page);
      assert.equal(added.votes(), 1);
    });

    it('before sending an idea: every word is kept, sent again once the server is back, and arrives once', async () => {
      await using one = await place.visitor();
      const { page } = one;
      await write(page, idea);
      await checkIdea(page);
      await place.town.stop();
      await button(page, 'Envoyer ma proposition').click();
      await title(page, 'Votre proposition n’est pas encore envoyée').waitFor();
      await page.getByText('Rien n’a été perdu. Votre texte est encore là. Vérifiez votre connexion, puis envoyez de nouveau.').waitFor();
      await button(page, 'Revenir en arrière').click();
      assert.deepEqual(await written(page), [idea.title, idea.text]);
      await checkIdea(page);
      await place.town.restart();
      await sendIdea(page);
      assert.equal(added.ideas(), 1);
    });

    it('before the page is opened: each widget says what to do, its link still works, and trying again brings it', async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      await page.route('**/api/**', (route) => route.abort('connectionrefused'));
      await page.goto(`${place.town.url}/town-site/`);
      await settled(page);
      for (const tag of ['ballot', 'proposal-form', 'faq', 'feedback']) {
        const widget = page.locator(`parvis-${tag}`);
        await title(widget, 'Pas de connexion').waitFor();
        await widget.getByText('Vérifiez votre connexion, puis essayez de nouveau.').waitFor();
        assert.equal(await widget.getByRole('link').isVisible(), true, tag);
      }
      await page.unroute('**/api/**');
      await button(page.locator('parvis-ballot'), 'Essayer de nouveau').click();
      await project(page, 'Dix bancs').waitFor();
      await page.locator('parvis-faq').getByRole('link', { name: 'Lire les questions et les réponses' }).click();
      await page.waitForURL('**/c/bp-2026/faq');
    });
  });

  describe('the answer is lost on its way back', () => {
    it('a vote sent again, or found again after a reload, never counts twice', async () => {
      await using proxy = await losingProxy(place.town.url);
      await using one = await place.visitor({ url: proxy.url });
      const { page } = one;
      await choose(page, 'Dix bancs');
      await review(page);
      proxy.losing = true;
      await button(page, 'Voter définitivement').click();
      await title(page, 'Votre vote n’est pas encore confirmé').waitFor();
      assert.ok(proxy.lost > 1, 'the widget tried by itself');
      assert.equal(added.votes(), 1, 'the vote is in the store although nobody could say so');
      await page.reload();
      await title(page, 'Votre vote n’est pas encore confirmé').waitFor();
      await page.getByText('Dix bancs avec dossier et accoudoirs').waitFor();
      assert.equal(await button(page, 'Changer mon vote').count(), 0, 'what may have arrived can no longer be changed');
      proxy.losing = false;
      await button(page, 'Essayer de nouveau').click();
      await voteReceipt(page);
      assert.equal(added.votes(), 1);
    });

    it('an idea sent again after a reload arrives once', async () => {
      await using proxy = await losingProxy(place.town.url);
      await using one = await place.visitor({ url: proxy.url });
      const { page } = one;
      await write(page, idea);
      await checkIdea(page);
      proxy.losing = true;
      await button(page, 'Envoyer ma proposition').click();
      await title(page, 'Votre proposition n’est pas encore envoyée').waitFor();
      assert.equal(added.ideas(), 1);
      await page.reload();
      await page.getByText('Nous avons gardé ce que vous aviez écrit.').waitFor();
      await checkIdea(page);
      proxy.losing = false;
      await sendIdea(page);
      assert.equal(added.ideas(), 1);
    });
  });

  describe('somebody is quick, or does it twice', () => {
    it('a double click votes once and sends an idea once', async () => {
      await using one = await place.visitor();
      const { page } = one;
      await choose(page, 'Dix bancs');
      await review(page);
      await button(page, 'Voter définitivement').dblclick();
      await voteReceipt(page);
      await write(page, idea);
      await checkIdea(page);
      await button(page, 'Envoyer ma proposition').dblclick();
      await ideaReceipt(page);
      assert.deepEqual([added.votes(), added.ideas()], [1, 1]);
    });

    it('two tabs that vote at the same moment make one vote, and both show the same receipt', async () => {
      await using one = await place.visitor();
      const { page } = one;
      const other = await secondTab(one);
      await choose(page, 'Dix bancs');
      await review(page);
      await choose(other, 'Six boîtes à livres');
      await review(other);
      await Promise.all([button(page, 'Voter définitivement').click(), button(other, 'Voter définitivement').click()]);
      const [mine, theirs] = await Promise.all([code(page, 'Votre reçu :'), code(other, 'Votre reçu :')]);
      assert.match(mine, /^[0-9A-Z]{16}$/);
      assert.equal(mine, theirs);
      assert.equal(added.votes(), 1);
    });

    it('two tabs with two ideas: neither takes the words of the other, and both arrive', async () => {
      await using one = await place.visitor();
      const { page } = one;
      await write(page, { ...idea, title: 'Première idée' });
      await pause(600);
      const other = await secondTab(one);
      assert.deepEqual(await written(other), ['', ''], 'a second tab starts empty');
      await write(other, { ...idea, title: 'Seconde idée' });
      await pause(600);
      await other.reload();
      await settled(other);
      assert.equal((await written(other))[0], 'Seconde idée');
      assert.equal((await written(page))[0], 'Première idée');
      for (const tab of [page, other]) {
        await checkIdea(tab);
        await sendIdea(tab);
      }
      assert.equal(added.ideas(), 2);
    });
  });
});

async function secondTab({ context, page }: Resident): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(page.url());
  await settled(tab);
  return tab;
}
