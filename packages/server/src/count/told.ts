import type { Ballot, Outcome, PerChannel, Results } from '@parvis/contract';
import { channels, rawVotes, type Election } from '@parvis/counting';
import { tellInFrench, type Told } from '@parvis/widgets/results/words';
import { usualCurrency } from '../import/election/ballot.ts';
import { titleOf } from '../import/election/title.ts';
import type { ReadElection } from './read.ts';

/** What the sentences about results need, made from a file that was read and counted. */
export function toldOf({ meta, projects, election }: ReadElection, outcome: Outcome): Told {
  const place = { consultation: 'pb', ballot: 'pb' };
  const ballot: Ballot = {
    consultation: place.consultation,
    id: place.ballot,
    title: titleOf(meta) || 'Élection',
    lang: 'fr',
    method: election.method,
    options: projects.map(({ id, name }, i) => ({ ...election.options[i]!, id, label: name ?? `Projet ${id}` })),
    min: 0,
    blank: true,
    currency: meta.currency ?? usualCurrency,
    status: 'closed',
    eligibility: 'open',
    results: 'hidden',
    rulesHash: '',
  };
  const results: Results = { ...place, ...countsOf(election), outcome, final: true, verified: false, countedAt: '', etag: '' };
  return tellInFrench(ballot, results);
}

function countsOf(election: Election): Pick<Results, 'tally' | 'voters' | 'blank'> {
  const { votes, options } = election;
  const byChannel = channels.map((channel) => rawVotes(election, channel));
  const tally = options.map(({ id }, i) => ({ option: id, ...perChannel((channel) => byChannel[channel]![i]!) }));
  const counts = (wanted: (at: number) => boolean) => perChannel((channel) => {
    let sum = 0;
    for (let at = 0; at < votes.size; at += 1) if (wanted(at)) sum += votes.count(at, channels[channel]);
    return sum;
  });
  return { tally, voters: counts(() => true), blank: counts((at) => votes.options(at).length === 0) };
}

function perChannel(of: (channel: number) => number): PerChannel {
  const [online, paper, assisted] = [of(0), of(1), of(2)];
  return { online, paper, assisted, total: online + paper + assisted };
}
