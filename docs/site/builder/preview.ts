/**
 * Shows widgets in a frame, as another page would. The fragment of its address says what: `show=ballot/chosen,faq/ready` names states of the gallery; `widget`, `backend`, `consultation`
 * and `ballot` ask a server that answers this site. Besides: `lang`, `heading`, `look`, `scheme`, `accent`, as in the builder.
 */
import { examples as ballot } from '../../../packages/widgets/src/ballot/ballot.examples.ts';
import { examples as faq } from '../../../packages/widgets/src/faq/faq.examples.ts';
import { examples as feedback } from '../../../packages/widgets/src/feedback/feedback.examples.ts';
import { examples as proposalForm } from '../../../packages/widgets/src/proposal-form/proposal-form.examples.ts';
import { examples as results } from '../../../packages/widgets/src/results/results.examples.ts';
import { top } from './top.ts';
import { accentPair } from './accent.ts';
import { fromFragment, usable, widgets, type Choices, type Widget } from './choices.ts';

interface State {
  name: string;
  backend: () => unknown;
  attributes?: Record<string, string>;
  act?: (element: never) => Promise<void>;
}
type Element = HTMLElement & { backend: unknown; phase: string; updateComplete: Promise<unknown> };

const states: Readonly<Record<Widget, readonly State[]>> = { ballot, faq, feedback, 'proposal-form': proposalForm, results };
const root = document.documentElement;
const place = (path: string): string => `${top}gallery/${path}`;

addEventListener('hashchange', () => location.reload());
const asked = fromFragment(location.hash);
dress(asked);
const shown = new URLSearchParams(location.hash.slice(1)).get('show');
for (const one of shown?.split(',') ?? []) await showState(one);
if (shown === null) await showServer(usable(asked));
root.dataset['ready'] = 'true';

function dress(chosen: Choices): void {
  const { lang, look, scheme, accent } = chosen;
  root.lang = lang || 'fr';
  root.dir = lang === 'ar' ? 'rtl' : 'ltr';
  if (scheme) root.style.colorScheme = scheme;
  if (look) document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: place(`themes/${look}.css`) }));
  if (accent) root.style.setProperty('--parvis-accent', CSS.supports('color', 'light-dark(red, red)') ? `light-dark(${accentPair(chosen).join()})` : accent);
}

/** A state of the gallery, with an adapter in memory. */
async function showState(name: string): Promise<void> {
  const [widget = '', wanted] = name.split('/');
  if (!Object.hasOwn(widgets, widget)) return;
  const state = states[widget as Widget].find((one) => one.name === wanted);
  if (!state) return;
  const element = await add(widget as Widget, { ...state.attributes, 'heading-level': asked.heading }, state.backend());
  while (element.phase === 'loading') await new Promise((resolve) => setTimeout(resolve, 20));
  await state.act?.(element as never);
}

/** What a server has. Where it does not answer, the widget says so, as it would say it to residents. */
async function showServer({ widget, backend, consultation, ballot: id, heading }: Choices): Promise<void> {
  await add(widget, { consultation, ballot: id, 'heading-level': heading }, backend);
}

async function add(widget: Widget, attributes: Readonly<Record<string, string>>, backend: unknown): Promise<Element> {
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: place(`parvis-${widget}.js`) }));
  await customElements.whenDefined(`parvis-${widget}`);
  const element = document.createElement(`parvis-${widget}`) as HTMLElement as Element;
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.backend = backend;
  document.querySelector('main')?.append(element);
  return element;
}
