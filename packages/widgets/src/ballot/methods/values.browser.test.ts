import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backendWith, bench, clock, garden, nameOf, openBallot, press, printedBy, toReview, type Sent } from '../../testing/ballot.ts';
import { all, announced, focused, forgetEverything, inState, named, until, words } from '../../testing/page.ts';
import { examples } from '../ballot.examples.ts';
import type { ParvisBallot } from '../ballot.ts';
import '../define.ts';
import { gradesBallot, scoreBallot } from './values.examples.ts';

const text = (element: ParvisBallot) => words(element.renderRoot);
const standing = (element: ParvisBallot) => words(element.renderRoot.querySelector('.pv-left'));
const inBallot = (name: string) => inState<ParvisBallot>('parvis-ballot', examples, name);
const groupOf = (element: ParvisBallot, label: string): HTMLFieldSetElement => {
  const found = all<HTMLFieldSetElement>(element, 'fieldset fieldset').find((group) => nameOf(element, group).includes(label));
  if (!found) throw new Error(`no group for ${label}`);
  return found;
};
const answer = (element: ParvisBallot, label: string, grade: string): HTMLInputElement => {
  const row = [...groupOf(element, label).querySelectorAll('label')].find((l) => words(l) === grade);
  if (!row?.control) throw new Error(`no answer ${grade}`);
  return row.control as HTMLInputElement;
};
const give = async (element: ParvisBallot, label: string, grade: string): Promise<void> => {
  answer(element, label, grade).click();
  await element.updateComplete;
};

describe('Giving grades', () => {
  beforeEach(forgetEverything);

  it('each option is a group of its own with its name; nothing is answered beforehand, and each says so', async () => {
    const ballot = await openBallot(backendWith(gradesBallot));
    expect(nameOf(ballot, groupOf(ballot, garden)).replace(/\s/g, ' ')).to.equal('2 Un jardin partagé derrière la gare sans réponse 62 500 €');
    expect([...groupOf(ballot, garden).querySelectorAll('label')].map(words)).to.deep.equal(['Très bien', 'Bien', 'Assez bien', 'Passable', 'Insuffisant', 'À rejeter']);
    expect(all<HTMLInputElement>(ballot, 'input').some((input) => input.checked)).to.equal(false);
  });

  it('an answer is shown at once and said after a pause; another takes its place; neither touches other options', async () => {
    const ballot = await openBallot(backendWith(gradesBallot));
    await give(ballot, garden, 'Bien');
    await give(ballot, clock, 'Passable');
    await give(ballot, garden, 'À rejeter');
    expect(answer(ballot, garden, 'Bien').checked).to.equal(false);
    expect(answer(ballot, garden, 'À rejeter').checked).to.equal(true);
    expect(answer(ballot, clock, 'Passable').checked).to.equal(true);
    expect(standing(ballot)).to.equal('Vous avez noté 2 choix sur 9.');
    expect(nameOf(ballot, groupOf(ballot, garden))).to.not.contain('sans réponse');
    await until(() => announced(ballot) === 'Vous avez noté 2 choix sur 9.', 'what is said');
  });

  it('an answer can be taken away, with a button named with its option; focus goes to the first answer', async () => {
    const ballot = await openBallot(backendWith(gradesBallot));
    await give(ballot, garden, 'Bien');
    named(ballot, new RegExp(`^Effacer la réponse : .?${garden}`)).click();
    await until(() => focused(ballot) === answer(ballot, garden, 'Très bien'), 'focus on the first answer');
    expect([...groupOf(ballot, garden).querySelectorAll('input')].some((input) => input.checked)).to.equal(false);
    expect(nameOf(ballot, groupOf(ballot, garden))).to.contain('sans réponse');
  });

  it('by keyboard alone: arrows move the answer inside an option, Tab goes on to the next option', async () => {
    const ballot = await openBallot(backendWith(gradesBallot));
    answer(ballot, bench, 'Très bien').focus();
    await sendKeys({ press: ' ' });
    await until(() => answer(ballot, bench, 'Très bien').checked, 'the first answer');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => answer(ballot, bench, 'Bien').checked, 'the second answer');
    expect(focused(ballot)).to.equal(answer(ballot, bench, 'Bien'));
    await sendKeys({ press: 'Tab' });
    expect(focused(ballot)?.getAttribute('aria-label')).to.contain('Effacer la réponse');
    await sendKeys({ press: 'Tab' });
    expect(groupOf(ballot, garden).contains(focused(ballot))).to.equal(true);
  });

  it('the review is refused at the first option without an answer', async () => {
    const ballot = await inBallot('grades-error');
    await until(() => focused(ballot)?.id.endsWith('errors'), 'focus on the summary');
    expect(words(focused(ballot))).to.equal('Il y a 1 chose à corriger Notez au moins 3 choix.');
    named(ballot, /^Notez au moins/).click();
    expect(focused(ballot)).to.equal(answer(ballot, garden, 'Très bien'));
  });

  it('the review names each answer and how many have none; it prints them; what is sent is the place of each grade', async () => {
    const sent: Sent[] = [];
    const backend = backendWith(gradesBallot);
    const ballot = await openBallot({ votes: { ...backend.votes, cast: (input: Sent) => { sent.push(input); return backend.votes.cast(input); } } });
    await give(ballot, clock, 'À rejeter');
    await give(ballot, bench, 'Très bien');
    await toReview(ballot);
    expect(text(ballot)).to.contain('Vous avez noté 2 choix sur 9. Sans réponse : 7 choix.');
    const sheet = await printedBy(() => named(ballot, 'Imprimer').click());
    expect(sheet.replace(/[^\S\n]/g, ' ')).to.contain(`1 ${bench} Très bien 48 000 €\n3 ${clock} À rejeter 18 200 €\n`);
    await press(ballot, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ values: { p1: 0, p3: 5 } });
  });

  it('answers come back after a reload; a grade that is gone is asked again', async () => {
    const backend = backendWith(gradesBallot);
    const first = await openBallot(backend);
    await give(first, garden, 'Bien');
    await give(first, clock, 'Passable');
    await new Promise((resolve) => setTimeout(resolve, 100));
    first.remove();
    const second = await openBallot(backend);
    expect(answer(second, garden, 'Bien').checked && answer(second, clock, 'Passable').checked).to.equal(true);
    second.remove();
    const old = await backend.votes.ballot({ consultation: 'bp-2027', ballot: 'vote' });
    const third = await openBallot({ votes: { ...backend.votes, ballot: () => Promise.resolve({ ...old, rulesHash: 'r2', grades: old.grades?.filter((g) => g.label !== 'Bien') }) } });
    expect(standing(third)).to.equal('Vous avez noté 1 choix sur 9.');
    expect(nameOf(third, groupOf(third, garden))).to.contain('sans réponse');
    expect(answer(third, clock, 'Passable').checked).to.equal(true);
  });
});

