import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { failing } from '../shared/example.ts';
import { checkEveryState } from '../testing/every-state.ts';
import { all, announced, focused, forgetEverything, inState, labelled, named, place, until, words, write } from '../testing/page.ts';
import { asked, idea, openForm, receipt, replaced, send, text, title, toReview, writeIdea } from '../testing/proposal-form.ts';
import './define.ts';
import { examples } from './proposal-form.examples.ts';
import type { ParvisProposalForm } from './proposal-form.ts';

const tag = 'parvis-proposal-form';
const group = (form: ParvisProposalForm, name: RegExp) =>
  all<HTMLFieldSetElement>(form, 'fieldset').find((set) => name.test(words(set.querySelector('legend')))) as HTMLFieldSetElement;
const check = (form: ParvisProposalForm) => named(form, 'Vérifier ma proposition').click();
const descriptionOf = (form: ParvisProposalForm, control: Element): string =>
  (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => words(form.renderRoot.querySelector(`#${id}`))).join(' ');
/** Puts several presses into one: until the control with focus fits. */
const tabTo = async (form: ParvisProposalForm, fits: (control: HTMLElement) => boolean): Promise<void> => {
  for (let presses = 0; presses < 30; presses += 1) {
    const control = focused(form);
    if (control && fits(control)) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error('not reached by the Tab key');
};

checkEveryState(tag, examples);

describe('Writing a proposal', () => {
  beforeEach(forgetEverything);

  it('every control has a name; optional ones say so, the others say nothing', async () => {
    const form = await openForm();
    expect(labelled(form, title).type).to.equal('text');
    expect(labelled(form, text).localName).to.equal('textarea');
    expect(labelled(form, 'Lieu (facultatif)').type).to.equal('text');
    expect(labelled(form, 'Adresse e-mail').type).to.equal('email');
    expect(labelled(form, /^J’accepte que mon adresse soit gardée par la commune de Brévaux/).type).to.equal('checkbox');
    expect(words(group(form, /Sujet/).querySelector('legend'))).to.equal('Sujet (facultatif)');
    expect(group(form, /Quel âge/).getAttribute('aria-describedby')).to.match(/-hint$/);
  });

  it('nothing is chosen or written beforehand', async () => {
    const form = await openForm();
    expect(all<HTMLInputElement>(form, 'input, textarea').filter((c) => c.checked || (c.type !== 'radio' && c.type !== 'checkbox' && c.value))).to.deep.equal([]);
  });

  it('asks only what the organiser asks', async () => {
    const form = await openForm({ form: { categories: [], place: false, contact: false, profile: undefined } });
    expect(all<HTMLInputElement>(form, 'input, textarea, select').map((c) => c.name)).to.deep.equal(['title', 'text']);
  });

  it('more than six subjects are a list that starts without a choice', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'many-categories');
    const list = labelled<HTMLSelectElement>(form, 'Sujet (facultatif)');
    expect(list.selectedOptions[0]?.label).to.equal('Aucun choix');
    expect(list.value).to.equal('');
  });

  it('a choice made can be taken back', async () => {
    const form = await openForm();
    await writeIdea(form);
    labelled(form, 'Entraide').click();
    group(form, /Sujet/).querySelector<HTMLInputElement>('[value=""]')?.click();
    check(form);
    await until(() => named(form, 'Envoyer ma proposition'), 'the review');
    expect(words(form.renderRoot.querySelector('dl'))).to.not.contain('Entraide');
  });

  it('can be done with the keyboard alone, and focus is never lost', async () => {
    const form = await openForm();
    await tabTo(form, (c) => c === labelled(form, title));
    await sendKeys({ type: 'Un banc' });
    await tabTo(form, (c) => c === labelled(form, text));
    await sendKeys({ type: 'Il manque un banc au bord de la rivière.' });
    await tabTo(form, (c) => (c as HTMLInputElement).name === 'category');
    await sendKeys({ type: ' ' });
    await tabTo(form, (c) => c === named(form, 'Vérifier ma proposition'));
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(form)) === 'Vérifiez votre proposition', 'focus on the heading of the review');
    await tabTo(form, (c) => c === named(form, 'Revenir en arrière'));
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(form)) === 'Proposer une idée', 'focus on the heading of the form');
    expect(labelled(form, title).value).to.equal('Un banc');
    expect(group(form, /Sujet/).querySelectorAll(':checked').length).to.equal(1);
    await tabTo(form, (c) => c === named(form, 'Vérifier ma proposition'));
    await sendKeys({ press: 'Enter' });
    await tabTo(form, (c) => words(c) === 'Envoyer ma proposition');
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(form)) === 'Nous avons bien reçu votre proposition', 'focus on the heading of the receipt');
  });

  it('every step says which it is', async () => {
    const form = await openForm();
    const step = () => words(form.renderRoot.querySelector('header p'));
    expect(step()).to.equal('Étape 1 sur 3 : écrire');
    await toReview(form);
    expect(step()).to.equal('Étape 2 sur 3 : vérifier');
    send(form);
    await until(() => step() === 'Étape 3 sur 3 : terminé', 'the last step');
  });

  it('two forms on one page share no id', async () => {
    const [one, two] = [await openForm(), await openForm()];
    const ids = [one, two].flatMap((form) => [...form.renderRoot.querySelectorAll('[id]')].map((e) => e.id));
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids.length).to.be.greaterThan(20);
  });

  it('speaks the language around it when that language comes, and French when it does not', async () => {
    const { ParvisProposalForm: cls } = await import('./proposal-form.ts');
    const { fr } = await import('./proposal-form.messages.ts');
    const { shared } = await import('../shared/shared.messages.ts');
    const backend = { consultations: { get: asked }, proposals: { submit: () => Promise.resolve(receipt) } };
    cls.loadMessages = (lang) => (lang === 'en' ? Promise.resolve({ ...shared, ...fr, title: 'Suggest an idea' }) : Promise.reject(new Error('none')));
    try {
      const english = await place<ParvisProposalForm>(tag, { consultation: 'berges' }, backend, { lang: 'en' });
      await until(() => words(english.renderRoot.querySelector('h2')) === 'Suggest an idea', 'the form in English');
      const other = await place<ParvisProposalForm>(tag, { consultation: 'berges' }, backend, { lang: 'br' });
      await until(() => words(other.renderRoot.querySelector('h2')) === 'Proposer une idée', 'the form in French');
      expect(other.renderRoot.querySelector('.pv-root')?.getAttribute('lang')).to.equal('fr');
    } finally {
      delete cls.loadMessages;
    }
  });
});

