// Takes the picture of the README from the running town site: `node --conditions=parvis-source docs/build-images.ts`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../test/support/chromium.ts';
import { startServer } from '../test/support/server.ts';

type Browser = Awaited<ReturnType<typeof launchChromium>>;

const out = join(import.meta.dirname, 'images', 'parvis-town-site.png');
const chosen = ['Planter 300 arbres', 'Sauver le lavoir'];

/** The ballot in the town's page, two projects chosen, scrolled to a part of it. @returns a `data:` address */
async function shoot(browser: Browser, url: string, width: number, height: number, from: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2, locale: 'fr-FR', reducedMotion: 'reduce' });
  await page.goto(`${url}/town-site/#budget`);
  const ballot = page.locator('parvis-ballot');
  for (const name of chosen) await ballot.getByRole('checkbox', { name }).check();
  await ballot.locator(from).evaluate((element) => {
    const header = document.querySelector('.bandeau')?.getBoundingClientRect().height ?? 0;
    scrollTo({ top: element.getBoundingClientRect().top + scrollY - header - 14, behavior: 'instant' });
  });
  const shot = await page.screenshot();
  await page.close();
  return `data:image/png;base64,${shot.toString('base64')}`;
}

const data = await mkdtemp(join(tmpdir(), 'parvis-images-'));
try {
  await using server = await startServer({ data, args: ['--demo'] });
  await using browser = await launchChromium();
  const [wide, phone] = [await shoot(browser, server.url, 1280, 1000, '.pv-card'), await shoot(browser, server.url, 390, 844, '.pv-left')];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
  await page.setContent(`<style>
    body { margin: 0; block-size: 800px; background: #dfe6ea; position: relative; overflow: hidden }
    img { position: absolute; display: block; border-radius: 10px; box-shadow: 0 12px 40px #0b2a3d40, 0 0 0 1px #0b2a3d26 }
    .wide { inset: 48px auto auto 48px; inline-size: 920px }
    .phone { inset: auto 48px 40px auto; inline-size: 312px; border-radius: 26px; border: 8px solid #17191d }
  </style><img class="wide" src="${wide}" alt=""><img class="phone" src="${phone}" alt="">`);
  await page.locator('.phone').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: out });
} finally {
  await rm(data, { recursive: true, force: true });
}
