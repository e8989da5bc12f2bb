import { ParvisError, type ErrorCode, type PartialBackend } from '@parvis/contract';
import type { LitElement } from 'lit';

/** One named state of a widget: the single source for accessibility checks, sweeps, screenshots and documentation. */
export interface Example<E extends LitElement = LitElement> {
  /** In addresses: `error-two-fields`. */
  name: string;
  title: string;
  backend: () => PartialBackend;
  attributes?: Record<string, string>;
  /** Drives the widget to the state, as a person would. Runs once it has loaded (or failed to). */
  act?: (element: E) => Promise<void>;
}

/** Waits for what an act brings: long, for slow machines. @throws where it never comes, so that no state shows another one instead */
export async function appears(element: LitElement, selector: string): Promise<void> {
  for (let tries = 0; !element.renderRoot.querySelector(selector); tries += 1) {
    if (tries > 1500) throw new Error(`${element.localName} never shows ${selector}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A call that never answers: the loading state. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** A call that fails. */
export const failing = (code: ErrorCode) => (): Promise<never> => Promise.reject(new ParvisError(code));

/** A call that answers. */
export const giving = <T>(value: T) => (): Promise<T> => Promise.resolve(value);
