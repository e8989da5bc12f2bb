import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import { render } from 'lit/html.js';
import * as small from '../../packages/embed/src/lit/index.ts';
import { renderer } from '../../packages/embed/src/lit/templates.ts';

/** The browser files carry a part of lit. Here it stands beside lit itself: the same templates must give the same page. */

type Html = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;
type Page = (html: Html, nothing: unknown) => unknown;

/** What people and assistive technology meet: markup without the comments either of them needs for itself. */
const seen = (root: Node): string => {
  const box = document.createElement('div');
  box.append(root.cloneNode(true));
  return (box.firstElementChild as Element).innerHTML.replace(/<!--[^]*?-->/g, '').replace(/\s+/g, ' ');
};

/** Shows pages one after the other with both, and compares after each. */
function sameAsLit(...pages: Page[]): void {
  const [theirs, ours] = [document.createElement('div'), document.createElement('div')];
  const show = renderer(ours, undefined);
  for (const page of pages) {
    render(page(lit.html as Html, lit.nothing), theirs);
    show(page(small.html, small.nothing));
    expect(seen(ours)).to.equal(seen(theirs));
  }
}

const hostile = '<img src=x onerror=alert(1)> & "quotes" \' {{}} <?{{}}>';
const list = (items: readonly unknown[]): Page => (html) => html`<ul>${items.map((i) => html`<li>${i}</li>`)}</ul>`;

describe('The part of lit in the browser files gives what lit gives', () => {
  it('words, numbers and nothing between tags', () => {
    const page = (value: unknown): Page => (html) => html`<p>before ${value} after</p>`;
    sameAsLit(page('a'), page(3), page(0), page(''), page(null), page(undefined), page('b'), page(true), page('b'));
    sameAsLit((html, nothing) => html`<p>${nothing}</p>`, (html) => html`<p>${'x'}</p>`);
  });

  it('text of people never becomes markup, between tags and in attributes', () => {
    sameAsLit((html) => html`<p title=${hostile} data-x="a ${hostile} b">${hostile}</p>`);
    const box = document.createElement('div');
    renderer(box, undefined)(small.html`<p title=${hostile}>${hostile}</p>`);
    expect(box.querySelector('img')).to.equal(null);
    expect(box.querySelector('p')?.textContent).to.equal(hostile);
    expect(box.querySelector('p')?.title).to.equal(hostile);
  });

  it('attributes with one and several values, that come and go', () => {
    const page = (a: unknown, b: unknown): Page => (html, nothing) => html`<a href="/${a}/${b}" id=${a} class=${b ?? nothing}>x</a>`;
    sameAsLit(page('x', 'y'), page('x', null), page(1, 'z'), page('', undefined));
  });

  it('an attribute goes when any of its values is nothing', () => {
    sameAsLit((html, nothing) => html`<p id="${'a'}-${nothing}">x</p>`, (html) => html`<p id="${'a'}-${'b'}">x</p>`);
  });

  it('true and false attributes', () => {
    const page = (value: unknown): Page => (html) => html`<input ?checked=${value} ?hidden=${!value} aria-invalid=${Boolean(value)} />`;
    sameAsLit(page(true), page(false), page(1), page(''), page(undefined));
    sameAsLit((html, nothing) => html`<input ?checked=${nothing} />`);
  });

  it('lists that grow, shrink, empty and change kind', () => {
    sameAsLit(list([1, 2, 3]), list([1]), list([]), list(['a', 'b']), list([hostile]));
    const page = (value: unknown): Page => (html) => html`<div>${value}</div>`;
    sameAsLit(page(['a', 'b']), page('c'), page([]), page(['d', ['e', 'f']]), page(null));
  });

  it('templates in templates, swapped and kept', () => {
    const inner = (html: Html, yes: boolean, n: number) => (yes ? html`<b>${n}</b>` : html`<i id=${n}>${n}</i>`);
    const page = (yes: boolean, n: number): Page => (html, nothing) => html`<p>${inner(html, yes, n)} ${n > 2 ? html`<u>more</u>` : nothing}!</p>`;
    sameAsLit(page(true, 1), page(true, 3), page(false, 3), page(false, 1), page(true, 9));
  });

  it('lists of templates whose entries swap their kind', () => {
    const page = (items: readonly number[]): Page => (html, nothing) => html`<ol>${items.map((i) => (i % 2 ? html`<li class="odd">${i}</li>` : i === 0 ? nothing : html`<li>${i} ${[i, i]}</li>`))}</ol>`;
    sameAsLit(page([1, 2, 3]), page([2, 1, 0, 4]), page([]), page([0, 0, 1]));
  });

  it('tables and selects, which the HTML parser treats in its own way', () => {
    sameAsLit((html) => html`<table><tbody>${[1, 2].map((i) => html`<tr><td>${i}</td></tr>`)}</tbody></table>`);
    sameAsLit((html) => html`<select>${['a', 'b'].map((v) => html`<option value=${v} ?selected=${v === 'b'}>${v}</option>`)}</select>`);
  });

  it('a template that is only a value, and values side by side', () => {
    sameAsLit((html) => html`${'a'}${'b'}`, (html) => html`${'a'}${null}`, (html) => html`${html`<p>x</p>`}`);
  });

  it('an element that did not change is the same element, with its focus', () => {
    const box = document.createElement('div');
    document.body.append(box);
    const show = renderer(box, undefined);
    const page = (label: string, extra: boolean) => small.html`<p>${extra ? small.html`<b>new</b>` : small.nothing}</p><label>${label}<input /></label>`;
    show(page('a', false));
    const input = box.querySelector('input');
    input?.focus();
    show(page('b', true));
    expect(box.querySelector('input')).to.equal(input);
    expect(document.activeElement).to.equal(input);
    box.remove();
  });

  it('a property is set, and a listener is the newest one, called once, with the element as `this`', () => {
    const calls: string[] = [];
    const host = { name: 'host' };
    const box = document.createElement('div');
    const show = renderer(box, host);
    const page = (value: string) => small.html`<input .value=${value} @click=${function (this: typeof host) { calls.push(`${this.name} ${value}`); }} />`;
    show(page('a'));
    show(page('b'));
    box.querySelector('input')?.click();
    expect(box.querySelector('input')?.value).to.equal('b');
    expect(calls).to.deep.equal(['host b']);
  });

  it('words that stay the same are not written again, so that they are not announced again', async () => {
    const box = document.createElement('div');
    const show = renderer(box, undefined);
    const page = (words: string) => small.html`<p role="status">${words}</p>`;
    show(page('Envoyé'));
    let changes = 0;
    const observer = new MutationObserver((records) => { changes += records.length; });
    observer.observe(box, { subtree: true, childList: true, characterData: true });
    show(page('Envoyé'));
    await Promise.resolve();
    expect(changes).to.equal(0);
    observer.disconnect();
  });
});

