import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packPlugin } from '../../examples/cms/plugins.ts';
import { startWiki, type Wiki, type WikiOptions } from '../../examples/dokuwiki/site/wiki.ts';
import { cast, choose, review } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { freePort } from '../support/ports.ts';
import { resident, type Resident } from '../support/resident.ts';
import { tempDir } from '../support/temp.ts';
import { consultation } from '../support/town.ts';

/** A wiki and a town that knows it, for all tests of a `describe`. `options`: what depends on the address of the town's server. */
async function inWiki(options: (town: string) => Pick<WikiOptions, 'meta' | 'plugin'>) {
  const port = await freePort();
  const place = inTown({ args: ['--allow', `http://127.0.0.1:${port}`] });
  let wiki: Wiki | undefined;
  before(async () => {
    const { url } = place.town;
    wiki = await startWiki({ port, ...options(url), policy: `default-src 'self'; script-src 'self' 'unsafe-inline' ${url}; connect-src 'self' ${url}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'` });
  });
  after(() => wiki?.[Symbol.asyncDispose]());
  const there = (): Wiki => wiki ?? assert.fail('the wiki opens with the first test');
  const visitor = (more = {}): Promise<Resident> => resident(place.browser, { hosts: [new URL(place.town.url).host], ...more });
  return { place, there, visitor, votes: () => place.town.store.votes(consultation, 'vote').length };
}

async function editor(one: Resident, { page: address, editor: { name, password } }: Wiki): Promise<void> {
  await one.page.goto(`${address('start')}&do=login`);
  await one.page.getByRole('textbox', { name: 'Utilisateur' }).fill(name);
  await one.page.getByLabel('Mot de passe').fill(password);
  await one.page.getByRole('button', { name: 'S\'identifier' }).click();
  await one.page.getByText('Connecté en tant que').waitFor();
}

async function writes(one: Resident, wiki: Wiki, id: string, text: string): Promise<void> {
  await one.page.goto(`${wiki.page(id)}&do=edit`);
  await one.page.locator('#wiki__text').fill(text);
  await one.page.getByRole('button', { name: 'Enregistrer' }).click();
  await one.page.waitForURL((url) => !url.search.includes('do='));
}

/** What went wrong in the page, but for the cookies that DokuWiki itself sets. */
const troubles = async (one: Resident) => (await one.troubles()).filter((trouble) => !/^cookie (DokuWiki|DW\w+|DOKU_PREFS)$/.test(trouble));

describe('A wiki of DokuWiki as it comes, with one line in conf/meta.html', async () => {
  const { place, there, visitor, votes } = await inWiki((town) => ({ meta: `<script src="${town}/embed/parvis-loader.js" defer></script>\n` }));

  it('an editor puts a link on a line of its own: visitors vote in the page, and links in sentences stay links', async () => {
    const server = place.town.url;
    await using camille = await visitor();
    await editor(camille, there());
    await writes(camille, there(), 'budget', `====== Budget participatif ======\n\n[[${server}/c/bp-2026/vote/vote|Voter pour les projets]]\n\nAvant de voter, lisez [[${server}/c/bp-2026/faq|les questions et réponses]].\n`);

    await using one = await visitor();
    await one.page.goto(there().page('budget'));
    const ballot = one.page.locator('parvis-ballot');
    await ballot.getByRole('heading', { level: 2 }).first().waitFor();
    await choose(ballot, 'Dix bancs');
    await review(ballot);
    await cast(ballot);
    assert.equal(votes(), 1);
    assert.equal(await one.page.getByRole('link', { name: 'les questions et réponses' }).count(), 1);
    assert.equal(await one.page.locator('parvis-faq').count(), 0);
    assert.deepEqual(await troubles(one), []);
  });

  it('without JavaScript the link leads to the page where one votes', async () => {
    await using one = await visitor({ javaScriptEnabled: false });
    await one.page.goto(there().page('budget'));
    await one.page.getByRole('link', { name: 'Voter pour les projets' }).click();
    await votesOnThePlainPage(one);
    assert.equal(votes(), 2);
  });
});

async function votesOnThePlainPage({ page }: Resident): Promise<void> {
  await page.getByRole('checkbox', { name: 'Dix bancs' }).check();
  await page.getByRole('button', { name: 'Vérifier mon vote' }).click();
  await page.getByRole('button', { name: 'Voter définitivement' }).click();
  await page.getByRole('heading', { name: 'Votre vote est bien arrivé' }).waitFor();
}

