import type { AttachmentStore } from '../store.ts';
import { reading, type Engine } from './engine.ts';
import type { Replays } from './replays.ts';
import { queries } from './sql.ts';

export const attachmentStore = ({ sql, writer }: Engine, replays: Replays): AttachmentStore => ({
  putAttachment: ({ consultation, replay, refusal, attachment, data, answer }) => writer.write(() => replays.once(consultation, '', replay, () => {
    const kept = sql.first(queries.selectFrom('attachments').select((eb) => eb.fn.sum<number | null>('bytes').as('bytes')).where('consultation_id', '=', consultation));
    const refused = refusal(kept?.bytes ?? 0);
    if (refused) throw refused;
    const { id, ...rest } = attachment;
    sql.run(queries.insertInto('attachments').values({ consultation_id: consultation, attachment_id: id, ...rest, data }));
    return answer;
  })),

  getAttachment: (consultation, id) => reading(() =>
    sql.first(queries.selectFrom('attachments').select(['attachment_id as id', 'name', 'type', 'bytes', 'data'])
      .where('consultation_id', '=', consultation).where('attachment_id', '=', id))),
});
