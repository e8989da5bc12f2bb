import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { electionOfPabulib, rawVotes, readPabulib, type PbProblem } from '../../packages/counting/src/index.ts';
import { runCount } from '../../packages/server/src/count/command.ts';
import { blocksOf } from './support.ts';

const [online = '', paper = ''] = blocksOf('docs/fr/organiser/paper-and-mediators.md').map(({ code }) => code).filter((code) => code.includes(';'));
const file = (votes: number): string => `META\nkey;value\ncurrency;EUR\nbudget;60000\nvote_type;approval\nnum_projects;3\nnum_votes;${votes}\nmax_length;3\nPROJECTS\nproject_id;cost\nbancs;14500\narbres;40000\nlivres;4800\n${online}${paper}`;

describe('The page about paper', () => {
  it('shows lines that, added to the file of a vote online, are counted as paper', async () => {
    const problems: PbProblem[] = [];
    const election = await electionOfPabulib(await readPabulib((async function* () { yield file(5); })(), (problem) => problems.push(problem)));
    assert.deepEqual(problems.map(({ code }) => code), ['empty-vote'], 'nothing but the blank vote is told');
    const of = (channel: 'online' | 'paper') => [...rawVotes(election, channel)];
    assert.deepEqual([of('online'), of('paper')], [[1, 1, 1], [1, 1, 1]]);
    assert.equal(election.votes.total, 5);
  });

  it('is counted by the command that it shows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paper-'));
    const path = join(folder, 'total.pb');
    let out = '';
    await writeFile(path, file(5));
    const code = await runCount([path, '--rule', 'greedy'], { stdout: { write: (text: string) => { out += text; return true; } }, stderr: { write: () => true } } as never);
    await rm(folder, { recursive: true });
    assert.equal(code, 0);
    assert.match(out, /5 votes/);
  });
});
