// Lets people try a look on the page about themes: every custom property, widgets that show it, contrasts in words, and the style sheet to copy.
import { lookCss } from '../../../packages/embed/src/looks/css.ts';
import { field, line, list, make } from './dom.ts';
import { previewFrame } from './frame.ts';
import { differing, lengths, names, valuesOf, weakPairs, type Name } from './look.ts';
import { themeWords } from './theme-words.ts';

const words = themeWords();
const schemes = ['light', 'dark'] as const;
let values = valuesOf('');

const start = field('start', words.start, list(words.looks, ''));
const scheme = field('try-scheme', words.scheme, list({ light: words.light, dark: words.dark }, 'light'));
const colours = names.flatMap((name) => schemes.map((one, index) => {
  const label = words.colour.replace('{name}', name).replace('{scheme}', words[one].toLowerCase());
  return { name, index, ...field(`${name}-${one}`, label, make('input', { type: 'color' })) };
}));
const sizes = lengths.map((name) => ({ name, ...field(name, name, line('')) }));
const contrasts = make('div');
contrasts.setAttribute('role', 'status');
const code = make('code');
const said = make('span', { className: 'pb-hint' });
said.setAttribute('role', 'status');
const copy = make('button', { type: 'button' }, words.copy);
const preview = previewFrame(words.preview);
const group = (title: string, fields: readonly { element: HTMLElement }[]) => make('fieldset', {}, make('legend', {}, title), make('div', { className: 'pb-fields pb-small' }, ...fields.map(({ element }) => element)));
const form = make('form', { className: 'pb-form' }, make('div', { className: 'pb-fields' }, start.element, scheme.element), group(words.colours, colours), group(words.measures, sizes));

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  if (target === start.control) begin();
  read();
  show();
});
copy.addEventListener('click', async () => {
  said.textContent = '';
  said.textContent = await navigator.clipboard.writeText(code.textContent ?? '').then(() => words.copied, () => words.notCopied);
});
preview.element.addEventListener('load', () => {
  const root = preview.element.contentDocument?.documentElement;
  // Widgets come later; what they inherit may be there before them.
  if (root) dress(root);
});
begin();
show();
document.querySelector('#pb-themes')?.replaceChildren(
  form, contrasts,
  make('section', { className: 'pb-preview' }, make('h3', {}, words.preview), preview.element),
  make('h3', {}, words.css), make('p', {}, words.cssHint), make('pre', { className: 'pb-code', tabIndex: 0 }, code), make('p', { className: 'pb-actions' }, copy, said),
);
preview.show(`show=ballot/chosen,proposal-form/ready,feedback/timeline&lang=${document.documentElement.lang}`);

/** Puts the values of the theme that was picked into the fields. */
function begin(): void {
  values = valuesOf(start.control.value);
  for (const { name, index, control } of colours) control.value = values.colours[name][index] as string;
  for (const { name, control } of sizes) control.value = values.measures[name] ?? '';
}

function read(): void {
  // The ring of the focus goes with the accent until somebody parts them.
  const control = (name: Name, index: number) => colours.find((one) => one.name === name && one.index === index)?.control;
  for (const index of [0, 1]) {
    const [ring, accent] = [control('focus', index), control('accent', index)];
    if (ring && accent && ring.value === values.colours.accent[index]) ring.value = accent.value;
  }
  for (const { name, index, control } of colours) values.colours[name as Name][index] = control.value;
  for (const { name, control } of sizes) if (CSS.supports('inline-size', control.value.trim())) values.measures[name] = control.value.trim();
}

function show(): void {
  code.textContent = lookCss(differing(values), ':root');
  const number = (found: number) => (Math.floor(found * 10) / 10).toLocaleString(document.documentElement.lang);
  const weak = weakPairs(values).map(({ kind, a, b, scheme, found }) =>
    (kind === 'text' ? words.weakText : words.weakLine).replace('{a}', a).replace('{b}', b).replace('{found}', number(found)).replace('{scheme}', words[scheme].toLowerCase()));
  const before = contrasts.textContent;
  const now = weak.length > 0 ? make('ul', { className: 'pb-weak' }, ...weak.map((text) => make('li', {}, text))) : make('p', { className: 'pb-state' }, words.fine);
  if (now.textContent !== before) contrasts.replaceChildren(now);
  const root = preview.element.contentDocument?.documentElement;
  if (root) dress(root);
}

/** Sets every property in the frame for light or dark, whichever is looked at. */
function dress(root: HTMLElement): void {
  const index = scheme.control.value === 'dark' ? 1 : 0;
  root.style.colorScheme = scheme.control.value;
  for (const name of names) root.style.setProperty(`--parvis-${name}`, values.colours[name][index] as string);
  for (const [name, value] of Object.entries(values.measures)) root.style.setProperty(`--parvis-${name}`, value);
}
