import { expect, fixture, html } from '@open-wc/testing';
import { all, announced, forgetEverything, labelled, named, until, words, write } from '../testing/page.ts';
import { asked, idea, onDevice, openForm, receipt, replaced, send, text, title, toReview, writeIdea } from '../testing/proposal-form.ts';
import './define.ts';
import type { ParvisProposalForm } from './proposal-form.ts';

const kept = async () => JSON.stringify([...(await onDevice())]);
const titleIn = (form: ParvisProposalForm) => labelled(form, title).value;

/** A page of the same site, with the widget defined. */
async function otherPage(): Promise<HTMLIFrameElement> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Une autre page"></iframe>`);
  frame.contentDocument?.documentElement.setAttribute('lang', 'fr');
  const script = frame.contentDocument?.createElement('script') as HTMLScriptElement;
  script.type = 'module';
  script.src = new URL('./define.ts', import.meta.url).href;
  frame.contentDocument?.body.append(script);
  await until(() => frame.contentWindow?.customElements.get('parvis-proposal-form'), 'the widget in the other page');
  return frame;
}

async function formIn(frame: HTMLIFrameElement): Promise<ParvisProposalForm> {
  const whole = await asked();
  const form = frame.contentDocument?.createElement('parvis-proposal-form') as ParvisProposalForm;
  form.consultation = 'berges';
  form.backend = { consultations: { get: () => Promise.resolve(whole) }, proposals: { submit: () => Promise.resolve(receipt) } };
  frame.contentDocument?.body.append(form);
  await until(() => labelled(form, title), 'the form in the other page');
  return form;
}

