import type { Hono } from 'hono';
import { all, byTag, fieldsOf, isButton, type Node, parse, words } from './plain-page.ts';

/**
 * Somebody whose browser runs no scripts and keeps no cookies. Acts by the words on the page, as people do, and fails where a thing cannot be found.
 */
export class PlainBrowser {
  readonly #app: Hono;
  readonly #headers: Record<string, string>;
  /** Addresses of all pages that were read. */
  readonly read: string[] = [];
  path = '';
  status = 0;
  headers = new Headers();
  html = '';
  root: Node = parse('');
  /** What was sent last: a reload or a second click sends it again. */
  sent: { path: string; body: string } | undefined;

  constructor(app: Hono, headers: Record<string, string> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  async open(path: string): Promise<this> {
    await this.#take(path, await this.#app.request(path, { headers: this.#headers }));
    return this;
  }

  get title(): string {
    return words(byTag(this.root, 'title')[0]);
  }

  get main(): Node {
    return byTag(this.root, 'main')[0] ?? this.root;
  }

  /** Everything the page says. */
  get words(): string {
    return words(this.main);
  }

  control(label: string | RegExp, within: Node = this.main): Node {
    const fits = (text: string): boolean => (typeof label === 'string' ? text === label : label.test(text));
    const found = byTag(within, 'label').find((one) => fits(words(one)));
    const control = found && (byTag(found, 'input', 'select', 'textarea')[0] ?? all(this.root, ({ attributes }) => attributes['id'] === found.attributes['for'])[0]);
    if (!control) throw new Error(`no control labelled ${String(label)} among: ${byTag(within, 'label').map(words).join(' | ')}`);
    return control;
  }

  /** The group under a legend. */
  group(legend: RegExp): Node {
    const found = byTag(this.main, 'fieldset').filter((one) => legend.test(words(byTag(one, 'legend')[0]))).at(-1);
    if (!found) throw new Error(`no group ${String(legend)}`);
    return found;
  }

  tick(label: string | RegExp, within?: Node): this {
    const control = this.control(label, within);
    const { type, name } = control.attributes;
    if (type === 'radio') for (const other of byTag(formOf(control), 'input')) if (other.attributes['name'] === name) delete other.attributes['checked'];
    control.attributes['checked'] = '';
    return this;
  }

  untick(label: string | RegExp): this {
    delete this.control(label).attributes['checked'];
    return this;
  }

  write(label: string | RegExp, text: string, within?: Node): this {
    const control = this.control(label, within);
    if (control.tag === 'textarea') control.children = [`\n${text}`];
    else if (control.tag !== 'select') control.attributes['value'] = text;
    else {
      const options = byTag(control, 'option');
      const wanted = options.find((option) => words(option) === text);
      if (!wanted) throw new Error(`no "${text}" among: ${options.map(words).join(' | ')}`);
      for (const option of options) delete option.attributes['selected'];
      wanted.attributes['selected'] = '';
    }
    return this;
  }

  /** What a control holds. */
  value(label: string | RegExp, within?: Node): string | boolean {
    const control = this.control(label, within);
    const { type, name = '' } = control.attributes;
    return type === 'radio' || type === 'checkbox' ? 'checked' in control.attributes : (fieldsOf(formOf(control)).get(name) ?? '');
  }

  button(name: string | RegExp): Node {
    const fits = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
    const nameOf = (one: Node): string => (one.attributes['aria-label'] ?? (one.tag === 'button' ? words(one) : (one.attributes['value'] ?? ''))).replaceAll('\u00A0', ' ');
    const buttons = all(this.root, isButton);
    const found = buttons.find((one) => fits(nameOf(one)));
    if (!found) throw new Error(`no button ${String(name)} among: ${buttons.map(nameOf).join(' | ')}`);
    return found;
  }

  async press(name: string | RegExp): Promise<this> {
    const button = this.button(name);
    const form = formOf(button);
    this.sent = { path: form.attributes['action'] ?? this.path, body: String(fieldsOf(form, button)) };
    return this.again();
  }

  /** Sends once more what was sent last. */
  async again({ path, body } = this.sent ?? { path: this.path, body: '' }): Promise<this> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...this.#headers };
    await this.#take(path, await this.#app.request(path, { method: 'POST', body, headers }));
    return this;
  }

  async follow(link: string | RegExp): Promise<this> {
    const found = byTag(this.root, 'a').find((one) => (typeof link === 'string' ? words(one) === link : link.test(words(one))));
    if (!found) throw new Error(`no link ${String(link)}`);
    return this.open(new URL(found.attributes['href'] ?? '', `http://localhost${this.path}`).href.slice('http://localhost'.length));
  }

  async #take(path: string, answer: Response): Promise<void> {
    if (answer.headers.has('set-cookie')) throw new Error(`${path} sets a cookie`);
    this.read.push(path);
    const to = answer.headers.get('location');
    if (to !== null) {
      await this.open(to);
      return;
    }
    Object.assign(this, { path, status: answer.status, headers: answer.headers, html: await answer.text() });
    this.root = parse(this.html);
  }
}

function formOf(control: Node): Node {
  let node: Node | undefined = control;
  while (node && node.tag !== 'form') node = node.parent;
  if (!node) throw new Error('the control stands in no form');
  return node;
}
