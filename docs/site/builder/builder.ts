// The snippet builder: a form above the snippets of the page, which it fills in. Needs no server; the page shows the snippets with an example without it.
import { fromFragment, problemsOf, toFragment, type Choices } from './choices.ts';
import { make } from './dom.ts';
import { builderForm } from './form.ts';
import { previewFrame } from './frame.ts';
import { snippetNames, snippetsOf, type Integrity, type SnippetName } from './snippets.ts';
import { top } from './top.ts';
import { builderWords } from './words.ts';

const words = builderWords();
const place = document.querySelector<HTMLElement>('#pb-builder');
const blocks = codeOf(document);
const integrity = await fetch(`${top}gallery/integrity.json`).then((answer) => answer.json() as Promise<Integrity>).catch(() => ({ build: 'BUILD', files: {} }));

const form = builderForm(words, fromFragment(location.hash), changed);
const preview = previewFrame(words.previewTitle);
const own = make('input', { type: 'checkbox', name: 'own' });
const narrow = make('input', { type: 'checkbox', name: 'narrow' });
const ownHint = make('p', { className: 'pb-hint' });
const shareState = make('span', { className: 'pb-hint' });
shareState.setAttribute('role', 'status');
const share = make('button', { type: 'button' }, words.share);
let waiting: ReturnType<typeof setTimeout> | undefined;

own.addEventListener('change', () => showPreview(form.choices()));
narrow.addEventListener('change', () => preview.element.classList.toggle('pb-narrow', narrow.checked));
share.addEventListener('click', async () => {
  shareState.textContent = '';
  shareState.textContent = await navigator.clipboard.writeText(location.href).then(() => words.shared, () => words.notCopied);
});
place?.replaceChildren(
  form.element,
  make('p', { className: 'pb-actions' }, share, shareState),
  make('section', { className: 'pb-preview' },
    make('h2', {}, words.preview),
    make('p', {}, words.previewHint),
    make('div', { className: 'pb-choices' }, make('label', { className: 'pb-choice' }, own, words.own), make('label', { className: 'pb-choice' }, narrow, words.narrow)),
    ownHint, preview.element),
);
form.check(true);
fill(form.choices());
showPreview(form.choices());

function changed(choices: Choices): void {
  fill(choices);
  const fragment = toFragment(choices);
  history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
  // Not at each letter: the preview begins anew each time, and may ask a server.
  clearTimeout(waiting);
  waiting = setTimeout(() => showPreview(choices), 500);
}

function fill(choices: Choices): void {
  const snippets = snippetsOf(choices, integrity);
  for (const [name, code] of blocks) code.textContent = snippets[name];
}

function showPreview(choices: Choices): void {
  const problems = [...problemsOf(choices).keys()].some((name) => name !== 'accent');
  ownHint.textContent = !own.checked ? '' : problems ? words.ownIncomplete : words.ownHint.replace('{origin}', location.origin);
  const { widget, lang, look, scheme, accent, heading } = choices;
  const dressed = { lang: lang || document.documentElement.lang, look, scheme, accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent : '', heading };
  preview.show(own.checked && !problems ? toFragment({ ...choices, ...dressed } as Choices) : `${new URLSearchParams({ ...dressed, show: `${widget}/ready` })}`);
}

/** The block of code after each `<!-- snippet-NAME -->` of the page. */
function codeOf(root: Node): Map<SnippetName, Element> {
  const found = new Map<SnippetName, Element>();
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) {
    const comment = comments.currentNode as Comment;
    const name = snippetNames.find((one) => comment.data.trim() === `snippet-${one}`);
    const code = comment.nextElementSibling?.querySelector('code');
    if (name && code) found.set(name, code);
  }
  return found;
}
