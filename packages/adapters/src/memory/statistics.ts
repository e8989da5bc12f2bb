import { smallestGroup, suppressSmallCells } from '@parvis/contract';
import type { StatisticsGroup } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/statistics';
import { verb } from '../author/index.ts';
import { roomOf } from './store.ts';
import type { MemoryStore, Room } from './store.ts';

export function statistics(store: MemoryStore): StatisticsGroup {
  return {
    get: verb(operations.get, (input) => ({
      consultation: input.consultation, minimum: smallestGroup, cells: suppressSmallCells(cellsOf(roomOf(store, input))),
    })),
  };
}

function cellsOf({ definition, proposals }: Room): { name: string; value: string; count: number }[] {
  const all = [...proposals.values()];
  const per = (name: string, values: readonly { id: string }[], of: (p: (typeof all)[number]) => string | undefined) =>
    values.map(({ id }) => ({ name, value: id, count: all.filter((p) => of(p) === id).length }));
  return [
    { name: 'proposals', value: 'all', count: all.length },
    ...per('category', definition.proposalForm?.categories ?? [], (p) => p.category),
    ...per('profile', definition.proposalForm?.profile?.options ?? [], (p) => p.profile),
  ];
}
