import { weaknessOf, type Weakness } from './accent.ts';
import { problemsOf, widgets, type Choices } from './choices.ts';
import { field, line, list, make, type Field } from './dom.ts';
import { problemWords, type BuilderWords } from './words.ts';

const levels = Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((level) => [level, `h${level}`]));

export interface Form {
  element: HTMLFormElement;
  choices(): Choices;
  /** Says what is to be corrected or filled in. `all`: in fields nobody has left yet, too. */
  check(all: boolean): void;
}

/** The fields of the builder. `onChange` is called at each change with what is chosen then. */
export function builderForm(words: BuilderWords, first: Choices, onChange: (choices: Choices) => void): Form {
  const fields = {
    backend: field('backend', words.backend, line(first.backend, { inputMode: 'url' }), words.backendHint),
    consultation: field('consultation', words.consultation, line(first.consultation), words.consultationHint),
    ballot: field('ballot', words.ballot, line(first.ballot), words.ballotHint),
    text: field('text', words.text, line(first.text, { spellcheck: true }), words.textHint),
    lang: field('lang', words.lang, list(words.langs, first.lang)),
    heading: field('heading', words.heading, list(levels, first.heading)),
    look: field('look', words.look, list(words.looks, first.look)),
    scheme: field('scheme', words.scheme, list(words.schemes, first.scheme)),
    accent: field('accent', words.accent, line(first.accent), words.accentHint),
  } satisfies Record<string, Field>;
  const radios = Object.entries(words.widgets).map(([value, text]) => {
    const radio = make('input', { type: 'radio', name: 'widget', value, checked: value === first.widget });
    return make('label', { className: 'pb-choice' }, radio, text);
  });
  const state = make('p', { className: 'pb-state' });
  state.setAttribute('role', 'status');
  const group = (title: string, className: string, ...inside: Node[]) => make('fieldset', {}, make('legend', {}, title), make('div', { className }, ...inside));
  const { backend, consultation, ballot, ...looks } = fields;
  const element = make('form', { className: 'pb-form', noValidate: true },
    group(words.what, 'pb-choices', ...radios),
    group(words.where, 'pb-fields', backend.element, consultation.element, ballot.element),
    group(words.how, 'pb-fields', ...Object.values(looks).map((one) => one.element)),
    state);
  const left = new Set<string>();

  const choices = (): Choices => {
    const typed = Object.entries(fields).map(([name, { control }]) => [name, name === 'text' ? control.value : control.value.trim()]);
    return { ...Object.fromEntries(typed), widget: new FormData(element).get('widget') } as Choices;
  };
  const check = (all: boolean): void => {
    const now = choices();
    const problems = problemsOf(now);
    ballot.element.hidden = !widgets[now.widget].ballot;
    for (const name of ['backend', 'consultation', 'ballot', 'accent'] as const) {
      const problem = problems.get(name);
      fields[name].correct(problem && (all || left.has(name)) ? problemWords(words, name, problem) : '', words.error);
    }
    const weak = weaknessOf(now);
    if (weak) fields.accent.correct(weakWords(weak, words), words[weak.kind], weak.kind);
    const open = (['backend', 'consultation', 'ballot'] as const).filter((name) => problems.has(name)).map((name) => words[name]);
    const isAccentWrong = problems.has('accent') || weak?.kind === 'error';
    const toDo = [...(open.length > 0 ? [words.toFill.replace('{fields}', () => open.join(', '))] : []), ...(isAccentWrong ? [words.toCorrect.replace('{fields}', words.accent)] : [])];
    const said = toDo.join(' ') || words.whole;
    if (state.textContent !== said) state.textContent = said;
  };
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLInputElement && target.value) left.add(target.name);
    check(false);
  });
  element.addEventListener('input', () => {
    check(false);
    onChange(choices());
  });
  return { element, choices, check };
}

/** What to do about a colour that is hard to read. */
function weakWords({ scheme, ratio }: Weakness, words: BuilderWords): string {
  const found = (Math.floor(ratio * 10) / 10).toLocaleString(document.documentElement.lang);
  return words.weak.replace('{found}', found).replace('{scheme}', words[scheme]).replace('{way}', scheme === 'light' ? words.darker : words.lighter);
}
