import { hash } from 'node:crypto';
import { type BallotDefinition, emptyTotals, isFinal, type Live, liveStep, type OpenStatus, ParvisError, partStatus, type Results, shownTotals, type Totals } from '@parvis/contract';
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
  /** While voting goes on. Absent: nobody has asked since the start. */
  live?: Live<Results> | undefined;
  /** `of`: the rules and totals it stands for. */
  counted?: (BallotCount & { of: string }) | undefined;
}

/**
 * Results are counted once however many people ask at the same time, and again only after votes of this ballot came in; while
 * voting goes on, shown only once these are enough; see `liveStep`. Rejects with `not-yet` as long as too few have voted.
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
    const totals = keptTotals(definition, await store.tally(room.definition.id, definition.id));
    if (status === 'closed') return fresh(room, ballot, totals, status, memory);
    const { countedAt, etag: _, ...numbers } = await live(room, ballot, totals, status, memory);
    const { electorate, paper } = definition;
    return dated({ ...numbers, electorate, paper, final: isFinal(definition, status) }, memory.shown, countedAt);
  }

  /** What is shown while voting goes on. It is stored before anybody sees it, so that what follows a restart keeps its distance; what comes next is only remembered. */
  async function live(room: Room, ballot: RoomBallot, totals: Totals, status: OpenStatus, memory: Memory): Promise<Results> {
    const place = [room.definition.id, ballot.definition.id] as const;
    const before = (memory.live ??= { shown: await store.shownResults(...place) });
    const step = liveStep(before, totals.voters.total);
    if (step.live.shown && step.live.shown !== before.shown) await store.keepShownResults(...place, step.live.shown);
    memory.live = step.live;
    if (step.counts) memory.live = { ...step.live, next: await fresh(room, ballot, totals, status, memory) };
    if (!memory.live.shown) throw new ParvisError('not-yet');
    return memory.live.shown;
  }

  /** Counted from the votes that are there now. */
  async function fresh(room: Room, { definition, rulesHash }: RoomBallot, totals: Totals, status: OpenStatus, memory: Memory): Promise<Results> {
    const of = `${rulesHash} ${JSON.stringify(totals)}`;
    const counted = memory.counted?.of === of ? memory.counted : { of, ...(await count(room, definition, totals)) };
    memory.counted = counted;
    const downloads = downloadsOf(room.definition.id, definition, status);
    const groups = await groupsOf(room, definition, totals);
    return dated({
      consultation: room.definition.id,
      ballot: definition.id,
      ...shownTotals(definition, counted.totals, status),
      ...(counted.outcome && { outcome: counted.outcome }),
      ...(groups.length > 0 && { groups }),
      ...(downloads.length > 0 && { downloads }),
      final: isFinal(definition, status),
      verified: definition.eligibility === 'code',
    }, memory.shown, now().toISOString());
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
