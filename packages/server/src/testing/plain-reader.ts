import { createApp } from '../app.ts';
import { testHouse } from './house.ts';
import { PlainBrowser } from './plain-browser.ts';

/** The pages over the tests' consultation, with somebody to read them. */
export async function plainReader(...args: Parameters<typeof testHouse>) {
  const house = await testHouse(...args);
  const app = createApp(house.backend, house.store, { rates: false });
  return Object.assign(house, { app, one: new PlainBrowser(app), another: () => new PlainBrowser(app) });
}
