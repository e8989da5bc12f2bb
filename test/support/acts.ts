import type { Locator, Page } from 'playwright-core';

/** What people do with the widgets, by the names they see. `on`: the page, or one widget of it. */

type On = Page | Locator;

const named = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

export const project = (on: On, words: string): Locator => on.getByRole('checkbox', { name: named(words) });
export const button = (on: On, name: string): Locator => on.getByRole('button', { name, exact: true });
export const title = (on: On, words: string): Locator => on.getByRole('heading', { name: words, exact: true });

export async function choose(on: On, ...projects: string[]): Promise<void> {
  for (const words of projects) await project(on, words).check();
}

/** The heading of the review. */
export const voteReview = (on: On): Locator => title(on, 'Vérifier mon vote');

/** Ends at the review, with focus on its heading. */
export async function review(on: On): Promise<void> {
  await button(on, 'Vérifier mon vote').click();
  await voteReview(on).waitFor();
}

/** Ends with the receipt. @returns its code, without spaces. */
export async function cast(on: On): Promise<string> {
  await button(on, 'Voter définitivement').click();
  return voteReceipt(on);
}

export async function voteReceipt(on: On): Promise<string> {
  await title(on, 'Votre vote est bien arrivé').waitFor();
  return code(on, 'Votre reçu :');
}

/** A code on a receipt, without its spaces. */
export async function code(on: On, label: string): Promise<string> {
  const line = await on.getByRole('paragraph').filter({ hasText: label }).textContent();
  return (line ?? '').replace(/\s/g, '').slice(label.replace(/\s/g, '').length);
}

export interface Idea {
  title: string;
  text: string;
  place?: string;
  /** Label of a category. */
  about?: string;
}

export const idea: Idea = {
  title: 'Un abri pour attendre le car scolaire',
  text: 'Le matin, vingt enfants attendent sous la pluie.\nUn petit toit suffirait.',
  place: 'Hameau des Forges',
  about: 'Écoles et jeunesse',
};

export async function write(on: On, { title: name, text, place, about }: Idea): Promise<void> {
  await on.getByRole('textbox', { name: 'Titre de votre idée' }).fill(name);
  await on.getByRole('textbox', { name: 'Votre idée', exact: true }).fill(text);
  if (about) await on.getByRole('radio', { name: about }).check();
  if (place) await on.getByRole('textbox', { name: /^Lieu/ }).fill(place);
}

/** What stands in the form. */
export const written = async (on: On): Promise<[title: string, text: string]> => [
  await on.getByRole('textbox', { name: 'Titre de votre idée' }).inputValue(),
  await on.getByRole('textbox', { name: 'Votre idée', exact: true }).inputValue(),
];

/** From writing to the review. */
export async function checkIdea(on: On): Promise<void> {
  await button(on, 'Vérifier ma proposition').click();
  await title(on, 'Vérifiez votre proposition').waitFor();
}

/** Ends with the tracking code. @returns it without spaces. */
export async function sendIdea(on: On): Promise<string> {
  await button(on, 'Envoyer ma proposition').click();
  return ideaReceipt(on);
}

export async function ideaReceipt(on: On): Promise<string> {
  await title(on, 'Nous avons bien reçu votre proposition').waitFor();
  return code(on, 'Votre code de suivi :');
}
