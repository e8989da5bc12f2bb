import { type BallotDefinition, type Choice, maxOf } from '@parvis/contract';

/** Bytes that the longest vote of a ballot takes: blank, the longest options, or every option with a value as long as they get. */
export function roomOfChoice(ballot: BallotDefinition): number {
  const { options, purse, cap, scores, grades } = ballot;
  const longest = options.map(({ id }) => id).sort((a, b) => bytes(b) - bytes(a)).slice(0, maxOf(ballot));
  const value = [purse, cap, scores?.from, scores?.to, grades?.length].reduce<number>((most = 0, n) => (n !== undefined && bytes(n) > bytes(most) ? n : most), 0);
  const valued = ballot.method === 'points' || ballot.method === 'grades' || ballot.method === 'score';
  const choice: Choice = valued ? { values: Object.fromEntries(options.map(({ id }) => [id, value])) } : { options: longest };
  return Math.max(bytes(choice), bytes({ blank: true } satisfies Choice));
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** As many bytes as asked for, with spaces at the end: JSON may have them. */
export const padded = (text: string, room: number): string => text + ' '.repeat(Math.max(0, room - Buffer.byteLength(text)));
