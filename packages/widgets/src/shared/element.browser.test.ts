import { expect, fixture, html as page } from '@open-wc/testing';
import { html } from 'lit';
import type { CallContext, PartialBackend } from '@parvis/contract';
import { ParvisError } from '@parvis/contract/errors';
import { announced, focused, loaded, named, place, until, words } from '../testing/page.ts';
import { replaced } from '../testing/proposal-form.ts';
import { defineOnce } from './define.ts';
import { ParvisElement, registerAdapter } from './index.ts';
import { shared } from './shared.messages.ts';
import { heading } from './views.ts';

/** The smallest widget: it shows the title of its consultation. */
class Probe extends ParvisElement {
  static override sentences = { hello: 'Bonjour' };
  shown = '';

  protected override async load(context: CallContext): Promise<void> {
    if (!this.source.consultations?.get) throw new ParvisError('unsupported');
    this.shown = (await this.source.consultations.get({ consultation: this.consultation }, context)).title;
  }

  protected override view() {
    return html`${heading(this.headingLevel, this.shown)}<p id="${this.uid}p">${this.say('hello' as 'loading')}</p>`;
  }
}
const tag = 'parvis-probe';
defineOnce(tag, Probe);

type Get = (input: { consultation: string }, context?: CallContext) => Promise<never>;
const titled = (title: string) => ({ title }) as never;
const backendOf = (get: Get): PartialBackend => ({ consultations: { get } });
const failing = (code: ConstructorParameters<typeof ParvisError>[0]) => backendOf(() => Promise.reject(new ParvisError(code)));
const put = (backend: unknown, options: Parameters<typeof place>[3] = {}) => place<Probe>(tag, { consultation: 'x' }, backend, options);
const fallbackShows = (probe: Probe) => (probe.querySelector('a') as HTMLElement).getClientRects().length > 0;

/** What a webmaster reads on the console meanwhile. */
function listening(): { lines: string[]; stop: () => void } {
  const lines: string[] = [];
  return { lines, stop: replaced(console, 'error', (...line: unknown[]) => lines.push(line.join(' '))) };
}
let log = listening();