describe('The draft of a proposal', () => {
  beforeEach(forgetEverything);

  it('is on the device half a second after the last letter', async () => {
    const form = await openForm();
    await write(form, title, 'Un banc');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await kept()).to.contain('Un banc');
  });

  it('is on the device within half a second even when one never stops typing', async () => {
    const form = await openForm();
    const start = performance.now();
    for (let n = 1; performance.now() - start < 900; n += 1) {
      await write(form, title, `Un banc ${n}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await kept()).to.contain('Un banc');
  });

  for (const [target, event] of [[window, 'pagehide'], [document, 'visibilitychange']] as const) {
    it(`is on the device at once when the page goes (${event})`, async () => {
      const form = await openForm();
      await write(form, title, 'Un banc');
      target.dispatchEvent(new Event(event));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await kept()).to.contain('Un banc');
    });
  }

  // WebKit gives up what a page writes while it goes away: there the last half second of typing may be missing.
  const leaving = navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome') ? it.skip : it;
  leaving('is on the device even when one leaves the page right after the last letter', async () => {
    const frame = await otherPage();
    const there = await formIn(frame);
    await write(there, title, 'Le dernier mot');
    await new Promise((resolve) => {
      frame.onload = resolve;
      frame.src = 'about:blank?next';
    });
    expect(titleIn(await openForm())).to.equal('Le dernier mot');
  });

  it('belongs to its page as long as that is open, and goes to another when it closes', async () => {
    const frame = await otherPage();
    await write(await formIn(frame), title, 'Un banc');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const here = await openForm();
    expect(titleIn(here)).to.equal('');
    here.remove();
    frame.remove();
    expect(titleIn(await openForm())).to.equal('Un banc');
  });

  it('comes back when the page is loaded again, whole, with a word that says so', async () => {
    const first = await openForm();
    await writeIdea(first, 'فكرة 👩🏽‍🌾 <b>');
    labelled(first, 'Entraide').click();
    await write(first, 'Adresse e-mail', 'lou@exemple.fr');
    labelled(first, /^J’accepte/).click();
    first.remove();
    const second = await openForm();
    expect(titleIn(second)).to.equal('فكرة 👩🏽‍🌾 <b>');
    expect(labelled(second, text).value).to.equal(idea);
    expect(labelled(second, 'Entraide').checked).to.equal(true);
    expect(labelled(second, 'Adresse e-mail').value).to.equal('lou@exemple.fr');
    expect(labelled(second, /^J’accepte/).checked).to.equal(true);
    expect(words(second.renderRoot)).to.contain('Nous avons gardé ce que vous aviez écrit.');
  });

  it('says nothing of a draft when there is none', async () => {
    const form = await openForm();
    expect(words(form.renderRoot)).to.not.contain('Nous avons gardé');
  });

  it('can be erased: fields, ticks and what the device keeps', async () => {
    const first = await openForm();
    await writeIdea(first);
    first.remove();
    const second = await openForm();
    labelled(second, 'Entraide').click();
    named(second, 'Effacer ce brouillon').click();
    await until(() => announced(second) === 'Le brouillon est effacé.', 'word that it is erased');
    expect(titleIn(second) + labelled(second, text).value).to.equal('');
    expect(all<HTMLInputElement>(second, 'input').filter((c) => c.checked)).to.deep.equal([]);
    expect(second.matches(':focus')).to.equal(true);
    expect([...(await onDevice()).keys()]).to.deep.equal([]);
  });

  it('of one consultation never shows in another', async () => {
    const first = await openForm({ consultation: 'berges' });
    await writeIdea(first);
    first.remove();
    const other = await openForm({ consultation: 'ecoles' });
    expect(titleIn(other)).to.equal('');
  });

  it('two tabs: each keeps its own, and both come back', async () => {
    const one = await openForm();
    await write(one, title, 'Un banc');
    one.dispatchEvent(new Event('x'));
    window.dispatchEvent(new Event('visibilitychange'));
    const two = await openForm();
    expect(titleIn(two), 'the second tab starts empty while the first is open').to.equal('');
    await write(two, title, 'Une fontaine');
    await write(one, title, 'Un banc et une table');
    one.remove();
    two.remove();
    const three = await openForm();
    const four = await openForm();
    expect([titleIn(three), titleIn(four)].sort()).to.deep.equal(['Un banc et une table', 'Une fontaine']);
  });

  it('sent from one tab, the other tab keeps what it has', async () => {
    const one = await openForm();
    await write(one, title, 'Un banc');
    const two = await openForm();
    await toReview(two);
    send(two);
    await until(() => words(two.renderRoot).includes('7KQM'), 'the receipt');
    one.remove();
    two.remove();
    expect(titleIn(await openForm())).to.equal('Un banc');
  });

  it('a form moved within its page loses nothing and keeps on keeping', async () => {
    const form = await openForm();
    await write(form, title, 'Un banc');
    const box = form.parentElement as HTMLElement;
    form.remove();
    box.append(form);
    expect(titleIn(form)).to.equal('Un banc');
    await write(form, title, 'Un banc rouge');
    form.remove();
    expect(titleIn(await openForm())).to.equal('Un banc rouge');
  });

  it('where the browser has no locks, text given to a second tab stays with the first as well', async () => {
    const restore = replaced(navigator, 'locks', undefined);
    try {
      const one = await openForm();
      await write(one, title, 'Un banc');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const two = await openForm();
      expect(titleIn(two)).to.equal('Un banc');
      await write(two, title, 'Une fontaine');
      two.remove();
      expect(titleIn(one)).to.equal('Un banc');
      await write(one, title, 'Un banc bleu');
      one.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await kept()).to.contain('Un banc bleu').and.to.contain('Une fontaine');
    } finally {
      restore();
    }
  });
});

describe('Where the device keeps nothing', () => {
  let restore = () => {};
  beforeEach(async () => {
    await forgetEverything();
    restore = replaced(IDBDatabase.prototype, 'transaction', () => { throw new DOMException('forbidden', 'SecurityError'); });
  });
  afterEach(() => restore());

  it('the form says so once, and works', async () => {
    const form = await openForm({ consultation: 'sans-memoire' });
    expect(all(form, '.pv-notice').map(words)).to.deep.equal(['Cet appareil ne garde pas de brouillon. Ne fermez pas cette page avant d’envoyer.']);
    await toReview(form);
    send(form);
    await until(() => words(form.renderRoot).includes('7KQM'), 'the receipt');
  });

  it('what is written lasts at least as long as the page', async () => {
    const first = await openForm({ consultation: 'sans-memoire-2' });
    await write(first, title, 'Un banc');
    first.remove();
    expect(titleIn(await openForm({ consultation: 'sans-memoire-2' }))).to.equal('Un banc');
  });
});