interface Elements {
  LitElement: typeof lit.LitElement;
  html: Html;
  css: typeof lit.css;
}

/** The same class made with lit and with the part of it. */
function probe({ LitElement, html, css }: Elements) {
  class Probe extends LitElement {
    static override properties = { name: {}, count: { type: Number, attribute: 'the-count' }, secret: { state: true, attribute: false } };
    static override styles = [css`p { color: rgb(1, 2, 3) }`, [css`b { color: red }`]] as never;
    declare name: string;
    declare count: number;
    declare secret: string;
    log: string[] = [];

    constructor() {
      super();
      this.name = 'nobody';
      this.secret = 'x';
    }

    override updated(changed: Map<PropertyKey, unknown>) {
      this.log.push(`did ${[...changed.entries()].map(([k, v]) => `${String(k)}:${String(v)}`).sort().join()}`);
    }

    override render() {
      this.log.push('render');
      return html`<p>${this.name} ${this.count} ${this.secret}</p>` as lit.TemplateResult;
    }
  }
  return Probe;
}

const tags = ['their-probe', 'our-probe'] as const;
customElements.define(tags[0], probe(lit as unknown as Elements));
customElements.define(tags[1], probe(small as unknown as Elements));
type Probe = InstanceType<ReturnType<typeof probe>>;

async function bothDo(act: (element: Probe, box: HTMLElement) => unknown): Promise<void> {
  const results: unknown[] = [];
  for (const tag of tags) {
    const box = document.createElement('div');
    document.body.append(box);
    const element = document.createElement(tag) as Probe;
    await act(element, box);
    await element.updateComplete;
    results.push({ log: element.log, words: element.shadowRoot?.textContent?.trim(), attributes: element.getAttributeNames().map((n) => `${n}=${element.getAttribute(n)}`), color: element.shadowRoot?.querySelector('p') && getComputedStyle(element.shadowRoot.querySelector('p') as Element).color });
    box.remove();
  }
  expect(results[1]).to.deep.equal(results[0]);
}

describe('The element in the browser files behaves as lit’s', () => {
  it('shows itself once it is in a page, not before', () => bothDo(async (element, box) => { element.name = 'early'; await Promise.resolve(); box.append(element); }));
  it('gathers several changes into one update', () => bothDo(async (element, box) => { box.append(element); await element.updateComplete; element.name = 'a'; element.name = 'b'; element.count = 2; }));
  it('setting what is there already changes nothing', () => bothDo(async (element, box) => { box.append(element); await element.updateComplete; element.name = 'nobody'; }));
  it('reads attributes as numbers and words', () => bothDo((element, box) => { for (const [n, v] of [['the-count', '3'], ['name', 'Zoé'], ['secret', 'no']] as const) element.setAttribute(n, v); box.append(element); }));
  it('an attribute that goes', () => bothDo(async (element, box) => { element.setAttribute('name', 'a'); box.append(element); await element.updateComplete; element.removeAttribute('name'); }));
  it('moved in the page it stays itself', () => bothDo(async (element, box) => { box.append(element); await element.updateComplete; const other = document.createElement('section'); box.append(other); other.append(element); element.name = 'moved'; }));
});
