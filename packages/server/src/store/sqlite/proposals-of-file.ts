import { closestLanguage, type ConsultationDefinition, fold } from '@parvis/contract';
import { queries, type Sql } from './sql.ts';

export const searchText = (p: { title: string; text: string; place?: string | null | undefined }): string =>
  fold([p.title, p.text, p.place ?? ''].join('\n'));

/**
 * Proposals that are public from the start. Opening the file again replaces their texts and keeps the supports people gave.
 * Where the file names a resident's proposal, what it leaves out stays as the resident wrote it; one that waited is public from
 * now on, dated now.
 */
export function replaceFileProposals(sql: Sql, definition: ConsultationDefinition, now: string): void {
  const consultation_id = definition.id;
  const kept = new Set(definition.proposals.map((p) => p.id));
  const before = sql.all(queries.selectFrom('proposals').select('proposal_id').where('consultation_id', '=', consultation_id).where('source', '=', 'file'));
  for (const { proposal_id } of before) {
    if (!kept.has(proposal_id)) {
      sql.run(queries.deleteFrom('proposals').where('consultation_id', '=', consultation_id).where('proposal_id', '=', proposal_id));
    }
  }
  for (const p of definition.proposals) {
    const resident = sql.first(queries.selectFrom('proposals').select(['text', 'place', 'status', 'published_at', 'sort_at'])
      .where('consultation_id', '=', consultation_id).where('proposal_id', '=', p.id).where('source', '=', 'resident'));
    if (resident) {
      const published_at = p.publishedAt ?? resident.published_at ?? now;
      const text = p.text === '' ? resident.text : p.text;
      const place = p.place ?? resident.place;
      sql.run(queries.updateTable('proposals').where('consultation_id', '=', consultation_id).where('proposal_id', '=', p.id).set((eb) => ({
        title: p.title, text, place, status: p.status, published_at, sort_at: new Date(published_at).toISOString(),
        ...(p.lang !== undefined && { lang: p.lang }),
        ...(p.category !== undefined && { category: p.category }),
        supports: eb(eb('supports', '-', eb.ref('base_supports')), '+', p.supports), base_supports: p.supports,
        search: searchText({ title: p.title, text, place }),
      })));
      continue;
    }
    const values = {
      title: p.title, text: p.text, lang: p.lang ?? closestLanguage(definition.languages, undefined), category: p.category ?? null,
      place: p.place ?? null, status: p.status, published_at: p.publishedAt ?? null, base_supports: p.supports,
      sort_at: new Date(p.publishedAt ?? definition.opensAt ?? now).toISOString(), search: searchText(p),
    };
    sql.run(queries.insertInto('proposals')
      .values({ consultation_id, proposal_id: p.id, source: 'file', supports: p.supports, ...values })
      .onConflict((conflict) => conflict.columns(['consultation_id', 'proposal_id']).doUpdateSet((eb) => ({
        ...values,
        supports: eb(eb('proposals.supports', '-', eb.ref('proposals.base_supports')), '+', eb.ref('excluded.base_supports')),
      }))));
  }
}