describe('A widget in a page', () => {
  beforeEach(() => { log = listening(); });
  afterEach(() => log.stop());

  it('leaves the plain link inside the tag until it is ready, then takes its place', async () => {
    let answer: (value: never) => void = () => undefined;
    const probe = await put(backendOf(() => new Promise((resolve) => { answer = resolve; })));
    expect(fallbackShows(probe)).to.equal(true);
    answer(titled('Prêt'));
    await until(() => words(probe.renderRoot.querySelector('h2')) === 'Prêt', 'the view');
    expect(fallbackShows(probe)).to.equal(false);
  });

  it('says nothing of loading to those who wait less than 400 ms, and says it to those who wait longer', async () => {
    const quick = await put(backendOf(() => new Promise((resolve) => { setTimeout(() => resolve(titled('Vite')), 200); })));
    const said: string[] = [];
    new MutationObserver(() => said.push(announced(quick))).observe(quick.renderRoot.querySelector('[role=status]') as Element, { childList: true, characterData: true, subtree: true });
    await until(() => words(quick.renderRoot.querySelector('h2')) === 'Vite', 'the quick one');
    expect(said).to.deep.equal([]);
    const slow = await put(backendOf(() => new Promise(() => undefined)));
    expect(announced(slow)).to.equal('');
    await until(() => announced(slow) === 'Chargement en cours…', 'the word after a while');
  });

  const troubles = [
    ['offline', 'Pas de connexion', true], ['backend-fault', 'Le service ne répond pas bien', true],
    ['unsupported', 'Pas proposé ici', false], ['not-found', 'Cette page n’est pas encore prête', false],
  ] as const;
  for (const [code, title, retry] of troubles) {
    it(`when loading fails (${code}) it says so, keeps the plain link, and ${retry ? 'offers to try again' : 'offers nothing that cannot help'}`, async () => {
      const probe = await put(failing(code));
      await until(() => announced(probe) === title, 'the announcement');
      expect(words(probe.renderRoot.querySelector('h2'))).to.equal(title);
      expect(fallbackShows(probe)).to.equal(true);
      expect(probe.renderRoot.querySelectorAll('button').length).to.equal(retry ? 1 : 0);
      expect(log.lines.join()).to.match(/<parvis-probe .*consultation="x">/);
    });
  }

  it('an error that is not of the contract is a mistake in the page: said as such, without a button that could not help', async () => {
    const probe = await put(backendOf(() => Promise.reject(new TypeError('broken'))));
    await until(() => announced(probe) === 'Cette page n’est pas encore prête', 'the announcement');
    expect(probe.renderRoot.querySelectorAll('button').length).to.equal(0);
  });

  it('trying again loads again, and focus does not get lost', async () => {
    let calls = 0;
    const probe = await put(backendOf(() => { calls += 1; return Promise.reject(new ParvisError('offline')); }));
    await until(() => announced(probe) === 'Pas de connexion', 'the trouble');
    named(probe, 'Essayer de nouveau').focus();
    named(probe, 'Essayer de nouveau').click();
    await until(() => calls === 2 && focused(probe) === named(probe, 'Essayer de nouveau'), 'focus on the button that came back');
  });

  it('the newest of two loads wins, whichever answer comes last, and the older is given up', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const get: Get = ({ consultation }, context) => new Promise((resolve, reject) => {
      signals.push(context?.signal);
      context?.signal?.addEventListener('abort', () => reject(new ParvisError('aborted')));
      setTimeout(() => resolve(titled(consultation)), consultation === 'old' ? 120 : 20);
    });
    const probe = await place<Probe>(tag, { consultation: 'old' }, backendOf(get));
    await until(() => signals.length === 1, 'the first call');
    probe.consultation = 'new';
    await until(() => words(probe.renderRoot.querySelector('h2')) === 'new', 'the newer');
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true, false]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(words(probe.renderRoot.querySelector('h2'))).to.equal('new');
    expect(log.lines).to.deep.equal([]);
  });

  it('gives up loading when it leaves the page, and loads when it comes back', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const probe = await put(backendOf((_, context) => new Promise((resolve, reject) => {
      signals.push(context?.signal);
      context?.signal?.addEventListener('abort', () => reject(new ParvisError('aborted')));
      if (signals.length > 1) resolve(titled('Revenu'));
    })));
    await until(() => signals.length === 1, 'the call');
    const box = probe.parentElement as HTMLElement;
    probe.remove();
    expect(signals[0]?.aborted).to.equal(true);
    box.append(probe);
    await until(() => words(probe.renderRoot.querySelector('h2')) === 'Revenu', 'the view');
  });

  it('has the heading level the page asks for, from 1 to 6', async () => {
    for (const [level, name] of [['1', 'h1'], ['3', 'h3'], ['6', 'h6'], ['9', 'h6'], ['x', 'h2']] as const) {
      const probe = await place<Probe>(tag, { consultation: 'x', 'heading-level': level }, backendOf(() => Promise.resolve(titled('Titre'))));
      await until(() => words(probe.renderRoot.querySelector(name)) === 'Titre', `a heading of level ${level}`);
    }
  });

  it('two on one page share no id', async () => {
    const backend = backendOf(() => Promise.resolve(titled('Titre')));
    const ids: string[] = [];
    for (const probe of [await put(backend), await put(backend)]) {
      await until(() => probe.renderRoot.querySelector('p[id]'), 'the view');
      ids.push(probe.renderRoot.querySelector('p[id]')?.id ?? '');
    }
    expect(ids[0]).to.not.equal(ids[1]);
  });

  it('a second copy of the script does not define the tag again, and does no harm', () => {
    class Other extends HTMLElement {}
    defineOnce(tag, Other);
    expect(customElements.get(tag)).to.equal(Probe);
  });
});

describe('The language of a widget', () => {
  const backend = backendOf(() => Promise.resolve(titled('Titre')));
  const root = (probe: Probe) => probe.renderRoot.querySelector('.pv-root') as HTMLElement;
  beforeEach(() => { log = listening(); });
  afterEach(() => {
    delete Probe.loadMessages;
    log.stop();
  });

  it('is that of the nearest `lang`, when there are sentences in it', async () => {
    Probe.loadMessages = (lang) => Promise.resolve({ ...shared, hello: `hello in ${lang}` });
    const probe = await put(backend, { lang: 'en-GB' });
    await until(() => words(probe.renderRoot).includes('hello in en'), 'the sentence');
    expect(root(probe).lang).to.equal('en-GB');
  });

  it('is found through another component’s shadow root', async () => {
    Probe.loadMessages = (lang) => Promise.resolve({ ...shared, hello: `hello in ${lang}` });
    const host = await fixture<HTMLElement>(page`<div lang="ar"><div></div></div>`);
    const inner = host.firstElementChild as HTMLElement;
    const probe = document.createElement(tag) as Probe;
    probe.consultation = 'x';
    probe.backend = backend;
    inner.attachShadow({ mode: 'open' }).append(probe);
    await until(() => words(probe.renderRoot).includes('hello in ar'), 'the sentence');
    expect(root(probe).dir).to.equal('rtl');
  });

  it('is French where its sentences do not come', async () => {
    Probe.loadMessages = () => Promise.reject(new Error('404'));
    const probe = await put(backend, { lang: 'br' });
    await until(() => words(probe.renderRoot).includes('Bonjour'), 'the sentence');
    expect(root(probe).lang).to.equal('fr');
  });

  it('is French for a sentence that an older language file lacks', async () => {
    Probe.loadMessages = () => Promise.resolve({ loading: 'Loading…' });
    const probe = await put(backend, { lang: 'en' });
    await until(() => words(probe.renderRoot).includes('Bonjour'), 'the sentence');
  });

  it('is given to the backend', async () => {
    let locale: string | undefined;
    Probe.loadMessages = () => Promise.resolve({ ...shared, hello: 'Hello' });
    await put(backendOf((_, context) => { locale = context?.locale; return Promise.resolve(titled('Title')); }), { lang: 'en' });
    await until(() => locale === 'en', 'the call');
  });
});

