import { type ProposalStatus, type StatisticsCell } from '@parvis/contract';
import { sql as raw } from 'kysely';
import type { KeptProposal, ProposalQuery, ProposalStore, Slice, Submission } from '../store.ts';
import { reading, type Engine } from './engine.ts';
import { searchText } from './proposals-of-file.ts';
import type { Replays } from './replays.ts';
import { queries } from './sql.ts';

const columns = [
  'proposals.proposal_id as id', 'title', 'text', 'lang', 'category', 'place', 'status', 'supports', 'published_at as publishedAt',
] as const;

export function proposalStore(engine: Engine, replays: Replays): ProposalStore {
  const { sql, writer } = engine;

  /** What a proposal and a question have in common: a tracking code, perhaps an address, an answer kept for retries. */
  const submit = <A>(command: Submission<A>, kind: 'proposal' | 'question', insert: () => void): Promise<A> =>
    writer.write(() => replays.once(command.consultation, '', command.replay, () => {
      const refusal = command.refusal();
      if (refusal) throw refusal;
      const item = { consultation_id: command.consultation, kind, item_id: command.id };
      insert();
      sql.run(queries.insertInto('tracking').values({ ...item, code: command.trackingHash, received_at: command.receivedAt }));
      if (command.email !== undefined) {
        sql.run(queries.insertInto('contacts').values({ ...item, email: command.email, consent_at: command.receivedAt }));
      }
      return command.answer;
    }));

  const get = (consultation: string, id: string): KeptProposal | undefined =>
    sql.first(queries.selectFrom('proposals').select(columns).where('consultation_id', '=', consultation).where('proposal_id', '=', id));

  return {
    listProposals: (consultation, query) => reading(() => list(engine, consultation, query)),
    getProposal: (consultation, id) => reading(() => get(consultation, id)),

    submitProposal: (command) => submit(command, 'proposal', () => {
      const { id, publishedAt, ...rest } = command.proposal;
      sql.run(queries.insertInto('proposals').values({
        ...rest, consultation_id: command.consultation, proposal_id: id, published_at: publishedAt, base_supports: 0,
        sort_at: command.receivedAt, search: searchText(rest), source: 'resident',
      }));
      if (command.profile !== undefined) {
        sql.run(queries.insertInto('profiles').values({ consultation_id: command.consultation, option_id: command.profile, amount: 1 })
          .onConflict((conflict) => conflict.doUpdateSet((eb) => ({ amount: eb('profiles.amount', '+', 1) }))));
      }
    }),

    askQuestion: (command) => submit(command, 'question', () => {
      sql.run(queries.insertInto('questions').values({
        consultation_id: command.consultation, question_id: command.id, question: command.question, lang: command.lang,
        status: 'pending', received_at: command.receivedAt,
      }));
    }),

    findTracked: (consultation, trackingHash) => reading(() => {
      const found = sql.first(queries.selectFrom('tracking').select(['kind', 'item_id', 'received_at'])
        .where('consultation_id', '=', consultation).where('code', '=', trackingHash));
      if (!found) return undefined;
      const { kind, item_id: id, received_at: receivedAt } = found;
      if (kind === 'proposal') {
        const proposal = get(consultation, id);
        return proposal && { kind, id, title: proposal.title, text: proposal.text, place: proposal.place ?? undefined, status: proposal.status, receivedAt };
      }
      const question = sql.first(queries.selectFrom('questions').select(['question', 'status'])
        .where('consultation_id', '=', consultation).where('question_id', '=', id));
      return question && { kind, id, title: question.question, status: question.status, receivedAt };
    }),

    proposalCounts: (consultation) => reading((): StatisticsCell[] => {
      const perCategory = sql.all(queries.selectFrom('proposals').select((eb) => ['category', eb.fn.countAll<number>().as('count')])
        .where('consultation_id', '=', consultation).groupBy('category'));
      const profiles = sql.all(queries.selectFrom('profiles').select(['option_id', 'amount']).where('consultation_id', '=', consultation));
      return [
        { name: 'proposals', value: 'all', count: perCategory.reduce((sum, row) => sum + row.count, 0) },
        ...perCategory.flatMap(({ category, count }) => (category === null ? [] : [{ name: 'category', value: category, count }])),
        ...profiles.map(({ option_id, amount }) => ({ name: 'profile', value: option_id, count: amount })),
      ];
    }),

    submissions: (consultation) => reading(() => ({
      proposals: sql.all(queries.selectFrom('proposals')
        .leftJoin('contacts', (join) => join.onRef('contacts.consultation_id', '=', 'proposals.consultation_id')
          .onRef('contacts.item_id', '=', 'proposals.proposal_id').on('contacts.kind', '=', 'proposal'))
        .select([...columns, 'email']).where('proposals.consultation_id', '=', consultation).orderBy('sort_at')),
      questions: sql.all(queries.selectFrom('questions')
        .leftJoin('contacts', (join) => join.onRef('contacts.consultation_id', '=', 'questions.consultation_id')
          .onRef('contacts.item_id', '=', 'questions.question_id').on('contacts.kind', '=', 'question'))
        .select(['question_id as id', 'question', 'lang', 'status', 'received_at as receivedAt', 'email'])
        .where('questions.consultation_id', '=', consultation).orderBy('received_at')),
    })),
  };
}

const isPublic: ProposalStatus[] = ['published', 'accepted', 'not-retained', 'withdrawn'];

/** Keyset paging: the cursor is the place of the last entry, so that what is added meanwhile repeats and skips nothing. */
function list({ sql }: Engine, consultation: string, { words, category, sort, after, limit }: ProposalQuery): Slice<KeptProposal> {
  let wanted = queries.selectFrom('proposals').where('consultation_id', '=', consultation).where('status', 'in', isPublic);
  if (category !== undefined) wanted = wanted.where('category', '=', category);
  for (const word of words) wanted = wanted.where(raw<boolean>`instr(search, ${word}) > 0`);

  const column = sort === 'most-supported' ? 'supports' : 'sort_at';
  const [direction, beyond] = sort === 'oldest' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  let page = wanted.select([...columns, 'sort_at']).orderBy(column, direction).orderBy('proposal_id', direction).limit(limit + 1);
  const [place, id] = after ?? [];
  if (place !== undefined && id !== undefined) {
    const value = column === 'supports' ? Number(place) : place;
    page = page.where((eb) => eb.or([eb(column, beyond, value), eb.and([eb(column, '=', value), eb('proposal_id', beyond, id)])]));
  }
  const rows = sql.all(page);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ sort_at: _, ...proposal }) => proposal),
    next: rows.length > limit && last ? [String(last[column]), last.id] : undefined,
    total: sql.first(wanted.select((eb) => eb.fn.countAll<number>().as('total')))?.total,
  };
}
