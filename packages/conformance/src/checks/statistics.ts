import { checksOf } from '../check.ts';
import { ok } from '../expect.ts';
import { goodProposal } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('statistics');

check('get', 'shows no number that could point at a person', async ({ backend, offered }) => {
  if (offered.includes('proposals')) await backend.proposals.submit({ ...goodProposal(), profile: 'young' });
  const { minimum, cells } = await backend.statistics.get({ consultation: ids.open });
  ok(minimum >= 10, `the minimum is ${minimum}: cells under 10 must be hidden`);
  for (const { name, value, count } of cells) ok(count === null || count >= minimum, `${name}, ${value}: ${count} is under the minimum of ${minimum}`);
});

export const statisticsChecks = list;