describe('The backend of a widget', () => {
  const answers = backendOf(() => Promise.resolve(titled('Trouvé')));
  const found = (probe: Probe) => until(() => words(probe.renderRoot.querySelector('h2')) === 'Trouvé', 'the view');
  beforeEach(() => { log = listening(); });
  afterEach(() => {
    delete Probe.connect;
    document.head.querySelector('meta[name=parvis-backend]')?.remove();
    log.stop();
  });
  const plain = (backend: string | undefined) => place<Probe>(tag, backend === undefined ? { consultation: 'x' } : { consultation: 'x', backend }, undefined);
  /** `place` sets the property as well: an attribute alone says more here. */
  const tagged = async (attributes: string): Promise<Probe> => {
    const box = await fixture<HTMLElement>(page`<main lang="fr"></main>`);
    box.innerHTML = `<${tag} ${attributes}><a href="#x">Participer</a></${tag}>`;
    return box.firstElementChild as Probe;
  };

  it('is the address of the tag', async () => {
    const bases: string[] = [];
    Probe.connect = (base) => { bases.push(base.href); return answers; };
    await found(await tagged('consultation="x" backend="https://parvis.example/api"'));
    expect(bases).to.deep.equal(['https://parvis.example/api']);
  });

  it('may be an address relative to the page', async () => {
    const bases: string[] = [];
    Probe.connect = (base) => { bases.push(base.href); return answers; };
    await found(await tagged('consultation="x" backend="/parvis"'));
    expect(bases).to.deep.equal([new URL('/parvis', document.baseURI).href]);
  });

  it('is the page’s own when the tag says nothing', async () => {
    const bases: string[] = [];
    Probe.connect = (base) => { bases.push(base.href); return answers; };
    const meta = document.createElement('meta');
    meta.name = 'parvis-backend';
    meta.content = 'https://parvis.example';
    document.head.append(meta);
    await found(await tagged('consultation="x"'));
    expect(bases).to.deep.equal(['https://parvis.example/']);
  });

  it('may have a scheme that somebody registered', async () => {
    const addresses: string[] = [];
    registerAdapter('Probe', (address) => { addresses.push(address); return answers; });
    await found(await tagged('consultation="x" backend="probe:one"'));
    expect(addresses).to.deep.equal(['probe:one']);
  });

  const setUps = [
    ['an unknown scheme', 'consultation="x" backend="gopher:x"', 'Call registerAdapter'],
    ['a script as address', 'consultation="x" backend="javascript:alert(1)"', 'no adapter for'],
    ['no backend at all', 'consultation="x"', '<meta name="parvis-backend"'],
    ['no consultation', 'backend="probe:one"', 'Add consultation="…"'],
  ] as const;
  for (const [name, attributes, hint] of setUps) {
    it(`${name}: the webmaster reads a hint on the console, residents a plain sentence and the link`, async () => {
      Probe.connect = () => answers;
      const probe = await tagged(attributes);
      await until(() => probe.hasUpdated && announced(probe) === 'Cette page n’est pas encore prête', 'the announcement');
      expect(log.lines.join()).to.contain(hint);
      expect(words(probe.renderRoot)).to.not.contain('registerAdapter').and.to.not.contain('consultation=');
      expect(fallbackShows(probe)).to.equal(true);
    });
  }

  it('changes when the page changes it', async () => {
    const probe = await plain(undefined);
    probe.backend = answers;
    await until(() => loaded(probe) && words(probe.renderRoot.querySelector('h2')) === 'Trouvé', 'the view');
  });
});
