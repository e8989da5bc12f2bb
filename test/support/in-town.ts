import { after, before, beforeEach } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { resident, settled, type Resident, type ResidentOptions } from './resident.ts';
import { consultation, startTown, type Town } from './town.ts';

export interface InTown {
  /** There once the first test begins. */
  readonly town: Town;
  readonly browser: Browser;
  /** Somebody on the town's page, once its widgets are ready. `url`: another way to the same server. */
  visitor(options?: ResidentOptions & { path?: string; url?: string }): Promise<Resident>;
}

/** One town and one browser for all tests of a `describe`. */
export function inTown(options: Parameters<typeof startTown>[0] = {}): InTown {
  let town: Town | undefined;
  let browser: Browser | undefined;
  before(async () => {
    town = await startTown(options);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('the town opens with the first test');
    return one;
  };
  return {
    get town() { return there(town); },
    get browser() { return there(browser); },
    async visitor({ path = '/town-site/', url = there(town).url, ...more } = {}) {
      const one = await resident(there(browser), more);
      await one.page.goto(url + path);
      await settled(one.page);
      return one;
    },
  };
}

/** What each test has added to the votes and ideas of the town. */
export function newInTown(place: InTown): { votes(): number; ideas(): number } {
  const votes = () => place.town.store.votes(consultation, 'vote').length;
  const ideas = () => place.town.store.proposals(consultation).length;
  let counted = { votes: 0, ideas: 0 };
  beforeEach(() => {
    counted = { votes: votes(), ideas: ideas() };
  });
  return { votes: () => votes() - counted.votes, ideas: () => ideas() - counted.ideas };
}
