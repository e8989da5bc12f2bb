import type { StageRecord } from '../../../test/run/record.ts';
import type { Check } from './criteria.ts';

/** What the tests of one check came to in one run. */
export interface Finding {
  /** Browser and version; undefined: computed, without a browser. */
  engine: string | undefined;
  passed: number;
  failed: number;
  skipped: number;
}

/** Widgets have their tests in a folder of their own; whatever lies elsewhere is about all. */
export function concerns({ file }: Check, widget: string): boolean {
  const [, folder] = /^packages\/widgets\/src\/([\w-]+)\//.exec(file) ?? [];
  // Residents propose, vote, ask and follow on the town's page; results have a page and a journey of their own; languages are tried with questions.
  if (file === 'test/journeys/results.journey.ts') return widget === 'results';
  if (file === 'test/journeys/host-pages.journey.ts') return widget === 'faq';
  if (file === 'test/journeys/town-site-ways.journey.ts') return widget !== 'results';
  return folder === undefined || folder === 'NAME' || folder === 'shared' || folder === widget;
}

/** @returns one finding for each run that holds such tests; none where nothing was tested */
export function judge(check: Check, widget: string, records: readonly StageRecord[]): Finding[] {
  const title = titlePattern(check.title, widget);
  const file = check.file.replace('NAME', widget);
  return records.flatMap(({ engine, tests }) => {
    const own = tests.filter((test) => test.file.startsWith(file) && title.test(test.title));
    if (own.length === 0) return [];
    const count = (outcome: string) => own.filter((test) => test.outcome === outcome).length;
    return [{ engine, passed: count('passed'), failed: count('failed'), skipped: count('skipped') }];
  });
}

/** The words of a test as a pattern for what it was called when it ran. */
function titlePattern(title: string, widget: string): RegExp {
  const parts = title.split(/(\$\{[^}]*\})/).map((part) => {
    if (part === '${widget}') return escape(widget);
    return part.startsWith('${') ? '.+' : escape(part);
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
