import { expect } from '@open-wc/testing';
import { ParvisError } from '@parvis/contract/errors';
import { failing } from '../shared/example.ts';
import { all, announced, focused, forgetEverything, inState, labelled, named, until, words, write } from '../testing/page.ts';
import { onDevice, openForm, receipt, replaced, send, title, toReview, writeIdea, type Sent, type Submit } from '../testing/proposal-form.ts';
import './define.ts';
import { examples } from './proposal-form.examples.ts';
import type { ParvisSentEvent } from './proposal-form.events.ts';
import type { ParvisProposalForm } from './proposal-form.ts';

const tag = 'parvis-proposal-form';
const arrived = (form: ParvisProposalForm) => until(() => words(focused(form)) === 'Nous avons bien reçu votre proposition', 'the receipt');
const failed = (form: ParvisProposalForm) => until(() => words(focused(form)) === 'Votre proposition n’est pas encore envoyée', 'the word that it is not sent');

/** A service that notes what comes, and answers as told: the n-th call gets the n-th answer, the last one stays. */
function service(...answers: (() => ReturnType<Submit>)[]): { sent: Sent[]; submit: Submit } {
  const sent: Sent[] = [];
  return {
    sent,
    submit: (input) => {
      sent.push(input);
      return (answers[Math.min(sent.length, answers.length) - 1] as () => ReturnType<Submit>)();
    },
  };
}
const yes = () => Promise.resolve(receipt);