describe('A wiki of DokuWiki with the plugin', async () => {
  const { place, there, visitor, votes } = await inWiki(() => ({}));

  it('the webmaster uploads the archive on the wiki’s own page for plugins', async () => {
    await using folder = await tempDir();
    await using camille = await visitor();
    await editor(camille, there());
    await camille.page.goto(`${there().url}/doku.php?do=admin&page=extension&tab=install`);
    await camille.page.locator('input[type=file]').setInputFiles(await packPlugin('dokuwiki', folder.path));
    await camille.page.getByRole('button', { name: 'Installer' }).click();
    await camille.page.getByText('Greffon parvis installé avec succès').waitFor();
    assert.deepEqual(await troubles(camille), []);
  });

  it('says to the editor that the address is missing; once the webmaster has set it, the same page shows the widget', async () => {
    await using camille = await visitor();
    const { page } = camille;
    await editor(camille, there());
    await page.goto(`${there().page('vote')}&do=edit`);
    await page.locator('#wiki__text').fill('====== Budget participatif ======\n\n===== Je vote =====\n\n');
    await page.locator('#wiki__text').press('Control+End');
    await page.getByRole('button', { name: 'Vote de Parvis' }).click();
    assert.match(await page.locator('#wiki__text').inputValue(), /\n\{\{parvis>ballot\?consultation=bp-2026&ballot=vote\|Voter\}\}$/);
    await page.getByRole('button', { name: 'Aperçu' }).click();
    await page.getByText('l’adresse du serveur n’est pas encore réglée').waitFor();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('l’adresse du serveur n’est pas encore réglée').waitFor();

    await page.goto(`${there().url}/doku.php?do=admin&page=config`);
    await page.getByLabel(/Adresse du serveur Parvis/).fill(place.town.url);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.goto(there().page('vote'));
    await page.locator('parvis-ballot').getByRole('heading', { level: 3 }).first().waitFor();
    assert.deepEqual(await troubles(camille), []);
  });

  it('visitors vote in the page, also when it comes from the wiki’s cache', async () => {
    await using one = await visitor();
    await one.page.goto(there().page('vote'));
    await one.page.reload();
    const ballot = one.page.locator('parvis-ballot');
    await ballot.getByRole('checkbox').first().waitFor();
    await choose(ballot, 'Dix bancs');
    await review(ballot);
    await cast(ballot);
    assert.equal(votes(), 1);
    assert.deepEqual(await troubles(one), []);
  });

  it('shows the widget in the preview, before the page is saved', async () => {
    await using camille = await visitor();
    await editor(camille, there());
    await camille.page.goto(`${there().page('suites')}&do=edit`);
    await camille.page.locator('#wiki__text').fill('{{parvis>feedback?consultation=bp-2026}}');
    await camille.page.getByRole('button', { name: 'Aperçu' }).click();
    await camille.page.locator('parvis-feedback').getByRole('heading').first().waitFor();
  });

  it('without JavaScript the link inside the tag leads to the page where one votes', async () => {
    await using one = await visitor({ javaScriptEnabled: false });
    await one.page.goto(there().page('vote'));
    await one.page.getByRole('link', { name: 'Voter', exact: true }).click();
    await votesOnThePlainPage(one);
    assert.equal(votes(), 2);
  });

  it('what an editor types is never HTML, and a slip is answered with what to write', async () => {
    await using camille = await visitor();
    await editor(camille, there());
    const nasty = ['{{parvis>faq?consultation=bp-2026|<img src=x onerror="globalThis.bad=1">"\'}}', '{{parvis>faq?consultation=bp-2026"><script>bad=1</script>}}', '{{parvis>"><script>bad=1</script>?consultation=x}}', '{{parvis>faq?consultation=bp-2026&on"click=bad}}', '{{parvis>faq?ballot=x}}'];
    await writes(camille, there(), 'essais', nasty.join('\n\n'));
    const { page } = camille;
    const sentences = await page.locator('main .parvis-to-mend').allTextContents();
    assert.deepEqual(sentences.map((sentence) => sentence.replaceAll('\u00A0', ' ')), [
      'Parvis : consultation ne peut pas être « bp-2026"><script>bad=1</script> ». Recopiez l’identifiant depuis l’adresse de la page du serveur.',
      'Parvis : « "><script>bad=1</script> » n’existe pas. Choisissez : ballot, results, proposal-form, faq, feedback.',
      'Parvis : « on"click » n’est pas connu ici. On peut écrire : consultation, ballot, contribution, heading-level, theme, lang, text.',
      'Parvis : il manque consultation. Écrivez par exemple consultation=bp-2026.',
    ]);
    assert.equal(await page.locator('parvis-faq > a').textContent(), '<img src=x onerror="globalThis.bad=1">"\'');
    assert.equal(await page.evaluate(() => 'bad' in globalThis), false);
  });
});
