import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { button, cast, checkIdea, choose, idea, project, review, sendIdea, title, voteReceipt, write, written } from '../support/acts.ts';
import { doomedBrowser } from '../support/doomed-browser.ts';
import { inTown, newInTown } from '../support/in-town.ts';
import { root } from '../support/machine.ts';
import { resident, settled } from '../support/resident.ts';
import { tempDir } from '../support/temp.ts';

const pages = join(root, 'test', 'pages');

describe('Where page, device, network or answers are poor', () => {
  const place = inTown({ args: ['--site', `/essais=${pages}`] });
  const added = newInTown(place);

  describe('the page goes away', () => {
    it('the back button returns to the choices and the words as they were', async () => {
      await using one = await place.visitor();
      const { page } = one;
      await choose(page, 'Dix bancs', 'Six boîtes à livres');
      await write(page, idea);
      await page.getByRole('link', { name: 'Médiathèque', exact: true }).click();
      await project(page, 'Le jeudi soir').waitFor();
      await page.goBack();
      await settled(page);
      assert.equal(await project(page, 'Dix bancs').isChecked(), true);
      assert.deepEqual(await written(page), [idea.title, idea.text]);
    });

    it('a reload in the middle gives back the choices and the words, and says so', async () => {
      await using one = await place.visitor();
      const { page } = one;
      await choose(page, 'Dix bancs', 'Six boîtes à livres');
      await write(page, idea);
      await page.locator('parvis-faq').getByRole('button', { name: 'Poser une question' }).click();
      await page.getByRole('textbox', { name: 'Votre question' }).fill('Qui arrose les arbres ?');
      await page.reload();
      await page.getByText('Vos choix sont encore là. Vous n’avez pas encore voté.').waitFor();
      assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 2);
      await page.getByText('Nous avons gardé ce que vous aviez écrit.').waitFor();
      assert.deepEqual(await written(page), [idea.title, idea.text]);
      assert.equal(await page.getByRole('radio', { name: idea.about ?? '' }).isChecked(), true);
      assert.equal(await page.getByRole('textbox', { name: 'Votre question' }).inputValue(), 'Qui arrose les arbres ?');
    });

    it('a browser killed right after typing and choosing has everything when it is opened again', async () => {
      await using profile = await tempDir('parvis-profile');
      {
        await using doomed = await doomedBrowser(profile.path);
        const { page } = doomed;
        await page.goto(`${place.town.url}/town-site/`);
        await settled(page);
        await write(page, idea);
        await page.getByRole('textbox', { name: 'Titre de votre idée' }).press('End');
        await page.keyboard.type(', vite');
        await choose(page, 'Dix bancs');
        // The time promised for a draft to be on the device, and a little for the disk.
        await pause(600);
        await doomed.kill();
      }
      await using again = await doomedBrowser(profile.path);
      await again.page.goto(`${place.town.url}/town-site/`);
      await settled(again.page);
      assert.deepEqual(await written(again.page), [`${idea.title}, vite`, idea.text]);
      assert.equal(await project(again.page, 'Dix bancs').isChecked(), true);
    });
  });

  describe('the device or the network is poor', () => {
    /** What is chosen becomes a vote, and an idea arrives. */
    async function voteAndPropose(page: Page): Promise<void> {
      await review(page);
      await cast(page);
      await write(page, idea);
      await checkIdea(page);
      await sendIdea(page);
      assert.deepEqual([added.votes(), added.ideas()], [1, 1]);
    }

    it('on a slow network the widget says it is loading, then works', async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      const network = await page.context().newCDPSession(page);
      await network.send('Network.emulateNetworkConditions', { offline: false, latency: 600, downloadThroughput: 50_000, uploadThroughput: 20_000 });
      await page.goto(`${place.town.url}/town-site/`, { waitUntil: 'commit' });
      await page.locator('parvis-ballot').getByRole('status').filter({ hasText: 'Chargement en cours…' }).waitFor();
      await choose(page, 'Dix bancs');
      await review(page);
      await button(page, 'Voter définitivement').click();
      await page.getByRole('status').filter({ hasText: 'Envoi en cours…' }).waitFor();
      await voteReceipt(page);
      assert.equal(added.votes(), 1);
    });

    it('where the browser forbids storage, people are told, and can vote and propose all the same', async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      await page.addInitScript(() => {
        indexedDB.open = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      });
      await page.goto(`${place.town.url}/town-site/`);
      await settled(page);
      const warning = 'Cet appareil ne garde pas de brouillon. Ne fermez pas cette page avant d’envoyer.';
      await page.locator('parvis-proposal-form').getByText(warning).waitFor();
      await choose(page, 'Dix bancs');
      await page.locator('parvis-ballot').getByText(warning).waitFor();
      await voteAndPropose(page);
      assert.deepEqual(await one.troubles(), []);
    });

    for (const [error, days] of [['a day late', -1], ['a day early', 1]] as const) {
      it(`with a clock that is ${error}, whoever may vote and propose still can`, async () => {
        await using one = await resident(place.browser);
        const { page } = one;
        await page.clock.install({ time: Date.now() + days * 24 * 3_600_000 });
        await page.goto(`${place.town.url}/town-site/`);
        await settled(page);
        await choose(page, 'Dix bancs');
        await voteAndPropose(page);
      });
    }
  });

  describe('the answers or the tags are wrong', () => {
    it('a consultation nobody knows: a sentence, the link, and the name on the console', async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      await page.goto(`${place.town.url}/essais/unknown.html`);
      await settled(page);
      for (const link of ['Voter autrement', 'Proposer autrement', 'Lire autrement', 'Suivre autrement']) await page.getByRole('link', { name: link }).waitFor();
      assert.equal(await title(page, 'Cette page n’est pas encore prête').count(), 4);
      assert.equal(one.console.filter((line) => line.includes('consultation="inconnue"')).length, 4);
    });

    it('an answer of another shape: the service is said to be at fault, and the console says where', async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      await page.route(/\/ballots\/vote(\?|$)/, (route) => route.fulfill({ json: { id: 'vote', title: 12, options: 'none' } }));
      await page.goto(`${place.town.url}/town-site/`);
      await settled(page);
      const ballot = page.locator('parvis-ballot');
      await title(ballot, 'Le service ne répond pas bien').waitFor();
      assert.equal(await ballot.getByRole('link', { name: 'Voter pour les projets' }).isVisible(), true);
      const [line = ''] = one.console.filter((text) => text.includes('Parvis <parvis-ballot'));
      assert.match(line, /\/title/);
      assert.match(line, /\/options/);
    });

    it('a slip in a tag: residents keep their link, the webmaster reads on the console what to write', async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      await page.goto(`${place.town.url}/essais/slips.html`);
      await settled(page);
      assert.equal(await page.getByRole('link', { name: 'Voter autrement' }).count(), 6);
      for (const link of await page.getByRole('link', { name: 'Voter autrement' }).all()) assert.equal(await link.isVisible(), true);
      const said = one.console.join('\n');
      assert.match(said, /Add backend="https:\/\/…" to the tag/);
      assert.match(said, /Add consultation="…" to the tag/);
      assert.match(said, /Add ballot="…" to the tag/);
      assert.match(said, /no adapter for backend="ftp:mairie"/);
      assert.match(said, /backend="https:\/\/".*Invalid URL/);
      assert.match(said, /backend="\/town-site".*not-found/);
    });
  });
});
