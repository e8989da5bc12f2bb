import { fixture, fixtureCleanup } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import type { Example } from '../shared/example.ts';

/** What the tests of every widget need: an element in a state, and finding things the way people do. */

interface Loading extends LitElement {
  backend: unknown;
}

/** Waits until something holds (a thing that cannot be found yet does not); fails with what was waited for. Long, for slow machines: only a failure waits that long. */
export async function until(holds: () => unknown, what: string, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  const now = (): boolean => {
    try {
      return Boolean(holds());
    } catch {
      return false;
    }
  };
  while (!now()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** An element of a tag, in a box as wide as a phone unless told otherwise, with a fallback link inside. */
export async function place<E extends Loading>(tag: string, attributes: Record<string, string>, backend: unknown, options: { width?: string; dir?: string; theme?: string; lang?: string } = {}): Promise<E> {
  const box = await fixture<HTMLElement>(html`<main lang=${options.lang ?? 'fr'} dir=${options.dir ?? 'ltr'}></main>`);
  box.style.inlineSize = options.width ?? 'auto';
  if (options.theme) box.style.colorScheme = options.theme;
  const element = document.createElement(tag) as E;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const link = document.createElement('a');
  link.href = '#secours';
  link.textContent = 'Participer sans script';
  element.append(link);
  element.backend = backend;
  box.append(element);
  await element.updateComplete;
  return element;
}

/** True once loading has ended, well or badly. */
export const loaded = (element: LitElement): boolean => element.renderRoot.querySelector('.pv-waiting') === null;

/** A widget in one of its named states. */
export async function inState<E extends Loading>(tag: string, examples: readonly Example<E>[], name: string, options: { width?: string; dir?: string; theme?: string } = {}): Promise<E> {
  const example = examples.find((e) => e.name === name);
  if (!example) throw new Error(`no state named ${name}`);
  const element = await place<E>(tag, example.attributes ?? {}, example.backend(), options);
  if (name !== 'loading') await until(() => loaded(element), `${tag} to load`);
  await example.act?.(element);
  await element.updateComplete;
  return element;
}

const visible = (element: Element): boolean => element.getClientRects().length > 0;

/** Everything people can reach or read, in order: the shadow tree of a widget. */
export const all = <T extends Element = HTMLElement>(element: LitElement, selector: string): T[] =>
  [...element.renderRoot.querySelectorAll<T>(selector)].filter(visible);

/** The words of a part, as they are read. */
export const words = (element: Node | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A button or link by its name. */
export function named<T extends HTMLElement = HTMLElement>(element: LitElement, name: string | RegExp): T {
  const fits = (e: Element) => {
    const own = (e.getAttribute('aria-label') ?? words(e)).replace(/\s+/g, ' ');
    return typeof name === 'string' ? own === name : name.test(own);
  };
  const found = all<T>(element, 'button, a').find(fits);
  if (!found) throw new Error(`no button or link named ${String(name)} among: ${all(element, 'button, a').map(words).join(' | ')}`);
  return found;
}

/** A form control by its label. */
export function labelled<T extends HTMLElement = HTMLInputElement>(element: LitElement, label: string | RegExp): T {
  const fits = (l: Element) => (typeof label === 'string' ? words(l) === label : label.test(words(l)));
  const found = all<HTMLLabelElement>(element, 'label').find(fits)?.control;
  if (!found) throw new Error(`no control labelled ${String(label)} among: ${all(element, 'label').map(words).join(' | ')}`);
  return found as T;
}

/** Types a text, as an input method or a paste would: the value and one event. */
export async function write(element: LitElement, label: string | RegExp, text: string): Promise<void> {
  const control = labelled(element, label);
  control.focus();
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** What has focus inside the widget. */
export const focused = (element: LitElement): HTMLElement | null => (element.renderRoot as ShadowRoot).activeElement as HTMLElement | null;

/** What the polite live region says. */
export const announced = (element: LitElement): string => words(element.renderRoot.querySelector('[role=status]'));

/** Forgets everything the widgets keep on the device. */
export async function forgetEverything(): Promise<void> {
  fixtureCleanup();
  await new Promise<void>((resolve) => {
    const request = indexedDB.open('parvis', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    request.onsuccess = () => {
      const transaction = request.result.transaction('kept', 'readwrite');
      transaction.objectStore('kept').clear();
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