describe('Mistakes in a proposal', () => {
  beforeEach(forgetEverything);

  it('one summary takes focus and leads to each field', async () => {
    const form = await openForm();
    await write(form, 'Adresse e-mail', 'nom.exemple.fr');
    check(form);
    await until(() => focused(form)?.id.endsWith('errors'), 'focus on the summary');
    const summary = focused(form) as HTMLElement;
    expect(words(summary.querySelector('[role=alert]'))).to.equal('Il y a 3 choses à corriger');
    expect([...summary.querySelectorAll('a')].map(words).map((w) => w.split('.')[0])).to.deep.equal([
      'Donnez un titre à votre idée', 'Écrivez votre idée', 'Écrivez une adresse e-mail complète, comme nom@exemple',
    ]);
    summary.querySelectorAll('a')[1]?.click();
    expect(focused(form)).to.equal(labelled(form, text));
    labelled(form, text).focus();
    summary.querySelectorAll('a')[2]?.click();
    expect(focused(form)).to.equal(labelled(form, 'Adresse e-mail'));
  });

  it('each field with a mistake is marked and described by what to do', async () => {
    const form = await openForm();
    check(form);
    await until(() => focused(form)?.id.endsWith('errors'), 'the summary');
    const control = labelled(form, title);
    expect(control.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(form, control)).to.contain('Erreur : Donnez un titre à votre idée.');
    expect(labelled(form, 'Lieu (facultatif)').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('an address without consent leads to the box to tick', async () => {
    const form = await openForm();
    await writeIdea(form);
    await write(form, 'Adresse e-mail', 'lou@exemple.fr');
    check(form);
    await until(() => focused(form)?.id.endsWith('errors'), 'the summary');
    focused(form)?.querySelector('a')?.click();
    expect(focused(form)).to.equal(labelled(form, /^J’accepte/));
    expect(descriptionOf(form, labelled(form, /^J’accepte/))).to.contain('Cochez la case');
  });

  it('stay while one writes and go with the next check', async () => {
    const form = await openForm();
    check(form);
    await until(() => focused(form)?.id.endsWith('errors'), 'the summary');
    await write(form, title, 'Un banc');
    expect(labelled(form, title).getAttribute('aria-invalid')).to.equal('true');
    check(form);
    await until(() => words(form.renderRoot.querySelector('[role=alert]')) === 'Il y a 1 chose à corriger', 'one mistake left');
    expect(labelled(form, title).hasAttribute('aria-invalid')).to.equal(false);
  });

  it('what the service refuses comes in the same summary, with what was written', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'refused');
    expect(words(focused(form))).to.contain('Choisissez un sujet de la liste.');
    focused(form)?.querySelector('a')?.click();
    expect(focused(form)).to.equal(group(form, /Sujet/));
    expect(labelled(form, title).value).to.equal('Un banc à l’ombre tous les cent mètres');
  });

  it('a service that wants consent without saying where leads to the box', async () => {
    const form = await openForm({ submit: failing('consent-required') });
    await toReview(form);
    send(form);
    await until(() => words(focused(form)).includes('Cochez la case'), 'the summary');
  });
});

describe('Counting characters', () => {
  beforeEach(forgetEverything);

  it('what is left stands under the field, and describes it', async () => {
    const form = await openForm({ form: { titleMax: 20 } });
    await write(form, title, 'Un banc 👩🏽‍🌾');
    expect(descriptionOf(form, labelled(form, title))).to.equal('Il reste 11 caractères.');
  });

  it('is not said while there is room, said after a pause near the limit, and never at each letter', async () => {
    const form = await openForm({ form: { titleMax: 100 } });
    const said: string[] = [];
    new MutationObserver(() => said.push(announced(form))).observe(form.renderRoot.querySelector('[role=status]') as Element, { childList: true, characterData: true, subtree: true });
    await write(form, title, 'a'.repeat(50));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(said).to.deep.equal([]);
    for (let n = 88; n < 96; n += 1) await write(form, title, 'a'.repeat(n));
    expect(said).to.deep.equal([]);
    await until(() => said.length > 0, 'the count');
    expect(said).to.deep.equal(['Il reste 5 caractères.']);
  });

  it('50,000 characters are kept whole, and the sentence says how many to take away', async () => {
    const form = await openForm();
    await write(form, title, 'Un banc');
    await write(form, text, 'é'.repeat(50_000));
    check(form);
    await until(() => focused(form)?.id.endsWith('errors'), 'the summary');
    expect(words(focused(form)).replace(/\s/g, '')).to.contain('Raccourcissezvotreidéede48500caractères.');
    expect(labelled(form, text).value.length).to.equal(50_000);
    expect(descriptionOf(form, labelled(form, text)).replace(/\s/g, '')).to.contain('Ilya48500caractèresdetrop.');
  });
});

describe('What people write in a proposal', () => {
  beforeEach(forgetEverything);

  it('is shown as text, never as code', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'hostile');
    expect(words(form.renderRoot.querySelector('dl'))).to.contain('<script>alert(1)</script>').and.to.contain('&amp; ${7*7} {{7*7}}');
    expect(form.renderRoot.querySelectorAll('script, img, svg, b').length).to.equal(0);
  });

  it('keeps its direction and its lines', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'long-words');
    const arabic = all(form, 'dd p').find((p) => words(p).startsWith('أريد')) as HTMLElement;
    expect(getComputedStyle(arabic).direction).to.equal('rtl');
    expect(arabic.textContent).to.contain('\n🌳🌳🌳');
    expect(getComputedStyle(arabic).whiteSpace).to.equal('pre-line');
  });

  it('can be read when nothing can be sent any more: copied and printed', async () => {
    const written: string[] = [];
    const restore = replaced(navigator, 'clipboard', { writeText: (words: string) => Promise.resolve(void written.push(words)) });
    try {
      const form = await inState<ParvisProposalForm>(tag, examples, 'closed-midway');
      expect(words(focused(form))).to.equal('On ne peut plus envoyer d’idée');
      expect(words(form.renderRoot)).to.contain('Votre texte n’est pas parti.').and.to.contain('Un banc à l’ombre tous les cent mètres').and.to.contain('Des fiches en papier');
      named(form, 'Copier le texte').click();
      await until(() => announced(form) === 'C’est copié.', 'word that it is copied');
      expect(written[0]).to.contain('Un banc à l’ombre tous les cent mètres').and.to.contain('aucun endroit pour s’asseoir');
      expect(all(form, 'button').map(words)).to.include('Imprimer').and.to.not.include('Envoyer ma proposition');
    } finally {
      restore();
    }
  });
});

