import type { Ballot, PartialBackend } from '@parvis/contract';
import { projects, offering } from '../ballot/offering.ts';
import type { ParvisBallot } from '../ballot/ballot.ts';
import { all, focused, loaded, named, place, until, words } from './page.ts';

/** What the tests of the ballot share. */

export type Votes = Required<NonNullable<PartialBackend['votes']>>;
export type Cast = Votes['cast'];
export type Sent = Parameters<Cast>[0];

/** A backend whose ballot keeps its id, so that a second page finds what the first one kept. */
export const backendWith = (ballot: Partial<Ballot> = {}, votes: Partial<Votes> = {}): { votes: Votes } => offering(ballot, votes) as { votes: Votes };

export async function openBallot(backend: object, options: { width?: string } = {}): Promise<ParvisBallot> {
  const element = await place<ParvisBallot>('parvis-ballot', { consultation: 'bp-2027', ballot: 'vote' }, backend, options);
  await until(() => loaded(element), 'the ballot');
  await element.updateComplete;
  return element;
}

export const option = (element: ParvisBallot, label: string): HTMLInputElement => {
  const row = all(element, 'label').find((l) => words(l).includes(label));
  const input = row?.querySelector('input');
  if (!input) throw new Error(`no option named ${label}`);
  return input;
};

/** The name of a control, as it is put together. */
export const nameOf = (element: ParvisBallot, control: Element): string => words((element.renderRoot as ShadowRoot).getElementById(control.getAttribute('aria-labelledby') ?? ''));

export async function tick(element: ParvisBallot, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    option(element, label).click();
    await element.updateComplete;
  }
}

export const ticked = (element: ParvisBallot): string[] => all<HTMLInputElement>(element, 'input').filter((i) => i.checked).map((i) => i.value);

/** Presses the button of the review, and waits for what follows. */
export async function toReview(element: ParvisBallot): Promise<void> {
  named(element, 'Vérifier mon vote').click();
  await until(() => focused(element)?.id.match(/title|errors/), 'the review or what stands against it');
}

/** Chooses, reviews and votes; resolves when focus stands on what came of it. */
export async function vote(element: ParvisBallot, ...labels: string[]): Promise<void> {
  await tick(element, ...labels);
  await toReview(element);
  await press(element, 'Voter définitivement');
}

/** Presses a button that goes away, and waits until focus stands on what took its place. */
export async function press(element: ParvisBallot, name: string): Promise<void> {
  const before = words(element.renderRoot);
  named(element, name).click();
  await until(() => words(element.renderRoot) !== before && focused(element)?.tabIndex === -1 && !words(element.renderRoot).includes('Envoi en cours'), `what follows "${name}"`);
}

export const [bench, garden, clock, track] = projects.map((p) => p.label) as [string, string, string, string];

/** The words of the sheet that an act prints; nothing reaches a printer. */
export async function printedBy(act: () => void): Promise<string> {
  const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow') as PropertyDescriptor;
  let sheet: Document | undefined;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const view = (real.get as () => Window).call(this);
      view.print = () => { sheet = view.document; };
      return view;
    },
  });
  try {
    act();
    await until(() => sheet, 'the sheet to be printed');
  } finally {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', real);
  }
  return [...(sheet?.body.children ?? [])].map(words).join('\n');
}
