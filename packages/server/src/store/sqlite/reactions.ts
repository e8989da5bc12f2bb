import type { Reaction, ReactionStore } from '../store.ts';
import { reading, type Engine } from './engine.ts';
import { devicePurpose } from './salts.ts';
import { queries } from './sql.ts';

/** Acts that can be taken back. A row is never overwritten by a number that is not higher than its own. */
export function reactionStore({ sql, writer, salts }: Engine): ReactionStore {
  /** Another hash for each act on each item: the rows of one device, and the address in a follow, cannot be joined. */
  const keyOf = (act: 'support' | 'rating' | 'follow', { consultation, id, mark }: Reaction) =>
    ({ consultation_id: consultation, item_id: id, mark: salts.hash(consultation, devicePurpose, `${act}\n${id}\n${mark}`) });
  const valueOf = ({ sequence, on }: Reaction) => ({ sequence, is_on: on ? 1 : 0 });
  const answerOf = (row: { is_on: number; sequence: number } | undefined, sent: Reaction) =>
    row ? { on: row.is_on === 1, sequence: row.sequence } : { on: sent.on, sequence: sent.sequence };

  const supportsOf = (consultation: string, id: string) =>
    sql.first(queries.selectFrom('proposals').select('supports').where('consultation_id', '=', consultation).where('proposal_id', '=', id))?.supports ?? 0;

  return {
    setSupport: (reaction) => writer.write(() => {
      const key = keyOf('support', reaction);
      const before = sql.first(queries.selectFrom('supports').select(['is_on', 'sequence'])
        .where('consultation_id', '=', key.consultation_id).where('item_id', '=', key.item_id).where('mark', '=', key.mark));
      if (before && reaction.sequence <= before.sequence) return { ...answerOf(before, reaction), supports: supportsOf(reaction.consultation, reaction.id) };
      const value = valueOf(reaction);
      sql.run(queries.insertInto('supports').values({ ...key, ...value }).onConflict((conflict) => conflict.doUpdateSet(value)));
      const change = value.is_on - (before?.is_on ?? 0);
      if (change !== 0) {
        sql.run(queries.updateTable('proposals').set((eb) => ({ supports: eb('supports', '+', change) }))
          .where('consultation_id', '=', reaction.consultation).where('proposal_id', '=', reaction.id));
      }
      return { ...answerOf(undefined, reaction), supports: supportsOf(reaction.consultation, reaction.id) };
    }),

    setRating: (reaction) => writer.write(() => {
      const { kind } = reaction;
      const key = keyOf('rating', reaction);
      const value = valueOf(reaction);
      sql.run(queries.insertInto('ratings').values({ ...key, kind, ...value })
        .onConflict((conflict) => conflict.doUpdateSet(value).where('ratings.sequence', '<', reaction.sequence)));
      return answerOf(sql.first(queries.selectFrom('ratings').select(['is_on', 'sequence']).where('consultation_id', '=', key.consultation_id)
        .where('kind', '=', kind).where('item_id', '=', key.item_id).where('mark', '=', key.mark)), reaction);
    }),

    setFollow: (reaction) => writer.write(() => {
      const key = keyOf('follow', reaction);
      const value = { ...valueOf(reaction), email: reaction.on ? reaction.email : null };
      sql.run(queries.insertInto('follows').values({ ...key, ...value })
        .onConflict((conflict) => conflict.doUpdateSet(value).where('follows.sequence', '<', reaction.sequence)));
      return answerOf(sql.first(queries.selectFrom('follows').select(['is_on', 'sequence'])
        .where('consultation_id', '=', key.consultation_id).where('item_id', '=', key.item_id).where('mark', '=', key.mark)), reaction);
    }),

    ratings: (consultation, kind) => reading(() => {
      const rows = sql.all(queries.selectFrom('ratings')
        .select((eb) => ['item_id', eb.fn.sum<number>('is_on').as('yes'), eb.fn.countAll<number>().as('all')])
        .where('consultation_id', '=', consultation).where('kind', '=', kind).groupBy('item_id'));
      return new Map(rows.map((row) => [row.item_id, { yes: row.yes, no: row.all - row.yes }]));
    }),
  };
}
