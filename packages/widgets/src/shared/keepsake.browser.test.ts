import { expect } from '@open-wc/testing';
import { replaced } from '../testing/proposal-form.ts';
import { copyText, printSheet } from './keepsake.ts';

const contentWindow = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow') as PropertyDescriptor;

describe('Printing a sheet', () => {
  let printed: Document | undefined;
  let sheet: Window | undefined;

  before(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        sheet = (contentWindow.get as () => Window).call(this);
        sheet.print = () => { printed = sheet?.document; };
        return sheet;
      },
    });
  });
  after(() => { Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', contentWindow); });

  it('holds the title, the headings and the lines, and nothing of the page', () => {
    printSheet('Vos idées', [{ title: 'Titre' }, 'Un banc', 'أريد حديقة'], 'fr');
    expect(printed?.title).to.equal('Vos idées');
    expect(printed?.documentElement.lang).to.equal('fr');
    expect([...(printed?.body.children ?? [])].map((e) => `${e.localName}: ${e.textContent}`)).to.deep.equal(['h1: Vos idées', 'h2: Titre', 'p: Un banc', 'p: أريد حديقة']);
  });

  it('takes people’s words as text', () => {
    printSheet('<b>x</b>', ['<img src=x onerror=alert(1)>'], 'fr');
    expect(printed?.querySelectorAll('b, img').length).to.equal(0);
  });

  it('goes away once it is printed', () => {
    printSheet('Vos idées', [], 'fr');
    const frames = document.querySelectorAll('iframe').length;
    sheet?.dispatchEvent(new Event('afterprint'));
    expect(document.querySelectorAll('iframe').length).to.equal(frames - 1);
  });
});

describe('Copying words', () => {
  it('says whether it worked', async () => {
    const allow = replaced(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    expect(await copyText('a')).to.equal(true);
    allow();
    const refuse = replaced(navigator, 'clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    expect(await copyText('a')).to.equal(false);
    refuse();
    const absent = replaced(navigator, 'clipboard', undefined);
    expect(await copyText('a'), 'a page without https has no clipboard').to.equal(false);
    absent();
  });
});
