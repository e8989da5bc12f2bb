/** Makes an element. Children that are text become text: nothing a person typed is ever read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Partial<HTMLElementTagNameMap[K]> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A control with its label, its hint, and a place for what is to be corrected. */
export interface Field {
  element: HTMLElement;
  control: HTMLInputElement | HTMLSelectElement;
  /** Shows what to correct, or, as a warning, what could be better; empty: nothing. @param label stands before the sentence */
  correct(sentence: string, label: string, kind?: 'error' | 'warning'): void;
}

/** @param name of the control; ids are made from it */
export function field(name: string, label: string, control: HTMLInputElement | HTMLSelectElement, hint = ''): Field {
  const [hintId, problemId] = [`pb-${name}-hint`, `pb-${name}-problem`];
  Object.assign(control, { id: `pb-${name}`, name });
  const problem = make('p', { id: problemId, className: 'pb-problem', hidden: true });
  const parts = [make('label', { htmlFor: control.id, className: 'pb-label' }, label), ...(hint ? [make('p', { id: hintId, className: 'pb-hint' }, hint)] : []), problem, control];
  const describe = (ids: string[]) => (ids.length > 0 ? control.setAttribute('aria-describedby', ids.join(' ')) : control.removeAttribute('aria-describedby'));
  describe(hint ? [hintId] : []);
  const element = make('div', { className: 'pb-field' }, ...parts);
  return {
    element, control,
    correct(sentence, label, kind = 'error') {
      problem.hidden = sentence === '';
      problem.textContent = sentence && `${label} ${sentence}`;
      const isWrong = sentence !== '' && kind === 'error';
      element.classList.toggle('pb-wrong', isWrong);
      element.classList.toggle('pb-warned', sentence !== '' && !isWrong);
      if (isWrong) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
      describe([...(sentence ? [problemId] : []), ...(hint ? [hintId] : [])]);
    },
  };
}

/** A list to pick from. @param options words by value, in their order; the empty value comes first */
export function list(options: Readonly<Record<string, string>>, value: string): HTMLSelectElement {
  const select = make('select', {}, ...Object.entries(options).map(([value, text]) => make('option', { value }, text)));
  select.value = value;
  return select;
}

/** A line to write in. */
export const line = (value: string, more: Partial<HTMLInputElement> = {}): HTMLInputElement => make('input', { type: 'text', autocomplete: 'off', spellcheck: false, value, ...more });
