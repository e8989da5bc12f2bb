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

/** A call that never answers: the loading state. */
export const never = (): Promise<never> => new Promise(() => undefined);

/** A call that fails. */
export const failing = (code: ErrorCode) => (): Promise<never> => Promise.reject(new ParvisError(code));

/** A call that answers. */
export const giving = <T>(value: T) => (): Promise<T> => Promise.resolve(value);
