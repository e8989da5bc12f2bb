export interface TemplateResult {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

/** Renders nothing; for an attribute: takes it away. The same in every file, because one may show what another has made. */
export const nothing = Symbol.for('parvis.nothing');

export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult => ({ strings, values });
