/**
 * Shows one state of one widget, named by the page's `data-widget` and `data-state`. The address may say
 * `?lang=ar`, `?dir=rtl`, `?theme=light|dark|auto`, `?preset=compact` (a file of `themes/`) and `?copies=2`. `data-ready` on the root element becomes `true` once
 * every copy has reached the state; `failed` when one could not.
 */
import { examples as ballot } from '../../packages/widgets/src/ballot/ballot.examples.ts';
import { examples as faq } from '../../packages/widgets/src/faq/faq.examples.ts';
import { examples as feedback } from '../../packages/widgets/src/feedback/feedback.examples.ts';
import { examples as proposalForm } from '../../packages/widgets/src/proposal-form/proposal-form.examples.ts';
import { examples as results } from '../../packages/widgets/src/results/results.examples.ts';

/** What every widget has, seen from outside. */
type Widget = HTMLElement & { backend: unknown; phase: string; updateComplete: Promise<unknown> };

interface State {
  name: string;
  backend: () => unknown;
  attributes?: Record<string, string>;
  act?: (element: never) => Promise<void>;
}

const widgets: Record<string, readonly State[]> = { ballot, faq, feedback, 'proposal-form': proposalForm, results };

const page = document.documentElement;
const address = new URLSearchParams(location.search);
const { widget = '', state: name = '' } = page.dataset;
const state = widgets[widget]?.find((state) => state.name === name);

const lang = address.get('lang');
const dir = address.get('dir');
const theme = address.get('theme') ?? 'auto';
if (lang) page.lang = lang;
if (dir) page.dir = dir;
if (theme !== 'auto') page.style.colorScheme = theme;

const preset = address.get('preset');
if (preset && /^[a-z-]+$/.test(preset)) await addSheet(`../../themes/${preset}.css`);

try {
  if (!state) throw new Error(`${widget} has no state "${name}"`);
  for (let copy = 1; copy <= Number(address.get('copies') ?? 1); copy++) await show(state, copy);
  page.dataset['ready'] = 'true';
} catch (error) {
  page.dataset['ready'] = 'failed';
  throw error;
}

async function show({ backend, attributes = {}, act }: State, copy: number): Promise<void> {
  await customElements.whenDefined(`parvis-${widget}`);
  const element = document.createElement(`parvis-${widget}`) as Widget;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  // What the first copy kept on the device must not change what the second shows.
  if (copy > 1) element.setAttribute('consultation', `${attributes['consultation'] ?? ''}-${copy}`);
  if (theme !== 'auto') element.setAttribute('theme', theme);
  element.backend = backend();
  element.append(fallback());
  document.querySelector('main')?.append(element);
  await loaded(element);
  await act?.(element as never);
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Rejects where there is no such file. */
function addSheet(href: string): Promise<unknown> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: () => reject(new Error(`no theme at ${href}`)) }));
}

/** Once it has loaded or failed to. The state that shows loading lasts: after 600 ms nothing more will come. */
async function loaded(element: Widget): Promise<void> {
  const end = performance.now() + (name === 'loading' ? 600 : 10_000);
  do {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await element.updateComplete;
  } while (element.phase === 'loading' && performance.now() < end);
}

/** What a webmaster puts between the tags. */
function fallback(): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.lang = 'fr';
  const link = document.createElement('a');
  link.href = '../../';
  link.textContent = 'Retour à la galerie';
  paragraph.append(link);
  return paragraph;
}