describe('A form that is not open', () => {
  beforeEach(forgetEverything);

  it('says from when one may write, and what to do until then', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'upcoming');
    expect(words(form.renderRoot)).to.contain('Vous pourrez proposer une idée à partir du 1 mars 2099.').and.to.contain('La commune refait les berges').and.to.contain('Des fiches en papier');
    expect(all(form, 'input, textarea')).to.deep.equal([]);
  });

  it('says since when it is closed', async () => {
    const form = await inState<ParvisProposalForm>(tag, examples, 'closed');
    expect(words(form.renderRoot)).to.contain('C’est fermé depuis le 30 juin 2024.');
  });

  it('does not name a day that has not come when it was closed early', async () => {
    const form = await openForm({ form: { status: 'closed', closesAt: '2099-06-30T20:00:00+02:00' } });
    expect(words(form.renderRoot)).to.contain('On ne peut plus envoyer d’idée').and.to.not.contain('depuis');
  });

  it('gives back what was written while it was open', async () => {
    const open = await openForm();
    await writeIdea(open);
    open.remove();
    const shut = await openForm({ form: { status: 'closed' } });
    expect(words(shut.renderRoot.querySelector('dl'))).to.contain(idea);
  });

  it('where no form is offered, the page says so and the plain link stays', async () => {
    const whole = await asked();
    const form = await place<ParvisProposalForm>(tag, { consultation: 'berges' }, { consultations: { get: () => Promise.resolve({ ...whole, proposalForm: undefined }) }, proposals: { submit: () => Promise.resolve(receipt) } });
    await until(() => words(form.renderRoot).includes('Pas proposé ici'), 'the word that it is not offered');
    expect(form.querySelector('a')?.getClientRects().length).to.be.greaterThan(0);
  });
});
