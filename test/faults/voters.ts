import { randomBytes } from 'node:crypto';
import { ballotPath } from '../load/consultation.ts';

/** One vote as a device sends it, again and again until it knows. */
export interface Attempt {
  body: string;
  /** What the server acknowledged. Absent: no answer came. */
  receipt?: string;
}

const headers = { 'content-type': 'application/json' };

/** Sends an attempt once. @returns the HTTP status; 0 when no answer came. A yes is noted in the attempt. */
export async function send(url: string, attempt: Attempt): Promise<number> {
  try {
    const answer = await fetch(`${url}${ballotPath}/votes`, { method: 'POST', headers, body: attempt.body });
    const text = await answer.text();
    if (answer.ok) {
      const { receipt } = JSON.parse(text) as { receipt: string };
      if (attempt.receipt !== undefined && attempt.receipt !== receipt) throw new Error(`two receipts for one vote: ${attempt.receipt}, ${receipt}`);
      attempt.receipt = receipt;
    }
    return answer.status;
  } catch (error) {
    if (error instanceof TypeError) return 0;
    throw error;
  }
}

export function newAttempt(rulesHash: string): Attempt {
  const name = randomBytes(16).toString('hex');
  const options = [`projet-${1 + (randomBytes(1)[0] ?? 0) % 20}`];
  return { body: JSON.stringify({ key: name, voter: { mark: name }, rulesHash, choice: { options } }) };
}

export interface Crowd {
  rulesHash: string;
  /** How many vote at the same time. */
  people: number;
  stop: AbortSignal;
  /** Called at every yes. */
  answered?: () => void;
}

/** People who vote one after the other until told to stop, or until nobody answers. @returns every attempt, answered or not */
export async function voteUntil(url: string, { rulesHash, people, stop, answered }: Crowd): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const person = async () => {
    while (!stop.aborted) {
      const attempt = newAttempt(rulesHash);
      attempts.push(attempt);
      if ((await send(url, attempt)) === 0) return;
      answered?.();
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  return attempts;
}

/** Looks a receipt up, as a voter would. */
export async function isKnown(url: string, receipt: string): Promise<boolean> {
  const answer = await fetch(`${url}${ballotPath}/receipt`, { method: 'POST', headers, body: JSON.stringify({ receipt }) });
  await answer.arrayBuffer();
  return answer.ok;
}

/** Does something for every entry, `width` at a time. */
export async function forEach<T>(entries: readonly T[], width: number, act: (entry: T) => Promise<void>): Promise<void> {
  const rest = entries.values();
  await Promise.all(Array.from({ length: width }, async () => {
    for (const entry of rest) await act(entry);
  }));
}
