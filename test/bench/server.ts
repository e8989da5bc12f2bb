import { measureReads, measureVotes } from '../load/load.ts';
import { whole, type Row } from './table.ts';

const connections = 64;

/** What the reference server takes in and gives out, through HTTP on this machine; the load comes from the same machine. */
export async function server(): Promise<Row[]> {
  const votes = await measureVotes({ connections });
  const withCodes = await measureVotes({ connections }, 'code');
  const byBuilding = await measureVotes({ connections }, 'building');
  const reads = await measureReads({ connections });
  const at = `HTTP, ${connections} connections`;
  return [
    { what: `durable votes per second (${at})`, measured: whole(votes.perSecond), budget: `≥ ${whole(5_000)}`, beyond: votes.perSecond < 5_000 },
    { what: 'time to a vote\'s answer, p50 / p99', measured: `${whole(votes.p50)} / ${whole(votes.p99)} ms`, budget: 'p99 < 100 ms', beyond: votes.p99 >= 100 },
    { what: 'the same with access codes', measured: whole(withCodes.perSecond), budget: `≥ ${whole(5_000)}`, beyond: withCodes.perSecond < 5_000 },
    { what: 'the same, each also sealed by building', measured: whole(byBuilding.perSecond) },
    { what: `reads of results per second (${at})`, measured: whole(reads.perSecond) },
    { what: 'time to their answer, p50 / p99', measured: `${whole(reads.p50)} / ${whole(reads.p99)} ms` },
  ];
}
