import { type Entry, type Report, reportText } from './report.ts';

const styles = `
:host { display: block !important }
section { all: initial; display: block; padding: 1em max(1em, 50% - 30em); overflow-wrap: anywhere; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; color: light-dark(#17191d, #f2f4f7); background: light-dark(#fff, #14171b); border-block-end: 3px solid light-dark(#0b4f7a, #8fcdf2) }
h2 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5em } h3 { font-size: 1.125em; line-height: 1.3; margin: 0 }
h2, h3, b { font-weight: 650 }
p { margin: .25em 0 } ol { padding-inline-start: 1.5em } li { margin-block: 1em }
pre { margin: .5em 0; padding: .75em; white-space: pre-wrap; border: 1px solid light-dark(#656d79, #8b95a3); border-radius: .375em; background: light-dark(#f3f5f7, #1e2329); font: .875em/1.5 ui-monospace, monospace }
button { font: inherit; min-block-size: 44px; padding: .25em 1em; border: 1px solid; border-radius: .375em; background: none; color: light-dark(#0b4f7a, #8fcdf2); cursor: pointer }
.actions { display: flex; flex-wrap: wrap; gap: .5em }
:focus-visible { outline: 3px solid light-dark(#0b4f7a, #8fcdf2); outline-offset: 2px }
`;

type Child = Node | string;

/** Text only ever becomes text: what stands in a page may be anybody's. */
function make(tag: string, children: readonly Child[], attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const button = (words: string, act: () => void): HTMLElement => {
  const element = make('button', [words], { type: 'button' });
  element.addEventListener('click', act);
  return element;
};

/** Shows the report above the page, in a room of its own. One that was there goes. */
export function showPanel(report: Report, page: string): void {
  const { words, lang, summary, entries } = report;
  document.querySelector('parvis-check')?.remove();
  const host = make('parvis-check', [], { lang });
  const root = host.attachShadow({ mode: 'open' });
  // A browser too old for it gets the words all the same.
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  }
  const said = make('p', [], { role: 'status' });
  const status = make('p', [], { role: 'status' });
  const copy = async (text: string) => {
    status.textContent = '';
    status.textContent = await navigator.clipboard.writeText(text).then(() => words.copied, () => words.copyFailed);
  };
  const before = document.activeElement;
  const heading = make('h2', [words.title], { tabindex: '-1', id: 'parvis-check-title' });
  root.append(make('section', [
    heading,
    said,
    ...(entries.length > 0 ? [make('ol', entries.map((entry) => entryOf(entry, report, copy)))] : []),
    make('p', [words.looked]),
    make('div', [
      button(words.copyAll, () => void copy(reportText(report, page))),
      button(words.close, () => {
        host.remove();
        if (before instanceof HTMLElement) before.focus();
      }),
    ], { class: 'actions' }),
    status,
  ], { 'aria-labelledby': 'parvis-check-title' }));
  document.body.prepend(host);
  // Whoever is in the middle of something stays there; the status, which is there before its words, says that the report has come.
  if (!before || before === document.body) heading.focus();
  said.append(make('b', [summary]));
}

function entryOf({ weight, what, why, mend, paste }: Entry, { words }: Report, copy: (text: string) => Promise<void>): HTMLElement {
  const labelled = (label: string, text: string) => make('p', [make('b', [label]), ` ${text}`]);
  return make('li', [
    make('h3', [`${weight} : ${what}`.replace(' :', words.why.includes('\u00a0') ? '\u00a0:' : ':')]),
    labelled(words.why, why),
    labelled(words.mend, mend),
    ...(paste ? [make('pre', [make('code', [paste])], { tabindex: '0' }), button(words.copyLine, () => void copy(paste))] : []),
  ]);
}
