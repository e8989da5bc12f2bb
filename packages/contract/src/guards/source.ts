import type { GuardTree } from './compile.ts';

/**
 * Writes guards as JavaScript. What occurs in several places (a kind of id, a date, a sub-object) becomes one constant,
 * so that a file which uses three verbs carries it once and a file which uses none does not carry it.
 */
export class GuardSource {
  readonly #names = new Map<string, string>();

  /** An expression for the guard; it may name constants of {@link constants}, and they `oneOf` and `recordOf` of `parse.compiled.ts`. */
  expression(guard: GuardTree): string {
    if (guard instanceof RegExp) return this.#constant(String(guard));
    if (isList(guard)) return this.#constant(this.#list(guard));
    if (typeof guard === 'object') {
      const fields = Object.entries(guard).map(([name, field]) => `${JSON.stringify(name)}:${this.expression(field)}`);
      return this.#constant(`{${fields.join(',')}}`);
    }
    // Every whole number that a guard lets through is a safe one: below them there is nothing to check.
    return typeof guard === 'string' ? this.#constant(JSON.stringify(guard)) : guard === Number.MIN_SAFE_INTEGER ? '-1/0' : String(guard);
  }

  /** The constants the expressions name, in an order in which each comes after what it uses. */
  constants(): { name: string; source: string }[] {
    return [...this.#names].map(([source, name]) => ({ name, source }));
  }

  #list(guard: GuardList): string {
    switch (guard[0]) {
      case 0: return `[0,${this.expression(guard[1])}${guard[2] === null ? ',null' : ''}]`;
      case 1: return `[1,${this.expression(guard[1])}${guard[2] === undefined ? '' : `,${guard[2]}`}]`;
      case 2: return JSON.stringify(guard);
      default: {
        const [name, ...inner] = guard;
        return `/* @__PURE__ */ ${name}(${inner.map((part) => this.expression(part)).join(',')})`;
      }
    }
  }

  #constant(source: string): string {
    const name = this.#names.get(source) ?? `g${this.#names.size}`;
    this.#names.set(source, name);
    return name;
  }
}

type GuardList = Extract<GuardTree, readonly unknown[]>;
const isList = (guard: GuardTree): guard is GuardList => Array.isArray(guard);
