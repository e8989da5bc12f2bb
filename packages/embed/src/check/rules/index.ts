import type { Facts } from '../facts.ts';
import { type Finding, once } from '../finding.ts';
import { aboutBackends } from './backends.ts';
import { aboutFiles } from './files.ts';
import { aboutPage } from './page.ts';
import { aboutPolicy } from './policy.ts';

/** Everything that is in the way, what stops a widget first. Where nothing explains what a widget says, that is told as it is. */
export function findings(facts: Facts): Finding[] {
  const all = once([...aboutPolicy(facts), ...aboutFiles(facts), ...aboutBackends(facts), ...aboutPage(facts)]);
  const stops = all.filter(({ weight }) => weight === 'stop');
  const unexplained = stops.length > 0 ? [] : facts.tags.flatMap(({ name: tag, trouble }): Finding[] => (trouble ? [{ name: 'unexplained', weight: 'stop', holes: { tag, trouble } }] : []));
  return [...stops, ...once(unexplained), ...all.filter(({ weight }) => weight === 'better')];
}
