import { html, nothing } from 'lit';
import type { Results } from '@parvis/contract';
import { smallestGroup } from '@parvis/contract/statistics-rules';
import { heading, type View } from '../shared/views.ts';
import { own, shownRows } from './list.view.ts';
import type { Model } from './results.view.ts';
import { capital, tallyWord } from './results.words.ts';
import { optionName, table } from './table.view.ts';

/** Tables that few results have. */
export const moreTables = (m: Model): View => html`${roundsView(m)} ${groupsView(m)}`;

/** What each option had in every round; only under rules that count in rounds. */
function roundsView(m: Model): View | typeof nothing {
  const { say, results: { outcome } } = m;
  const rounds = outcome?.rounds;
  if (!rounds?.[1]) return nothing;
  return html`<section class="pv-stack">${heading(m.level + 1, say('rounds'))}
    ${table(m, 'rounds', say('roundsCaption'), rounds.map((_, i) => say('round', { n: i + 1 })), [
      shownRows(m).slice(0, m.limit).map((row) => ({ head: optionName(m, row), cells: rounds.map((round) => round[row.option.id]) })),
    ])}
  </section>`;
}

type Group = NonNullable<Results['groups']>[number];

/** How each group of buildings voted. The longer list goes down the page, so that many buildings need no wide screen. */
function groupsView(m: Model): View | typeof nothing {
  const { say, ballot, results: { groups } } = m;
  if (!groups?.[0]) return nothing;
  const rows = shownRows(m).slice(0, m.limit);
  const totalOf = ({ tally }: Group, id: string) => tally.find(({ option }) => option === id)?.total ?? 0;
  const name = (group: Group) => own(ballot, group.name);
  const sums = [{ head: say('blank'), of: (group: Group) => group.blank }, { head: say('allVotes'), of: (group: Group) => group.voters }];
  const caption = say('groupsCaption', { unit: capital(tallyWord(m)) });
  return html`<section class="pv-stack">${heading(m.level + 1, say('groups'))}
    <p>${say('groupsText', { n: smallestGroup })}</p>
    ${groups.length > rows.length
      ? table(m, 'groups', caption, [...rows.map((row) => optionName(m, row)), ...sums.map(({ head }) => head)], [
        groups.map((group) => ({ head: name(group), cells: [...rows.map(({ option }) => totalOf(group, option.id)), ...sums.map(({ of }) => of(group))] })),
      ], 'building')
      : table(m, 'groups', caption, groups.map(name), [
        rows.map((row) => ({ head: optionName(m, row), cells: groups.map((group) => totalOf(group, row.option.id)) })),
        sums.map(({ head, of }) => ({ head, cells: groups.map(of) })),
      ])}
  </section>`;
}