describe('Sending a proposal', () => {
  beforeEach(forgetEverything);

  it('sends what was written, once, however often the button is pressed', async () => {
    const { sent, submit } = service(() => new Promise((resolve) => setTimeout(() => resolve(receipt), 100)));
    const form = await openForm({ submit });
    await toReview(form);
    const button = named(form, 'Envoyer ma proposition');
    button.click();
    button.click();
    button.click();
    await arrived(form);
    expect(sent.length).to.equal(1);
    expect(sent[0]).to.include({ consultation: 'berges', title: 'Des bancs à l’ombre', lang: 'fr' });
  });

  it('says that it is sending, in a region that was there before', async () => {
    const form = await openForm({ submit: () => new Promise(() => undefined) });
    const region = form.renderRoot.querySelector('[role=status]');
    await toReview(form);
    expect(form.renderRoot.querySelector('[role=status]')).to.equal(region);
    send(form);
    await until(() => announced(form) === 'Envoi en cours…', 'the announcement');
    expect(form.renderRoot.querySelector('[role=status]')).to.equal(region);
  });

  it('its key is on the device before anything leaves', async () => {
    let keptThen = '';
    const form = await openForm({
      submit: async (input) => {
        keptThen = JSON.stringify([...(await onDevice())]);
        expect(keptThen).to.contain(input.key);
        return receipt;
      },
    });
    await toReview(form);
    send(form);
    await arrived(form);
    expect(keptThen).to.contain('Des bancs à l’ombre');
  });

  it('when the answer is lost, the next try is the same act', async () => {
    const { sent, submit } = service(failing('offline'), yes);
    const form = await openForm({ submit });
    await toReview(form);
    send(form);
    await failed(form);
    expect(words(form.renderRoot)).to.contain('Rien n’a été perdu.');
    send(form);
    await arrived(form);
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it('when the answer is lost and the page is loaded again, the next try is the same act', async () => {
    const { sent, submit } = service(failing('offline'), yes);
    const first = await openForm({ submit });
    await toReview(first);
    send(first);
    await failed(first);
    first.remove();
    const second = await openForm({ submit });
    named(second, 'Vérifier ma proposition').click();
    await until(() => named(second, 'Envoyer ma proposition'), 'the review');
    send(second);
    await arrived(second);
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it('another text is another act', async () => {
    const { sent, submit } = service(failing('backend-fault'), yes);
    const form = await openForm({ submit });
    await toReview(form);
    send(form);
    await failed(form);
    named(form, 'Revenir en arrière').click();
    await form.updateComplete;
    await write(form, title, 'Des bancs au soleil');
    named(form, 'Vérifier ma proposition').click();
    await until(() => named(form, 'Envoyer ma proposition'), 'the review');
    send(form);
    await arrived(form);
    expect(sent[1]?.key).to.not.equal(sent[0]?.key);
  });

  it('a refusal that is not about what was written makes the next try a new act', async () => {
    const { sent, submit } = service(() => Promise.reject(new ParvisError('invalid', { issues: [{ pointer: '/key', code: 'already-used' }] })), yes);
    const form = await openForm({ submit });
    await toReview(form);
    send(form);
    await failed(form);
    send(form);
    await arrived(form);
    expect(sent[1]?.key).to.not.equal(sent[0]?.key);
  });

  it('too many at once: says when to try again', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'quota');
    expect(words(form.renderRoot)).to.contain('Vous pourrez envoyer de nouveau dans 5 minutes.');
    await failed(form);
  });

  it('an adapter that fails in its own way loses nothing either', async () => {
    const form = await openForm({ submit: () => Promise.reject(new TypeError('broken')) });
    await toReview(form);
    send(form);
    await failed(form);
    expect(words(form.renderRoot)).to.contain('Rien n’a été perdu.');
  });

  it('is given up when the form leaves the page', async () => {
    let signal: AbortSignal | undefined;
    const form = await openForm({ submit: (_, context) => { signal = context?.signal; return new Promise(() => undefined); } });
    await toReview(form);
    send(form);
    await until(() => signal, 'the call');
    form.remove();
    expect(signal?.aborted).to.equal(true);
  });

  it('going back while it is on its way is not possible, and said', async () => {
    const form = await openForm({ submit: () => new Promise(() => undefined) });
    await toReview(form);
    send(form);
    await until(() => announced(form), 'the announcement');
    named(form, 'Revenir en arrière').click();
    await form.updateComplete;
    expect(announced(form).trim()).to.equal('Envoi en cours…');
    expect(all(form, 'textarea')).to.deep.equal([]);
  });
});

describe('A proposal that has arrived', () => {
  beforeEach(forgetEverything);

  it('shows what was received, when, a code in groups of four, and what comes next', async () => {
    const form = await openForm();
    await toReview(form);
    send(form);
    await arrived(form);
    const panel = words(form.renderRoot.querySelector('[data-kind=ok]'));
    expect(panel).to.contain('Des bancs à l’ombre').and.to.contain('Reçue le 2 novembre 2026.').and.to.contain('7KQM 4XTP 9WAC 3RHD').and.to.contain('Un agent la lira avant publication.');
  });

  it('says that it is published when it is', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'published');
    expect(words(form.renderRoot.querySelector('[data-kind=ok]'))).to.contain('Elle est publiée.').and.to.not.contain('agent');
  });

  it('its code can be copied, and where the browser refuses, the page says what to do', async () => {
    const written: string[] = [];
    const form = await openForm();
    await toReview(form);
    send(form);
    await arrived(form);
    const allow = replaced(navigator, 'clipboard', { writeText: (code: string) => Promise.resolve(void written.push(code)) });
    named(form, 'Copier le code').click();
    await until(() => announced(form) === 'C’est copié.', 'word that it is copied');
    allow();
    const refuse = replaced(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('no')) });
    named(form, 'Copier le code').click();
    await until(() => announced(form).includes('Sélectionnez le texte'), 'word what to do');
    refuse();
    expect(written).to.deep.equal(['7KQM 4XTP 9WAC 3RHD']);
  });

  it('tells the page around it, without the code', async () => {
    const form = await openForm();
    let event: ParvisSentEvent | undefined;
    form.parentElement?.addEventListener('parvis-sent', (e) => { event = e as ParvisSentEvent; });
    await toReview(form);
    send(form);
    await arrived(form);
    expect(event).to.include({ proposal: 'p-7', status: 'pending', composed: true });
    expect(JSON.stringify(event)).to.not.contain('7KQM');
  });

  it('leaves no draft on the device', async () => {
    const form = await openForm();
    await toReview(form);
    send(form);
    await arrived(form);
    form.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...(await onDevice()).keys()]).to.deep.equal([]);
  });

  it('another one starts from an empty form and is another act', async () => {
    const { sent, submit } = service(yes);
    const form = await openForm({ submit });
    await toReview(form);
    send(form);
    await arrived(form);
    named(form, 'Écrire une autre proposition').click();
    await until(() => words(focused(form)) === 'Proposer une idée', 'focus on the heading');
    expect(labelled(form, title).value).to.equal('');
    await writeIdea(form, 'Des bancs à l’ombre');
    named(form, 'Vérifier ma proposition').click();
    await until(() => named(form, 'Envoyer ma proposition'), 'the review');
    send(form);
    await arrived(form);
    expect(sent[1]?.key).to.not.equal(sent[0]?.key);
  });
});
