import { showPanel } from './panel.ts';
import { pause, probe, watchPolicy } from './probe.ts';
import { readPage } from './read.ts';
import { type Report, reportOf, reportText } from './report.ts';
import { findings } from './rules/index.ts';

/** How long widgets get to load before what they show counts, in milliseconds. */
const settling = 10_000;

/**
 * Looks at the page, says what is in the way, and how to mend it: above the page and on the console. Nothing leaves the browser but what widgets would ask too.
 * @param own address of the folder that this file came from; absent: nobody knows
 */
export async function checkPage(own: string | undefined): Promise<Report> {
  const refusals = watchPolicy();
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  await settled();
  const report = reportOf(findings(await probe(readPage(own), refusals)), document.documentElement.lang);
  console.info(reportText(report, location.href));
  showPanel(report, location.href);
  return report;
}

/** Until every widget that has begun shows something: its content, or why not. */
async function settled(): Promise<void> {
  const isWaiting = () => [...document.querySelectorAll('*')].some(({ localName, shadowRoot }) => /^parvis-/.test(localName) && shadowRoot?.querySelector('.pv-waiting'));
  await pause(500);
  for (let waited = 0; waited < settling && isWaiting(); waited += 100) await pause(100);
}
