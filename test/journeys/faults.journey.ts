import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { button, cast, checkIdea, choose, code, idea, ideaReceipt, project, review, sendIdea, title, voteReceipt, write, written } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { doomedBrowser } from '../support/doomed-browser.ts';
import { losingProxy } from '../support/losing-proxy.ts';
import { root } from '../support/machine.ts';
import { resident, settled, type Resident } from '../support/resident.ts';
import { tempDir } from '../support/temp.ts';
import { consultation, startTown, type Town } from '../support/town.ts';

const pages = join(root, 'test', 'pages');

describe('When something goes wrong', () => {
  let town: Town;
  let browser: Browser;
  /** Votes and proposals in the store before each test. */
  let counted: { votes: number; ideas: number };
  before(async () => {
    town = await startTown({ args: ['--site', `/essais=${pages}`] });
    browser = await launchChromium();
  });
  beforeEach(() => {
    counted = { votes: votes(), ideas: ideas() };
  });
  after(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  const votes = () => town.store.votes(consultation, 'vote').length;
  const ideas = () => town.store.proposals(consultation).length;
  const newVotes = () => votes() - counted.votes;
  const newIdeas = () => ideas() - counted.ideas;

  async function visitor(url = town.url, options = {}): Promise<Resident> {
    const one = await resident(browser, options);
    await one.page.goto(`${url}/town-site/`);
    await settled(one.page);
    return one;
  }

  describe('the server stops', () => {
    it('after choosing, before casting: the vote is kept, sent again once the server is back, and counts once', async () => {
      await using one = await visitor();
      const { page } = one;
      await choose(page, 'Dix bancs', 'Six boîtes à livres');
      await review(page);
      await town.stop();
      await button(page, 'Voter définitivement').click();
      await title(page, 'Votre vote n’est pas encore confirmé').waitFor();
      await page.getByText('Vérifiez votre connexion, puis essayez de nouveau.').waitFor();
      await page.getByText('Dix bancs avec dossier et accoudoirs').waitFor();
      await button(page, 'Essayer de nouveau').click();
      await button(page, 'Essayer de nouveau').waitFor();
      await town.restart();
      await button(page, 'Essayer de nouveau').click();
      await voteReceipt(page);
      assert.equal(newVotes(), 1);
    });

    it('before sending an idea: every word is kept, sent again once the server is back, and arrives once', async () => {
      await using one = await visitor();
      const { page } = one;
      await write(page, idea);
      await checkIdea(page);
      await town.stop();
      await button(page, 'Envoyer ma proposition').click();
      await title(page, 'Votre proposition n’est pas encore envoyée').waitFor();
      await page.getByText('Rien n’a été perdu. Votre texte est encore là. Vérifiez votre connexion, puis envoyez de nouveau.').waitFor();
      await button(page, 'Revenir en arrière').click();
      assert.deepEqual(await written(page), [idea.title, idea.text]);
      await checkIdea(page);
      await town.restart();
      await sendIdea(page);
      assert.equal(newIdeas(), 1);
    });

    it('before the page is opened: each widget says what to do, its link still works, and trying again brings it', async () => {
      await using one = await resident(browser);
      const { page } = one;
      await page.route('**/api/**', (route) => route.abort('connectionrefused'));
      await page.goto(`${town.url}/town-site/`);
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
      await using proxy = await losingProxy(town.url);
      await using one = await visitor(proxy.url);
      const { page } = one;
      await choose(page, 'Dix bancs');
      await review(page);
      proxy.losing = true;
      await button(page, 'Voter définitivement').click();
      await title(page, 'Votre vote n’est pas encore confirmé').waitFor();
      assert.ok(proxy.lost > 1, 'the widget tried by itself');
      assert.equal(newVotes(), 1, 'the vote is in the store although nobody could say so');
      await page.reload();
      await title(page, 'Votre vote n’est pas encore confirmé').waitFor();
      await page.getByText('Dix bancs avec dossier et accoudoirs').waitFor();
      assert.equal(await button(page, 'Changer mon vote').count(), 0, 'what may have arrived can no longer be changed');
      proxy.losing = false;
      await button(page, 'Essayer de nouveau').click();
      await voteReceipt(page);
      assert.equal(newVotes(), 1);
    });

    it('an idea sent again after a reload arrives once', async () => {
      await using proxy = await losingProxy(town.url);
      await using one = await visitor(proxy.url);
      const { page } = one;
      await write(page, idea);
      await checkIdea(page);
      proxy.losing = true;
      await button(page, 'Envoyer ma proposition').click();
      await title(page, 'Votre proposition n’est pas encore envoyée').waitFor();
      assert.equal(newIdeas(), 1);
      await page.reload();
      await page.getByText('Nous avons gardé ce que vous aviez écrit.').waitFor();
      await checkIdea(page);
      proxy.losing = false;
      await sendIdea(page);
      assert.equal(newIdeas(), 1);
    });
  });

  describe('somebody is quick, or does it twice', () => {
    it('a double click votes once and sends an idea once', async () => {
      await using one = await visitor();
      const { page } = one;
      await choose(page, 'Dix bancs');
      await review(page);
      await button(page, 'Voter définitivement').dblclick();
      await voteReceipt(page);
      await write(page, idea);
      await checkIdea(page);
      await button(page, 'Envoyer ma proposition').dblclick();
      await ideaReceipt(page);
      assert.deepEqual([newVotes(), newIdeas()], [1, 1]);
    });

    it('two tabs that vote at the same moment make one vote, and both show the same receipt', async () => {
      await using one = await visitor();
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
      assert.equal(newVotes(), 1);
    });

    it('two tabs with two ideas: neither takes the words of the other, and both arrive', async () => {
      await using one = await visitor();
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
      assert.equal(newIdeas(), 2);
    });
  });

  describe('the page goes away', () => {
    it('the back button returns to the choices and the words as they were', async () => {
      await using one = await visitor();
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
      await using one = await visitor();
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
        await page.goto(`${town.url}/town-site/`);
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
      await again.page.goto(`${town.url}/town-site/`);
      await settled(again.page);
      assert.deepEqual(await written(again.page), [`${idea.title}, vite`, idea.text]);
      assert.equal(await project(again.page, 'Dix bancs').isChecked(), true);
    });
  });

  describe('the device or the network is poor', () => {
    it('on a slow network the widget says it is loading, then works', async () => {
      await using one = await resident(browser);
      const { page } = one;
      const network = await page.context().newCDPSession(page);
      await network.send('Network.emulateNetworkConditions', { offline: false, latency: 600, downloadThroughput: 50_000, uploadThroughput: 20_000 });
      await page.goto(`${town.url}/town-site/`, { waitUntil: 'commit' });
      await page.locator('parvis-ballot').getByRole('status').filter({ hasText: 'Chargement en cours…' }).waitFor();
      await choose(page, 'Dix bancs');
      await review(page);
      await button(page, 'Voter définitivement').click();
      await page.getByRole('status').filter({ hasText: 'Envoi en cours…' }).waitFor();
      await voteReceipt(page);
      assert.equal(newVotes(), 1);
    });

    it('where the browser forbids storage, people are told, and can vote and propose all the same', async () => {
      await using one = await resident(browser);
      const { page } = one;
      await page.addInitScript(() => {
        indexedDB.open = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      });
      await page.goto(`${town.url}/town-site/`);
      await settled(page);
      const warning = 'Cet appareil ne garde pas de brouillon. Ne fermez pas cette page avant d’envoyer.';
      await page.locator('parvis-proposal-form').getByText(warning).waitFor();
      await choose(page, 'Dix bancs');
      await page.locator('parvis-ballot').getByText(warning).waitFor();
      await review(page);
      await cast(page);
      await write(page, idea);
      await checkIdea(page);
      await sendIdea(page);
      assert.deepEqual([newVotes(), newIdeas()], [1, 1]);
      assert.deepEqual(await one.troubles(), []);
    });

    for (const [error, days] of [['a day late', -1], ['a day early', 1]] as const) {
      it(`with a clock that is ${error}, whoever may vote and propose still can`, async () => {
        await using one = await resident(browser);
        const { page } = one;
        await page.clock.install({ time: Date.now() + days * 24 * 3_600_000 });
        await page.goto(`${town.url}/town-site/`);
        await settled(page);
        await choose(page, 'Dix bancs');
        await review(page);
        await cast(page);
        await write(page, idea);
        await checkIdea(page);
        await sendIdea(page);
        assert.deepEqual([newVotes(), newIdeas()], [1, 1]);
      });
    }
  });

  describe('the answers or the tags are wrong', () => {
    it('a consultation nobody knows: a sentence, the link, and the name on the console', async () => {
      await using one = await resident(browser);
      const { page } = one;
      await page.goto(`${town.url}/essais/unknown.html`);
      await settled(page);
      for (const link of ['Voter autrement', 'Proposer autrement', 'Lire autrement', 'Suivre autrement']) await page.getByRole('link', { name: link }).waitFor();
      assert.equal(await title(page, 'Cette page n’est pas encore prête').count(), 4);
      assert.equal(one.console.filter((line) => line.includes('consultation="inconnue"')).length, 4);
    });

    it('an answer of another shape: the service is said to be at fault, and the console says where', async () => {
      await using one = await resident(browser);
      const { page } = one;
      await page.route('**/ballots/vote?*', (route) => route.fulfill({ json: { id: 'vote', title: 12, options: 'none' } }));
      await page.route('**/ballots/vote', (route) => route.fulfill({ json: { id: 'vote', title: 12, options: 'none' } }));
      await page.goto(`${town.url}/town-site/`);
      await settled(page);
      const ballot = page.locator('parvis-ballot');
      await title(ballot, 'Le service ne répond pas bien').waitFor();
      assert.equal(await ballot.getByRole('link', { name: 'Voter pour les projets' }).isVisible(), true);
      const [line = ''] = one.console.filter((text) => text.includes('Parvis <parvis-ballot'));
      assert.match(line, /\/title/);
      assert.match(line, /\/options/);
    });

    it('a slip in a tag: residents keep their link, the webmaster reads on the console what to write', async () => {
      await using one = await resident(browser);
      const { page } = one;
      await page.goto(`${town.url}/essais/slips.html`);
      await settled(page);
      assert.equal(await page.getByRole('link', { name: 'Voter autrement' }).count(), 6);
      for (const link of await page.getByRole('link', { name: 'Voter autrement' }).all()) assert.equal(await link.isVisible(), true);
      const said = one.console.join('\n');
      assert.match(said, /no backend\. Add backend="https:\/\/…" to the tag/);
      assert.match(said, /no consultation\. Add consultation="…" to the tag/);
      assert.match(said, /no ballot\. Add ballot="…" to the tag/);
      assert.match(said, /no adapter for backend="ftp:mairie"/);
      assert.match(said, /backend="https:\/\/".*Invalid URL/);
      assert.match(said, /backend="\/town-site".*not-found/);
    });
  });
});

async function secondTab({ context, page }: Resident): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(page.url());
  await settled(tab);
  return tab;
}
