import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ContributionListInput } from '@parvis/contract';
import { failing } from '../shared/example.ts';
import { checkEveryState } from '../testing/every-state.ts';
import { all, announced, focused, forgetEverything, inState, labelled, loaded, named, place, until, words, write } from '../testing/page.ts';
import './define.ts';
import { examples } from './feedback.examples.ts';
import type { ParvisFeedback } from './feedback.ts';

const tag = 'parvis-feedback';
const inFeedback = (name: string) => inState<ParvisFeedback>(tag, examples, name);
const source = () => examples.find((e) => e.name === 'ready')?.backend().feedback ?? {};
const again = async (verbs: object = {}, attributes: Record<string, string> = {}): Promise<ParvisFeedback> => {
  const element = await place<ParvisFeedback>(tag, { consultation: 'feedback-test', ...attributes }, { feedback: { ...source(), ...verbs } });
  await until(() => loaded(element), 'the list');
  return element;
};
const clean = async () => {
  history.replaceState(null, '', location.pathname + location.search);
  await forgetEverything();
};

checkEveryState(tag, examples);

describe('Reading what became of ideas', () => {
  beforeEach(clean);

  it('each entry says what people said, what the town did, and where it stands in words', async () => {
    const feedback = await inFeedback('ready');
    const first = words(all(feedback, '.pv-items > li')[0]);
    for (const part of ['Un préau pour l’école des Tilleuls', 'Terminé', 'Vous avez dit', 'Les enfants attendent', 'Nous avons fait', 'Le préau est construit', '48 000 €'.replace(' ', '\u202f')]) {
      expect(first.replace(/\s/g, ' ')).to.contain(part.replace(/\s/g, ' '));
    }
  });

  it('where nothing can be sent, steps are read, and nobody is asked for an opinion, an address or a code', async () => {
    const timeline = await inFeedback('reading-only');
    expect(words(timeline.renderRoot.querySelector('.pv-steps'))).to.contain('Choisi par les habitants');
    expect(all(timeline, '.pv-useful, form')).to.deep.equal([]);
    const list = await again({ rate: undefined, follow: undefined });
    expect(words(list.renderRoot.querySelector('.pv-items'))).to.contain('Un préau');
    expect(all(list, '[name=code]')).to.deep.equal([]);
  });

  it('an idea without an answer says so, rather than nothing', async () => {
    const feedback = await inFeedback('ready');
    expect(words(all(feedback, '.pv-items > li')[2])).to.contain('Pas encore de réponse.');
  });

  it('each link to steps names its subject', async () => {
    const feedback = await inFeedback('ready');
    expect(all(feedback, '.pv-open').map((a) => a.getAttribute('aria-label'))).to.include('Voir les étapes\u00a0: Une piscine couverte');
  });

  it('a search waits for a pause, asks once, and says how many were found', async () => {
    const asked: ContributionListInput[] = [];
    const feedback = await again({ list: (input: ContributionListInput) => { asked.push(input); return source().list?.(input); } });
    await write(feedback, 'Chercher un projet ou un lieu', 'ba');
    await write(feedback, 'Chercher un projet ou un lieu', 'banc');
    await until(() => announced(feedback) === '1 résultat trouvé.', 'the number to be said');
    expect(asked.map((a) => a.q)).to.deep.equal([undefined, 'banc']);
    expect(all(feedback, '.pv-items > li').length).to.equal(1);
  });

  it('a state can be chosen, and nothing found leads back to everything', async () => {
    const feedback = await again();
    const select = labelled<HTMLSelectElement>(feedback, 'Où en est-on ?');
    select.value = 'abandoned';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => named(feedback, 'Tout afficher'), 'the way back');
    named(feedback, 'Tout afficher').click();
    await until(() => all(feedback, '.pv-items > li').length === 4, 'the whole list');
    await until(() => focused(feedback) === labelled(feedback, 'Chercher un projet ou un lieu'), 'focus in the search');
  });

  it('showing more adds entries and puts focus on the first new one', async () => {
    const feedback = await again({ list: async (input: ContributionListInput) => {
      const page = await source().list?.({ consultation: 'x' });
      return input.cursor ? { ...page, items: page?.items.slice(2) } : { ...page, items: page?.items.slice(0, 2), next: 'suite' };
    } });
    named(feedback, 'Afficher la suite').click();
    await until(() => words(focused(feedback)) === 'Des bancs à l’ombre', 'focus on the third entry');
    expect(all(feedback, '.pv-items > li').length).to.equal(4);
    expect(all(feedback, 'button').map(words)).to.not.include('Afficher la suite');
  });

  it('by keyboard alone: from the list to the steps and back to the same entry', async () => {
    const feedback = await again();
    named(feedback, 'Voir les étapes : Des pistes cyclables vers la gare').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(feedback)) === 'Des pistes cyclables vers la gare' && focused(feedback)?.localName === 'h2', 'focus on the timeline');
    await sendKeys({ press: 'Tab' });
    named(feedback, 'Revenir à la liste').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(feedback)?.localName === 'h3' && words(focused(feedback)) === 'Des pistes cyclables vers la gare', 'focus on the entry');
  });

  it('the back button of the browser leads from the steps to the list', async () => {
    const feedback = await again();
    named(feedback, 'Voir les étapes : Des pistes cyclables vers la gare').click();
    await until(() => all(feedback, '.pv-steps').length === 1, 'the steps');
    history.back();
    await until(() => all(feedback, '.pv-items').length === 1, 'the list');
  });

  it('steps stand in their order, each with its state and date in words; the one under way is marked', async () => {
    const feedback = await inFeedback('timeline');
    expect(all(feedback, '.pv-steps > li').map((s) => words(s.querySelector('p')))).to.deep.equal([
      'fait, 20 juin 2025', 'fait, novembre 2025', 'en retard : c’était prévu pour septembre 2026', 'prévu pour mars 2027',
    ]);
    expect(words(feedback.renderRoot.querySelector('[aria-current=step]'))).to.contain('Travaux, seconde partie');
  });

  it('documents are named with their format and weight', async () => {
    const feedback = await inFeedback('timeline');
    expect(all(feedback, '.pv-file').map((a) => words(a).replace(/\s/g, ' '))).to.deep.equal(['Plan du tracé (PDF, 1,2 Mo)', 'Compte rendu de la réunion (ODT, 48 ko)']);
  });

  it('HTML in a title is only text', async () => {
    const feedback = await inFeedback('long-words');
    expect(feedback.renderRoot.querySelector('.pv-items script, .pv-items img, .pv-items b')).to.equal(null);
  });

  it('two copies on one page share no id', async () => {
    const [one, two] = [await inFeedback('ready'), await inFeedback('timeline')];
    const ids = [one, two].flatMap((e) => [...e.renderRoot.querySelectorAll('[id]')].map((x) => x.id));
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('Finding one’s contribution by its tracking code', () => {
  beforeEach(clean);

  it('a code typed in small letters with spaces finds the steps', async () => {
    let asked = '';
    const feedback = await again({ timeline: (input: { trackingCode?: string }) => { asked = input.trackingCode ?? ''; return source().timeline?.({ consultation: 'x', id: 'pistes' }); } });
    await write(feedback, 'Votre code de suivi', '7kqm 4xtp-9wac 3rhd');
    named(feedback, 'Voir où elle en est').click();
    await until(() => all(feedback, '.pv-steps').length === 1, 'the steps');
    expect(asked).to.equal('7KQM4XTP9WAC3RHD');
  });

  it('an unknown or empty code says what to do, beside the field, with focus in it', async () => {
    const feedback = await inFeedback('code-unknown');
    await until(() => focused(feedback) === labelled(feedback, 'Votre code de suivi'), 'focus in the field');
    expect(words(feedback.renderRoot.querySelector('.pv-error'))).to.contain('Comparez-le, lettre par lettre');
    await write(feedback, 'Votre code de suivi', ' ');
    named(feedback, 'Voir où elle en est').click();
    await until(() => words(feedback.renderRoot.querySelector('.pv-error')).includes('Écrivez le code qui est sur votre reçu.'), 'the other sentence');
  });

  it('the code stays in its field when the service cannot be reached', async () => {
    const feedback = await again({ timeline: failing('offline') });
    await write(feedback, 'Votre code de suivi', '7KQM 4XTP 9WAC 3RHD');
    named(feedback, 'Voir où elle en est').click();
    await until(() => announced(feedback).includes('Vérifiez votre connexion'), 'the failure to be said');
    expect(labelled(feedback, 'Votre code de suivi').value).to.equal('7KQM 4XTP 9WAC 3RHD');
  });
});

describe('Asking for news of a contribution', () => {
  beforeEach(clean);

  it('an address without consent is not sent: the summary takes focus and leads to the box', async () => {
    const feedback = await inFeedback('timeline');
    await write(feedback, 'Votre adresse e-mail', 'ines.moreau@exemple.fr');
    named(feedback, 'Recevoir les nouvelles').click();
    await until(() => focused(feedback)?.id.endsWith('mistakes'), 'focus on the summary');
    named(feedback, /Cochez la case pour accepter/).click();
    expect(focused(feedback)).to.equal(labelled(feedback, /J’accepte que mon adresse/));
  });

  it('asked for, kept over a reload, and taken back with a higher number; then the address is forgotten', async () => {
    const sent: { follow: boolean; sequence: number }[] = [];
    const follow = (input: { follow: boolean; sequence: number }) => { sent.push(input); return Promise.resolve({ following: input.follow, sequence: input.sequence }); };
    const first = await again({ follow }, { contribution: 'pistes' });
    await write(first, 'Votre adresse e-mail', 'ines.moreau@exemple.fr');
    labelled(first, /J’accepte/).click();
    named(first, 'Recevoir les nouvelles').click();
    await until(() => announced(first).includes('ines.moreau@exemple.fr'), 'the confirmation');
    first.remove();
    const second = await again({ follow }, { contribution: 'pistes' });
    named(second, 'Ne plus recevoir les nouvelles').click();
    await until(() => announced(second).includes('effacée'), 'the confirmation');
    expect(sent.map(({ follow: f, sequence }) => [f, sequence])).to.deep.equal([[true, 1], [false, 2]]);
    expect(labelled(second, 'Votre adresse e-mail').value).to.equal('');
  });

  it('when it does not leave, the address stays in the field and the sentence says what to do', async () => {
    const feedback = await inFeedback('send-failed');
    expect(words(feedback.renderRoot.querySelector('[role=alert]'))).to.contain('Rien n’a été perdu');
    expect(labelled(feedback, 'Votre adresse e-mail').value).to.equal('ines.moreau@exemple.fr');
  });
});
