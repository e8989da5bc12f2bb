import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { failing } from '../shared/example.ts';
import { checkEveryState } from '../testing/every-state.ts';
import { all, announced, focused, forgetEverything, inState, labelled, loaded, named, place, until, words, write } from '../testing/page.ts';
import './define.ts';
import { examples } from './faq.examples.ts';
import type { ParvisFaq } from './faq.ts';

const tag = 'parvis-faq';
const inFaq = (name: string) => inState<ParvisFaq>(tag, examples, name);
const source = examples.find((e) => e.name === 'ready')?.backend as () => NonNullable<ReturnType<(typeof examples)[number]['backend']>>;
const again = async (faq: object = {}): Promise<ParvisFaq> => {
  const element = await place<ParvisFaq>(tag, { consultation: 'faq-test' }, { faq: { ...source().faq, ...faq } });
  await until(() => loaded(element), 'the questions');
  return element;
};

checkEveryState(tag, examples);

describe('Reading questions and answers', () => {
  beforeEach(async () => {
    history.replaceState(null, '', location.pathname + location.search);
    await forgetEverything();
  });

  it('every question is a heading with a button that says whether its answer is open', async () => {
    const faq = await inFaq('ready');
    const rows = all(faq, 'h4 > button');
    expect(rows.map(words)).to.include('Qui peut voter ?');
    expect(rows.map((r) => r.getAttribute('aria-expanded'))).to.deep.equal(rows.map(() => 'false'));
  });

  it('by keyboard alone: Tab reaches a question, Enter opens it, Space closes it, focus stays', async () => {
    const faq = await inFaq('ready');
    labelled<HTMLSelectElement>(faq, 'Thème').focus();
    await sendKeys({ press: 'Tab' });
    expect(words(focused(faq))).to.equal('Qui peut voter ?');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(faq)?.getAttribute('aria-expanded') === 'true', 'the answer to open');
    expect(words(faq.renderRoot.querySelector('.pv-answer:not([hidden])'))).to.contain('Toute personne qui habite la commune');
    await sendKeys({ press: ' ' });
    await until(() => focused(faq)?.getAttribute('aria-expanded') === 'false', 'the answer to close');
    expect(words(focused(faq))).to.equal('Qui peut voter ?');
  });

  it('where nothing can be sent, nobody is asked what they think of an answer', async () => {
    const faq = await inFaq('reading-only');
    expect(words(faq.renderRoot.querySelector('.pv-answer:not([hidden])'))).to.contain('Toute personne qui habite la commune');
    expect(all(faq, '.pv-useful, form')).to.deep.equal([]);
  });

  it('several answers stay open at once', async () => {
    const faq = await inFaq('open');
    expect(all(faq, '.pv-answer').filter((a) => !a.hidden).length).to.equal(2);
  });

  it('a search shows what fits and says how many after a pause, in a region that was there before', async () => {
    const faq = await inFaq('ready');
    const region = faq.renderRoot.querySelector('[role=status]');
    await write(faq, 'Chercher dans les questions', 'papier');
    expect(all(faq, 'h4 > button').map(words)).to.deep.equal(['Peut-on voter sur papier ?']);
    expect(announced(faq), 'nothing is said while typing').to.equal('');
    await until(() => announced(faq) === '1 question trouvée.', 'the number to be said');
    expect(faq.renderRoot.querySelector('[role=status]')).to.equal(region);
  });

  it('a search that finds nothing says what to do, and one button shows all again with focus in the search', async () => {
    const faq = await inFaq('nothing-found');
    named(faq, 'Tout afficher').click();
    await until(() => focused(faq) === labelled(faq, 'Chercher dans les questions'), 'focus in the search');
    expect(all(faq, 'h4 > button').length).to.equal(5);
  });

  it('an address with #faq-papier opens that answer and puts focus on its question', async () => {
    location.hash = '#faq-papier';
    const faq = await again();
    await until(() => words(focused(faq)) === 'Peut-on voter sur papier ?', 'focus on the question');
    expect(focused(faq)?.getAttribute('aria-expanded')).to.equal('true');
  });

  it('following a link to an answer on the same page opens it too, also when a search had hidden it', async () => {
    const faq = await again();
    await write(faq, 'Chercher dans les questions', 'papier');
    location.hash = '#faq-choix';
    await until(() => words(focused(faq)) === 'Qui choisit les projets soumis au vote ?', 'focus on the question');
  });

  it('words found by the browser in a closed answer open it', async () => {
    const faq = await inFaq('ready');
    faq.renderRoot.querySelector('.pv-answer')?.dispatchEvent(new Event('beforematch'));
    await faq.updateComplete;
    expect(named(faq, 'Qui peut voter ?').getAttribute('aria-expanded')).to.equal('true');
  });

  it('an opinion is shown as pressed, thanked for, and still there after a reload', async () => {
    const first = await again();
    named(first, 'Qui peut voter ?').click();
    await first.updateComplete;
    named(first, 'Oui').click();
    await until(() => announced(first).startsWith('Merci'), 'thanks');
    first.remove();
    const second = await again();
    named(second, 'Qui peut voter ?').click();
    await second.updateComplete;
    expect(named(second, 'Oui').getAttribute('aria-pressed')).to.equal('true');
  });

  it('a changed opinion carries a higher number, so that an old retry never wins', async () => {
    const sent: { useful: boolean; sequence: number }[] = [];
    const faq = await again({ rate: (input: { useful: boolean; sequence: number }) => { sent.push(input); return Promise.resolve(input); } });
    named(faq, 'Qui peut voter ?').click();
    await faq.updateComplete;
    named(faq, 'Oui').click();
    await until(() => sent.length === 1, 'the first opinion');
    named(faq, 'Non').click();
    await until(() => sent.length === 2, 'the second opinion');
    expect(sent.map(({ useful, sequence }) => ({ useful, sequence }))).to.deep.equal([{ useful: true, sequence: 1 }, { useful: false, sequence: 2 }]);
  });

  it('after an opinion whose answer was lost, the next one still counts as newer', async () => {
    const sent: number[] = [];
    const faq = await again({ rate: (input: { sequence: number }) => { sent.push(input.sequence); return sent.length === 1 ? failing('offline')() : Promise.resolve(input); } });
    named(faq, 'Qui peut voter ?').click();
    await faq.updateComplete;
    named(faq, 'Oui').click();
    await until(() => announced(faq).includes('n’est pas parti'), 'the failure to be said');
    named(faq, 'Non').click();
    await until(() => announced(faq).startsWith('Merci'), 'thanks');
    expect(sent).to.deep.equal([1, 2]);
  });

  it('an opinion that did not leave is taken back and said', async () => {
    const faq = await again({ rate: failing('offline') });
    named(faq, 'Qui peut voter ?').click();
    await faq.updateComplete;
    named(faq, 'Non').click();
    await until(() => announced(faq).includes('n’est pas parti'), 'the failure to be said');
    expect(named(faq, 'Non').getAttribute('aria-pressed')).to.equal('false');
  });

  it('all pages of a long list are read', async () => {
    const page = await source().faq?.list?.({ consultation: 'x' });
    const [a, b] = [page?.items.slice(0, 2), page?.items.slice(2)];
    const faq = await again({ list: ({ cursor }: { cursor?: string }) => Promise.resolve(cursor ? { ...page, items: b } : { ...page, items: a, next: 'suite' }) });
    expect(all(faq, 'h4 > button').length).to.equal(5);
  });

  it('HTML in a question or an answer is only text', async () => {
    const faq = await inFaq('long-words');
    expect(faq.renderRoot.querySelector('.pv-answer script, .pv-answer img, .pv-answer b, h4 b')).to.equal(null);
    expect(words(faq.renderRoot.querySelector('.pv-rows'))).to.not.equal('');
  });

  it('two copies on one page share no id', async () => {
    const one = await inFaq('asking');
    const two = await inFaq('asking');
    const ids = [one, two].flatMap((e) => [...e.renderRoot.querySelectorAll('[id]')].map((x) => x.id));
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('Asking a question', () => {
  beforeEach(forgetEverything);

  it('opening the form puts focus in the question', async () => {
    const faq = await again();
    named(faq, 'Poser une question').click();
    await until(() => focused(faq) === labelled(faq, 'Votre question'), 'focus in the field');
  });

  it('mistakes: the summary takes focus, says how many, and each link leads to its field', async () => {
    const faq = await inFaq('error');
    await until(() => focused(faq)?.id.endsWith('mistakes'), 'focus on the summary');
    expect(words(focused(faq))).to.contain('Il y a 2 choses à corriger');
    expect(faq.renderRoot.querySelector('[role=alert]')).to.not.equal(null);
    named(faq, 'Écrivez au moins 10 caractères.').click();
    expect(focused(faq)).to.equal(labelled(faq, 'Votre question'));
    const described = labelled(faq, 'Votre question').getAttribute('aria-describedby')?.split(' ').map((id) => words((faq.renderRoot as ShadowRoot).getElementById(id))).join(' ');
    expect(described).to.contain('Erreur : Écrivez au moins 10 caractères.');
    expect(labelled(faq, 'Votre question').getAttribute('aria-invalid')).to.equal('true');
  });

  it('a question that arrived: focus on the good news, with the code in groups of four', async () => {
    const faq = await inFaq('done');
    await until(() => words(focused(faq)) === 'Votre question est bien arrivée', 'focus on the heading');
    expect(words(faq.renderRoot.querySelector('.pv-code'))).to.equal('7KQM 4XTP 9WAC 3RHD');
  });

  it('when sending fails nothing is lost, and the next try carries the same key', async () => {
    const keys: string[] = [];
    let works = false;
    const receipt = await source().faq?.ask?.({ consultation: 'x', key: 'k'.repeat(22), question: 'x' });
    const faq = await again({ ask: (input: { key: string }) => { keys.push(input.key); return works ? Promise.resolve(receipt) : failing('offline')(); } });
    named(faq, 'Poser une question').click();
    await faq.updateComplete;
    await write(faq, 'Votre question', 'Y aura-t-il un bureau de vote au marché ?');
    named(faq, 'Envoyer ma question').click();
    await until(() => words(faq.renderRoot.querySelector('[role=alert]')).includes('Rien n’a été perdu'), 'the failure to be said');
    expect(labelled<HTMLTextAreaElement>(faq, 'Votre question').value).to.contain('au marché');
    works = true;
    named(faq, 'Envoyer ma question').click();
    await until(() => faq.renderRoot.querySelector('.pv-code'), 'the code');
    expect(keys.length).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('pressing twice sends once', async () => {
    let calls = 0;
    const faq = await again({ ask: () => { calls += 1; return new Promise(() => undefined); } });
    named(faq, 'Poser une question').click();
    await faq.updateComplete;
    await write(faq, 'Votre question', 'Y aura-t-il un bureau de vote au marché ?');
    named(faq, 'Envoyer ma question').click();
    named(faq, 'Envoyer ma question').click();
    await until(() => calls > 0, 'the question to leave');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(calls).to.equal(1);
  });

  it('a question begun is given back after a reload, with a word that says so', async () => {
    const first = await again();
    named(first, 'Poser une question').click();
    await first.updateComplete;
    await write(first, 'Votre question', 'أين يقع مكتب التصويت؟ 👩🏽‍🌾 <b>');
    await new Promise((resolve) => setTimeout(resolve, 100));
    first.remove();
    const second = await again();
    expect(labelled<HTMLTextAreaElement>(second, 'Votre question').value).to.equal('أين يقع مكتب التصويت؟ 👩🏽‍🌾 <b>');
    expect(words(second.renderRoot.querySelector('.pv-ask'))).to.contain('Nous avons gardé la question');
  });

  it('50,000 characters are kept whole and the sentence says how many to take away', async () => {
    const faq = await again();
    named(faq, 'Poser une question').click();
    await faq.updateComplete;
    await write(faq, 'Votre question', 'a'.repeat(50_000));
    named(faq, 'Envoyer ma question').click();
    await until(() => focused(faq)?.id.endsWith('mistakes'), 'the summary');
    expect(words(focused(faq)).replace(/\s/g, '')).to.contain('Enlevez48000caractères.');
    expect(labelled<HTMLTextAreaElement>(faq, 'Votre question').value.length).to.equal(50_000);
  });

  it('where questions are closed, the page says so and offers no form', async () => {
    const faq = await inFaq('closed');
    expect(all(faq, 'button').map(words)).to.not.include('Poser une question');
    expect(words(faq.renderRoot.querySelector('.pv-ask'))).to.contain('On ne peut plus poser de question');
  });

  it('the fallback link stays where the service is not offered', async () => {
    const faq = await inFaq('not-offered');
    expect(faq.renderRoot.querySelector('slot')).to.not.equal(null);
    expect(faq.querySelector('a')?.getClientRects().length).to.be.greaterThan(0);
  });
});
