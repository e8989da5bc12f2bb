import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Method, type Ballot, type PartialBackend } from '@parvis/contract';
import { examples } from '@parvis/widgets/ballot/examples';
import { ballotSpeech, choosePage } from '@parvis/widgets/ballot/page-view';
import { byTag, type Node, parse, words } from '../testing/plain-page.ts';
import { plainReader } from '../testing/plain-reader.ts';
import { rendered } from './view.ts';

/** Everything on a page that is chosen or filled in before anybody has touched it. */
function preselected(root: Node): string[] {
  const filled = byTag(root, 'input').filter(({ attributes: { type = 'text', value = '', ...rest } }) =>
    'checked' in rest || (!['radio', 'checkbox', 'hidden', 'submit'].includes(type) && value !== ''));
  const selected = byTag(root, 'option').filter(({ attributes }) => 'selected' in attributes && attributes['value'] !== '');
  const first = byTag(root, 'select').filter((select) => byTag(select, 'option')[0]?.attributes['value'] !== '');
  const written = byTag(root, 'textarea').filter((area) => words(area) !== '');
  return [...filled, ...selected, ...first, ...written].map(({ tag, attributes }) => `${tag} ${attributes['name']}`);
}

async function ballotOf(backend: PartialBackend): Promise<Ballot | undefined> {
  try {
    return await Promise.race([backend.votes?.ballot?.({ consultation: 'x', ballot: 'y' }), new Promise<undefined>((resolve) => setImmediate(resolve, undefined))]);
  } catch {
    return undefined;
  }
}

describe('No option is ever preselected by the server:', () => {
  const seen = new Set<string>();
  for (const { name, backend } of examples) {
    it(`the ballot of the gallery called "${name}"`, async () => {
      const ballot = await ballotOf(backend());
      // States of loading and failing have no ballot.
      if (!ballot) return;
      const root = parse(String(await rendered(choosePage(ballotSpeech('fr'), ballot, { action: '/', state: 's' }))));
      assert.deepEqual(preselected(root), []);
      const controls = byTag(root, 'input', 'select').filter(({ attributes }) => attributes['type'] !== 'hidden');
      if (ballot.options.length > 0) assert.ok(controls.length >= ballot.options.filter((o) => !o.withdrawn).length);
      seen.add(ballot.method);
    });
  }

  it('ballots of every method were looked at', () => assert.deepEqual([...seen].sort(), [...Method.options].sort()));

  it('nor is anything on the first pages of proposing, asking, finding and following', async () => {
    await using house = await plainReader();
    for (const path of ['vote/projets', 'vote/code', 'vote/points', 'propose', 'faq', 'feedback', 'feedback?id=f1']) {
      const { root } = await house.one.open(`/c/bp-2026/${path}`);
      assert.ok(byTag(root, 'form').length > 0, path);
      assert.deepEqual(preselected(root), [], path);
    }
  });

  it('a tick, a selection and a text would be noticed', () => {
    const page = '<input type="radio" name="a" checked><select name="b"><option value="">-</option><option value="1" selected>1</option></select><textarea name="c">\nx</textarea><input name="d" value="0">';
    assert.equal(preselected(parse(page)).length, 4);
  });
});
