import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BallotDefinition, checkDefinition, ConsultationDefinition, Method, parse } from '../../packages/contract/src/index.ts';
import { blocksOf } from './support.ts';

describe('The page about ways of voting', () => {
  const ballots = blocksOf('docs/fr/organiser/voting-method.md').filter(({ language }) => language === 'json').map(({ code }) => JSON.parse(code) as { method: string });

  it('shows a ballot for each of them', () => {
    assert.deepEqual(ballots.map(({ method }) => method).sort(), Method.options.toSorted());
  });

  for (const ballot of ballots) {
    it(`${ballot.method}: the ballot that is shown can be opened`, () => {
      assert.ok(parse(BallotDefinition, ballot).ok);
      const parsed = parse(ConsultationDefinition, { id: 'essai', title: 'Essai', organiser: { name: 'Ville' }, ballots: [ballot] });
      assert.deepEqual(parsed.ok ? checkDefinition(parsed.value) : parsed.issues, []);
    });
  }
});
