import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { button, title, voteReceipt } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { everyMethod, writeEveryMethod, type EveryMethod } from '../support/every-method.ts';
import { compareWithKept } from '../support/kept-text.ts';
import { hasFocus, tabAndPress, tabTo } from '../support/keyboard.ts';
import { sidewaysScroll } from '../support/looks.ts';
import { resident, settled } from '../support/resident.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

const named = (ballot: Locator, role: 'radio' | 'checkbox' | 'button' | 'combobox', name: RegExp): Locator => ballot.getByRole(role, { name }).first();

/** What somebody does with the keys alone, and the vote that this is. */
const votes: Record<EveryMethod, { fill(page: Page, ballot: Locator): Promise<void>; choice: object }> = {
  single: {
    fill: async (page, ballot) => {
      await tabAndPress(page, named(ballot, 'radio', /bancs/), 'Space');
      await page.keyboard.press('ArrowDown');
    },
    choice: { options: ['p2'] },
  },
  'yes-no': { fill: (page, ballot) => tabAndPress(page, named(ballot, 'radio', /Oui/), 'Space'), choice: { options: ['r1'] } },
  approval: {
    fill: async (page, ballot) => {
      await tabAndPress(page, named(ballot, 'checkbox', /jardin/), 'Space');
      await tabAndPress(page, named(ballot, 'checkbox', /fontaine/), 'Space');
    },
    choice: { options: ['p2', 'p4'] },
  },
  budget: {
    fill: async (page, ballot) => {
      // One too many: it is said and can be chosen, and goes again.
      for (const one of [/bancs/, /horloge/, /fontaine/]) await tabAndPress(page, named(ballot, 'checkbox', one), 'Space');
      await ballot.getByText(/Il y a 30.000.€ de trop\. Enlevez par exemple .*Une fontaine/).first().waitFor();
      await page.keyboard.press('Space');
    },
    choice: { options: ['p1', 'p3'] },
  },
  points: {
    fill: async (page, ballot) => {
      await tabTo(page, named(ballot, 'button', /^Un point de plus : .*bancs/));
      for (let n = 0; n < 3; n += 1) await page.keyboard.press('Enter');
      await tabAndPress(page, named(ballot, 'button', /^Un point de plus : .*horloge/));
      await tabAndPress(page, named(ballot, 'button', /^Un point de plus : .*fontaine/));
      await tabTo(page, named(ballot, 'button', /^Un point de moins : .*fontaine/), { back: true });
      await page.keyboard.press('Enter');
    },
    choice: { values: { p1: 3, p3: 1 } },
  },
  ranking: {
    fill: async (page, ballot) => {
      for (const one of [/bancs/, /horloge/, /jardin/]) await tabAndPress(page, named(ballot, 'button', new RegExp(`^Ajouter : .*${one.source}`)));
      await tabTo(page, named(ballot, 'button', /^Monter : .*horloge/), { back: true });
      await page.keyboard.press('Enter');
      assert.ok(await hasFocus(named(ballot, 'button', /^Monter : .*horloge/)), 'focus goes along with what moved');
    },
    choice: { options: ['p3', 'p1', 'p2'] },
  },
  grades: {
    fill: async (page, ballot) => {
      await tabAndPress(page, ballot.getByRole('group', { name: /bancs/ }).getByRole('radio').first(), 'Space');
      await tabAndPress(page, ballot.getByRole('group', { name: /fontaine/ }).getByRole('radio').first(), 'Space');
      await page.keyboard.press('ArrowDown');
    },
    choice: { values: { p1: 0, p4: 1 } },
  },
  score: {
    fill: async (page, ballot) => {
      await tabAndPress(page, ballot.getByRole('group', { name: /jardin/ }).getByRole('radio').first(), 'Space');
      for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowDown');
    },
    choice: { values: { p2: 4 } },
  },
};

describe('Voting by keyboard alone, on a small screen, with the files that a site loads', () => {
  let folder: TempDir;
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    folder = await tempDir('parvis-methods');
    browser = await launchChromium();
    server = await startServer({ data: join(folder.path, 'data'), args: ['--open', await writeEveryMethod(folder.path)] });
  });
  after(async () => {
    await browser.close();
    await server.stop();
    await folder[Symbol.asyncDispose]();
  });

  async function open(page: Page, method: EveryMethod): Promise<Locator> {
    await page.goto(`${server.url}/c/toutes/vote/${method}`);
    await settled(page);
    return page.locator('parvis-ballot');
  }

  for (const method of everyMethod) {
    it(`${method}: nothing beforehand, filled in, reviewed, changed, cast; what was voted is what arrives`, async () => {
      await using one = await resident(browser, { viewport: { width: 320, height: 640 } });
      const { page } = one;
      const sent: { choice?: object }[] = [];
      page.on('request', (request) => { if (request.method() === 'POST') sent.push(request.postDataJSON() as { choice?: object }); });
      const ballot = await open(page, method);
      assert.equal(await ballot.locator(':checked:not(option), option:checked:not([value=""])').count(), 0);
      await votes[method].fill(page, ballot);
      assert.equal(await sidewaysScroll(page), 0, 'the page scrolls sideways');
      await tabAndPress(page, button(ballot, 'Vérifier mon vote'));
      assert.ok(await hasFocus(title(ballot, 'Vérifier mon vote')));
      // Back and forth: everything is still there.
      await tabAndPress(page, button(ballot, 'Changer mon vote'));
      await tabAndPress(page, button(ballot, 'Vérifier mon vote'));
      await tabAndPress(page, button(ballot, 'Voter définitivement'));
      await voteReceipt(ballot);
      assert.ok(await hasFocus(title(ballot, 'Votre vote est bien arrivé')));
      assert.deepEqual(sent.map(({ choice }) => choice), [votes[method].choice]);
      assert.deepEqual(await one.troubles(), []);
    });

    it(`${method}: a screen reader hears what is kept in its snapshot`, async () => {
      await using one = await resident(browser);
      const ballot = await open(one.page, method);
      await votes[method].fill(one.page, ballot);
      // What is announced a moment after a choice is not part of the page yet.
      const heard = (await ballot.ariaSnapshot()).replace(/^- status.*\n?/m, '');
      await compareWithKept(join(import.meta.dirname, 'snapshots', `ballot-${method}.aria.yml`), `${heard.trimEnd()}\n`);
    });
  }
});
