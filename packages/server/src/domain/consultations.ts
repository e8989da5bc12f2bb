import { consultationFor, type ConsultationsGroup } from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import { fromCursor, pageOf } from './cursors.ts';
import type { House } from './rooms.ts';
import { verb } from './verb.ts';

const operations = groups.consultations;
const order = 'consultations';

export function consultations(house: House): ConsultationsGroup {
  const get = async (consultation: string, locale: string | undefined) => {
    const room = await house.room({ consultation });
    return consultationFor(room.definition, house.reader(room, locale));
  };
  return {
    list: verb(operations.list, async ({ cursor, limit = 20 }, { locale }) => {
      const slice = await house.store.listConsultations({ after: fromCursor(order, 2, cursor), limit });
      return pageOf(order, { ...slice, items: await Promise.all(slice.items.map(({ id }) => get(id, locale))) });
    }),
    get: verb(operations.get, ({ consultation }, { locale }) => get(consultation, locale)),
  };
}
