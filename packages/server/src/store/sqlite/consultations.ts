import { type ConsultationDefinition, ParvisError, rulesHash, type Issue } from '@parvis/contract';
import type { ConsultationStore, Slice } from '../store.ts';
import { reading, type Engine } from './engine.ts';
import { replaceFileProposals } from './proposals-of-file.ts';
import { ballotPurpose, devicePurpose, pagesPurpose } from './salts.ts';
import { queries } from './sql.ts';

/** Keeps a definition; to be called inside a transaction, with the definition kept before and the hashes of both. */
export type KeepDefinition = (before: ConsultationDefinition | undefined, definition: ConsultationDefinition, hashes: Hashes) => 'new' | 'replaced';

export function keepDefinition({ sql, definitions, salts, tallies, now }: Engine): KeepDefinition {

  /** Which ballots with votes would get other rules, or vanish. */
  function brokenPromises(before: ConsultationDefinition, after: ConsultationDefinition, hashes: Hashes): Issue[] {
    return before.ballots.filter((b) => tallies.hasVotes(before.id, b.id)).flatMap((b) => {
      const index = after.ballots.findIndex((other) => other.id === b.id);
      if (index < 0) return [{ pointer: '/ballots', code: 'ballot-with-votes-missing' }];
      return hashes.before.get(b.id) === hashes.after.get(b.id) ? [] : [{ pointer: `/ballots/${index}`, code: 'rules-changed' }];
    });
  }

  return (before, definition, hashes) => {
    const issues = before ? brokenPromises(before, definition, hashes) : [];
    if (issues.length > 0) throw new ParvisError('rules-changed', { issues });
    const row = { definition: JSON.stringify(definition), sort_at: new Date(definition.opensAt ?? now()).toISOString() };
    sql.run(queries.insertInto('consultations').values({ consultation_id: definition.id, ...row })
      .onConflict((conflict) => conflict.column('consultation_id').doUpdateSet(row)));
    // Here and not after the commit: a vote of the same group meets the new rules.
    definitions.forget(definition.id);
    salts.create(definition.id, [devicePurpose, pagesPurpose, ...definition.ballots.map((b) => ballotPurpose(b.id))]);
    replaceFileProposals(sql, definition, now().toISOString());
    return before ? 'replaced' : 'new';
  };
}

export function consultationStore(engine: Engine): ConsultationStore {
  const { sql, writer, definitions, salts } = engine;
  const put = keepDefinition(engine);

  return {
    async putConsultation(definition) {
      for (;;) {
        const before = await reading(() => definitions.get(definition.id));
        const hashes = await hashesOf(before, definition);
        // Somebody else may have opened it in between: then the look at the rules is done again.
        const outcome = await writer.write(() => (definitions.newest(definition.id) === before ? put(before, definition, hashes) : undefined));
        if (outcome) return outcome;
      }
    },

    // One that was opened by an earlier version has none yet.
    pageSecret: async (id) => (await reading(() => salts.find(id, pagesPurpose))) ?? writer.write(() => {
      salts.create(id, [pagesPurpose]);
      return salts.find(id, pagesPurpose) ?? '';
    }),

    getConsultation: (id) => reading(() => definitions.get(id)),

    listConsultations: ({ after, limit }) => reading((): Slice<ConsultationDefinition> => {
      let query = queries.selectFrom('consultations').select(['consultation_id', 'sort_at'])
        .orderBy('sort_at', 'desc').orderBy('consultation_id', 'desc').limit(limit + 1);
      const [time, id] = after ?? [];
      if (time !== undefined && id !== undefined) {
        query = query.where((eb) => eb.or([eb('sort_at', '<', time), eb.and([eb('sort_at', '=', time), eb('consultation_id', '<', id)])]));
      }
      const rows = sql.all(query);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.flatMap((row) => definitions.get(row.consultation_id) ?? []),
        next: rows.length > limit && last ? [last.sort_at, last.consultation_id] : undefined,
      };
    }),
  };
}

export interface Hashes {
  before: Map<string, string>;
  after: Map<string, string>;
}

export const hashesOf = async (before: ConsultationDefinition | undefined, after: ConsultationDefinition): Promise<Hashes> =>
  ({ before: await rulesHashes(before), after: await rulesHashes(after) });

const rulesHashes = async (definition: ConsultationDefinition | undefined): Promise<Map<string, string>> =>
  new Map(await Promise.all((definition?.ballots ?? []).map(async (b) => [b.id, await rulesHash(b)] as const)));
