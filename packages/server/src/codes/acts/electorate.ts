import { Stop } from '../../cli/stop.ts';
import { counted, figure } from '../../import/text.ts';
import type { Store } from '../../store/store.ts';
import type { Target } from '../target.ts';

/** No ballot may have more codes than it has voters: somebody would vote twice. Void codes and tests are not among them. @throws Stop */
export async function refuseTooMany(store: Store, { consultation, ballots }: Target, more: number): Promise<void> {
  const counts = await store.codeCounts(consultation.id);
  for (const { id, electorate } of ballots) {
    const { used = 0, unused = 0 } = counts.find(({ ballot }) => ballot === id) ?? {};
    const all = used + unused + more;
    if (electorate === undefined || all <= electorate) continue;
    const sum = used + unused > 0 ? `${counted(used + unused, 'code')} et ${figure(more)} de plus font ${figure(all)}` : `La liste a ${counted(more, 'ligne')}`;
    throw new Stop(`${id} : ${sum}, et ce vote compte ${counted(electorate, 'voix', 'voix')} ("electorate": ${electorate}).\nEnlevez des lignes de la liste. Si elles sont justes, écrivez "electorate": ${all} dans le fichier de la consultation, puis : parvis open FICHIER. Rien n’est créé.`);
  }
}
