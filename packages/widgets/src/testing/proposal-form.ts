import type { Consultation, PartialBackend, ProposalForm, ProposalReceipt } from '@parvis/contract';
import { loaded, named, place, until, write } from './page.ts';
import { examples } from '../proposal-form/proposal-form.examples.ts';
import type { ParvisProposalForm } from '../proposal-form/proposal-form.ts';

/** What the browser tests of the form share: a form in a page, and the steps through it. */

export type Submit = NonNullable<NonNullable<PartialBackend['proposals']>['submit']>;
export type Sent = Parameters<Submit>[0];

export const receipt: ProposalReceipt = { id: 'p-7', status: 'pending', trackingCode: '7KQM4XTP9WAC3RHD', receivedAt: '2026-11-02T09:00:00+01:00' };

/** What the town asks in these tests. */
export async function asked(): Promise<Consultation & { proposalForm: ProposalForm }> {
  const answer = await examples.find((e) => e.name === 'ready')?.backend().consultations?.get?.({ consultation: 'x' });
  return answer as Consultation & { proposalForm: ProposalForm };
}

interface Setting {
  submit?: Submit;
  form?: Partial<ProposalForm>;
  consultation?: string;
}

/** A form in the page, loaded. */
export async function openForm({ submit = () => Promise.resolve(receipt), form = {}, consultation = 'berges' }: Setting = {}): Promise<ParvisProposalForm> {
  const whole = await asked();
  const get = () => Promise.resolve({ ...whole, proposalForm: { ...whole.proposalForm, ...form } });
  const element = await place<ParvisProposalForm>('parvis-proposal-form', { consultation }, { consultations: { get }, proposals: { submit } });
  await until(() => loaded(element), 'the form');
  return element;
}

export const title = 'Titre de votre idée';
export const text = 'Votre idée';
export const idea = 'Il n’y a aucun banc entre le moulin et le pont.';

export async function writeIdea(element: ParvisProposalForm, words = 'Des bancs à l’ombre'): Promise<void> {
  await write(element, title, words);
  await write(element, text, idea);
}

export async function toReview(element: ParvisProposalForm): Promise<void> {
  await writeIdea(element);
  named(element, 'Vérifier ma proposition').click();
  await until(() => named(element, 'Envoyer ma proposition'), 'the review');
}

export const send = (element: ParvisProposalForm): void => named(element, 'Envoyer ma proposition').click();

/** Everything the device keeps. */
export async function onDevice(): Promise<Map<string, unknown>> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('parvis', 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const store = request.result.transaction('kept').objectStore('kept');
      const keys = store.getAllKeys();
      const values = store.getAll();
      values.onsuccess = () => {
        request.result.close();
        resolve(new Map(keys.result.map((key, i) => [String(key), values.result[i]])));
      };
    };
  });
}

/** For one test: a property replaced, and put back afterwards. */
export function replaced(object: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, value });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}
