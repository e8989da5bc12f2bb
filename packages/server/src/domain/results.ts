import { hash } from 'node:crypto';
import { type BallotDefinition, emptyTotals, isFinal, mayShowWhileOpen, type OpenStatus, ParvisError, partStatus, type Results, shownTotals, type Totals } from '@parvis/contract';
import type { BallotCount } from '@parvis/counting';
import type { TallyRow } from '../store/store.ts';
import { countVotes } from './count-votes.ts';
import { downloadsOf } from './downloads.ts';
import type { House, Room, RoomBallot } from './rooms.ts';

/** What is remembered of one ballot. */
interface Memory {
  /** The last time somebody asked; whoever asks while it runs gets the same answer. */
  asked?: { revision: string; status: OpenStatus; running: boolean; results: Promise<Results> } | undefined;
  shown?: Results | undefined;
  /** `of`: the rules and totals it stands for. */
  counted?: (BallotCount & { of: string }) | undefined;
}

/**
 * Results are counted once however many people ask at the same time, and again only after votes of this ballot came in; while
 * voting goes on, only once these are enough. Rejects with `not-yet` as long as too few have voted.
 */
export function createResults({ store, now }: House): (room: Room, ballot: RoomBallot) => Promise<Results> {
  const memories = new Map<string, Memory>();
  return async (room, ballot) => {
    const name = `${room.definition.id}\n${ballot.definition.id}`;
    const memory = memories.get(name) ?? {};
    memories.set(name, memory);
    const revision = await store.revision();
    const status = partStatus(room.definition, ballot.definition, now());
    const { asked: before } = memory;
    if (before?.status === status && (before.running || before.revision === revision)) return before.results;
    const asked = { revision, status, running: true, results: renew(room, ballot, status, memory) };
    memory.asked = asked;
    asked.results.then((results) => {
      memory.shown = results;
      asked.running = false;
    }, () => {
      if (memory.asked === asked) memory.asked = undefined;
    });
    return asked.results;
  };

  async function renew(room: Room, ballot: RoomBallot, status: OpenStatus, memory: Memory): Promise<Results> {
    const { definition } = ballot;
    const { shown } = memory;
    const totals = keptTotals(definition, await store.tally(room.definition.id, definition.id));
    const final = isFinal(definition, status);
    if (status !== 'closed' && !mayShowWhileOpen(totals.voters.total, shown?.voters.total ?? 0)) {
      if (!shown) throw new ParvisError('not-yet');
      const { countedAt, etag: _, ...numbers } = shown;
      const { electorate, paper } = definition;
      return dated({ ...numbers, electorate, paper, final }, shown, countedAt);
    }
    const of = `${ballot.rulesHash} ${JSON.stringify(totals)}`;
    const counted = memory.counted?.of === of ? memory.counted : { of, ...(await count(room, definition, totals)) };
    memory.counted = counted;
    const downloads = downloadsOf(room.definition.id, definition, status);
    const groups = await groupsOf(room, definition, totals);
    return dated({
      consultation: room.definition.id,
      ballot: definition.id,
      ...shownTotals(definition, counted.totals),
      ...(counted.outcome && { outcome: counted.outcome }),
      ...(groups.length > 0 && { groups }),
      ...(downloads.length > 0 && { downloads }),
      final,
      verified: definition.eligibility === 'code',
    }, shown, now().toISOString());
  }

  /** None while they do not make up all votes: the difference could be few. */
  async function groupsOf(room: Room, { id }: BallotDefinition, { voters }: Totals): Promise<NonNullable<Results['groups']>> {
    const groups = await store.groupTotals(room.definition.id, id);
    const all = groups.reduce((sum, group) => sum + group.voters, 0);
    return all === voters.total ? groups.map(({ group: name, ...totals }) => ({ name, ...totals })) : [];
  }

  async function count(room: Room, ballot: BallotDefinition, totals: Totals): Promise<BallotCount> {
    return ballot.counting ? countVotes(store, room.definition.id, ballot, totals.voters.total) : { totals };
  }
}

type Numbers = Omit<Results, 'countedAt' | 'etag'>;

/** With date and ETag. Nothing new: the very same answer, so that these stay. */
function dated(numbers: Numbers, shown: Results | undefined, countedAt: string): Results {
  if (shown && isSame(shown, numbers)) return shown;
  const results = { ...numbers, countedAt };
  return { ...results, etag: `"${hash('sha256', JSON.stringify(results), 'base64url').slice(0, 27)}"` };
}

const isSame = ({ countedAt: _, etag: __, ...numbers }: Results, others: Numbers): boolean => JSON.stringify(numbers) === JSON.stringify(others);

/** The totals that the store keeps. */
export function keptTotals(ballot: BallotDefinition, rows: readonly TallyRow[]): Totals {
  const { totals } = emptyTotals(ballot);
  const options = new Map(totals.tally.map((row) => [row.option, row]));
  for (const { kind, option, channel, amount } of rows) {
    const counts = kind === 'option' ? options.get(option) : totals[kind];
    if (!counts) continue;
    counts[channel] += amount;
    counts.total += amount;
  }
  return totals;
}
