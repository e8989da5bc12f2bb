import type { ContributionDefinition, ProposalDefinition, StepDefinition } from '@parvis/contract';
import { firstDay, startOf } from '../election/days.ts';
import { money, slug } from '../text.ts';
import { BadRow, type Cells, readDate } from './cells.ts';
import { proposalStatus, readStatus, type Status, statusWords, stepColumns } from './statuses.ts';

function statusOf(cells: Cells): Status | undefined {
  const text = cells.text('status');
  if (text === '') return undefined;
  const status = readStatus(text);
  if (!status) throw new BadRow('status-unknown', `L’avancement « ${text} » n’est pas connu. Écrivez l’un de ces mots : ${statusWords}.`);
  return status;
}

/** A public proposal from a row. Its cost, which a proposal has no field for, ends its text. */
export function proposalOf(cells: Cells): { entry: ProposalDefinition; category: string } {
  const cost = cells.cost();
  const costLine = cost === undefined ? '' : `Coût estimé : ${money(cost, 'EUR', 2)}.`;
  const place = cells.place();
  const category = cells.text('category');
  const published = cells.date('published');
  const status = statusOf(cells);
  const entry: ProposalDefinition = {
    id: cells.id(),
    title: cells.title(),
    text: [cells.text('text'), costLine].filter((part) => part !== '').join('\n\n'),
    ...(slug(category) !== '' && { category: slug(category) }),
    ...(place !== undefined && { place }),
    status: status ? proposalStatus(status.progress) : 'published',
    supports: cells.count(),
    ...(published !== undefined && { publishedAt: startOf(firstDay(published)) }),
  };
  return { entry, category };
}

/** A decided project from a row, with the steps of its timeline in the order of the columns. */
export function contributionOf(cells: Cells): { entry: ContributionDefinition; backwards: boolean; withoutStatus: boolean } {
  const status = statusOf(cells);
  const progress = status?.progress === 'withdrawn' ? 'abandoned' : (status?.progress ?? 'accepted');
  const cost = cells.cost();
  const place = cells.place();
  const said = cells.text('text');
  const did = cells.text('answer');
  const category = cells.text('category');
  const updated = cells.date('updated');
  const steps = stepsOf(cells, { ...status, progress });
  const dates = steps.flatMap(({ date }) => date ?? []);
  const entry: ContributionDefinition = {
    id: cells.id(),
    title: cells.title(),
    kind: 'project',
    ...(said !== '' && { said }),
    ...(did !== '' && { did }),
    progress,
    ...(place !== undefined && { place }),
    ...(category !== '' && { category }),
    ...(cost !== undefined && { cost, currency: 'EUR' }),
    ...(updated !== undefined && { updated }),
    steps,
  };
  const backwards = dates.some((date, i) => i > 0 && goesBack(dates[i - 1]!, date));
  return { entry, backwards, withoutStatus: status === undefined };
}

/** Only as far as both are known: `2024` does not come before `2024-05`. */
const goesBack = (before: string, after: string): boolean => {
  const precision = Math.min(before.length, after.length);
  return after.slice(0, precision) < before.slice(0, precision);
};

/**
 * Dated steps, and the one under way even without a date. The status says what is done: dates alone do not, since
 * many are hopes that have passed.
 */
function stepsOf(cells: Cells, { progress, step: current }: Status): StepDefinition[] {
  const columns = stepColumns(cells.headers('step'));
  const now = current === undefined ? -1 : columns.findIndex(({ phase }) => phase === current);
  return cells.each('step').flatMap((cell, place): StepDefinition[] => {
    const date = readDate(cell);
    const title = columns[place]?.title ?? cell.header;
    if (date === undefined && place !== now) return [];
    return [{ id: slug(title) || `etape-${place + 1}`, title, ...(date !== undefined && { date }), state: stateOf(place) }];
  });

  function stateOf(place: number): StepDefinition['state'] {
    if (progress === 'done') return 'done';
    if (now < 0) return 'planned';
    if (place === now) return 'now';
    return place < now ? 'done' : 'planned';
  }
}