describe('Giving scores', () => {
  beforeEach(forgetEverything);

  it('few scores are buttons, 0 among them', async () => {
    const sent: Sent[] = [];
    const backend = backendWith(scoreBallot);
    const ballot = await openBallot({ votes: { ...backend.votes, cast: (input: Sent) => { sent.push(input); return backend.votes.cast(input); } } });
    await give(ballot, garden, '0');
    await give(ballot, clock, '10');
    await toReview(ballot);
    expect(text(ballot)).to.contain('0 sur 10').and.to.contain('10 sur 10');
    await press(ballot, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ values: { p2: 0, p3: 10 } });
  });

  it('over the limit nothing is dead: the sentence says how many answers to take away', async () => {
    const ballot = await inBallot('score-over');
    expect(standing(ballot)).to.equal('Vous avez noté 3 choix sur 9. Enlevez 1 choix.');
    expect(all<HTMLInputElement>(ballot, 'input').some((input) => input.disabled)).to.equal(false);
  });

  it('more scores come as a list, whose first entry takes the answer away', async () => {
    const ballot = await inBallot('score-list');
    const [select] = all<HTMLSelectElement>(ballot, 'select');
    expect(select?.value).to.equal('14');
    expect(select?.options.length).to.equal(22);
    if (select) {
      select.value = '';
      select.dispatchEvent(new Event('change'));
    }
    await until(() => standing(ballot) === 'Vous avez noté 0 choix sur 9.', 'no answer left');
  });

  it('too many for a list are written, and a number out of range says what to write', async () => {
    const ballot = await inBallot('score-written');
    const wrong = all<HTMLInputElement>(ballot, '[aria-invalid=true]');
    expect(wrong.map((input) => input.value)).to.deep.equal(['1200']);
    expect(text(ballot)).to.contain('écrivez un nombre entier, de 0 à 1 000.');
    expect(all(ballot, 'select').length).to.equal(0);
  });
});
