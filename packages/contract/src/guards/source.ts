import type { Guard } from '../parse.compiled.ts';

/**
 * Writes guards as JavaScript. What occurs in several places (a kind of id, a date, a sub-object) becomes one constant,
 * so that a file which uses three verbs carries it once and a file which uses none does not carry it.
 */
export class GuardSource {
  readonly #names = new Map<string, string>();

  /** An expression for the guard; it may name constants of {@link constants}. */
  expression(guard: Guard): string {
    if (guard instanceof RegExp) return this.#constant(String(guard));
    if (Array.isArray(guard)) {
      const [tag, ...rest] = guard as readonly [number, ...(Guard | null)[]];
      const parts = tag === 2 ? rest.map((value) => JSON.stringify(value)) : rest.map((part) => (part === null ? 'null' : this.expression(part)));
      // A list's own bound is no guard.
      if (tag === 1 && rest[1] !== undefined) parts[1] = String(rest[1]);
      return this.#constant(`[${[tag, ...parts].join(',')}]`);
    }
    if (typeof guard === 'object') {
      const fields = Object.entries(guard).map(([name, field]) => `${JSON.stringify(name)}:${this.expression(field)}`);
      return this.#constant(`{${fields.join(',')}}`);
    }
    return typeof guard === 'string' ? this.#constant(JSON.stringify(guard)) : String(guard);
  }

  /** The constants the expressions name, in an order in which each comes after what it uses. */
  constants(): { name: string; source: string }[] {
    return [...this.#names].map(([source, name]) => ({ name, source }));
  }

  #constant(source: string): string {
    const name = this.#names.get(source) ?? `g${this.#names.size}`;
    this.#names.set(source, name);
    return name;
  }
}
