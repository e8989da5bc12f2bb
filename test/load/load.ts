import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import autocannon, { type Request, type Result } from 'autocannon';
import { startServer, type RunningServer } from '../support/server.ts';
import { readStore } from '../support/store.ts';
import { tempDir } from '../support/temp.ts';
import { ballotPath, fetchBallot, issueCodes, writeConsultation } from './consultation.ts';

export interface LoadOptions {
  /** Default 64. */
  connections?: number | undefined;
  /** Default {@link usualSeconds}. */
  seconds?: number | undefined;
}

const usualSeconds = 8;

export interface Measure {
  /** Answers that said yes, per second. */
  perSecond: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
}

const json = { 'content-type': 'application/json' };

/** More codes for each second than any server of ours takes in. */
const codesPerSecond = 8_000;

/**
 * Votes cast through HTTP against a server of its own; each is on the disk when its answer leaves.
 * @param by who votes: devices, codes, or codes whose votes are also sealed by building
 */
export function measureVotes(options: LoadOptions = {}, by: 'device' | 'code' | 'building' = 'device'): Promise<Measure> {
  return withServer(async (server, folder) => {
    const { rulesHash } = await fetchBallot(server.url);
    const codes = by === 'device' ? [] : await issueCodes(folder, codesPerSecond * (options.seconds ?? usualSeconds), by === 'building');
    const run = randomBytes(12).toString('hex');
    let votes = 0;
    const vote = () => {
      votes += 1;
      const name = `${run}-${votes}`;
      const projects = [votes % 20, (votes * 7 + 3) % 20, (votes * 13 + 11) % 20].map((i) => `projet-${i + 1}`);
      return JSON.stringify({ key: name, voter: by === 'device' ? { mark: name } : { code: codes[votes] }, rulesHash, choice: { options: [...new Set(projects)] } });
    };
    const result = await fire(server, options, {
      method: 'POST', path: `${ballotPath}/votes`, headers: json, setupRequest: (request) => ({ ...request, body: vote() }),
    });
    everyVoteCounts(folder, result['2xx']);
    return measureOf(result);
  }, by === 'device' ? 'open' : 'code');
}

/** Reads of the results of a ballot that has votes, without If-None-Match. */
export function measureReads(options: LoadOptions = {}): Promise<Measure> {
  return withServer(async (server) => {
    const { rulesHash } = await fetchBallot(server.url);
    for (let i = 0; i < 100; i += 1) {
      const name = randomBytes(16).toString('hex');
      const body = JSON.stringify({ key: name, voter: { mark: name }, rulesHash, choice: { options: [`projet-${(i % 20) + 1}`] } });
      await fetch(`${server.url}${ballotPath}/votes`, { method: 'POST', headers: json, body });
    }
    return measureOf(await fire(server, options, { method: 'GET', path: `${ballotPath}/results` }));
  });
}

async function withServer(measure: (server: RunningServer, folder: string) => Promise<Measure>, eligibility: 'open' | 'code' = 'open'): Promise<Measure> {
  await using folder = await tempDir('parvis-load');
  await using server = await startServer({ data: folder.path, args: ['--no-rate-limit', '--open', await writeConsultation(folder.path, eligibility)] });
  return await measure(server, folder.path);
}

async function fire(server: RunningServer, { connections = 64, seconds = usualSeconds }: LoadOptions, request: Request): Promise<Result> {
  const result = await autocannon({ url: server.url, connections, duration: seconds, requests: [request] });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed\n${server.output()}`);
  return result;
}

const measureOf = (result: Result): Measure =>
  ({ perSecond: Math.round(result['2xx'] / result.duration), p50: result.latency.p50, p99: result.latency.p99 });

/** The number is worth nothing unless the votes are there. Those under way at the end may be more, never fewer. */
function everyVoteCounts(data: string, acknowledged: number): void {
  const kept = readStore(join(data, 'parvis.db')).voters('load', 'vote');
  if (kept < acknowledged) throw new Error(`${acknowledged} votes acknowledged, only ${kept} kept`);
}
