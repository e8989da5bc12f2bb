/**
 * A form of the page stands inside the widget's tag until the widget is ready. Whoever has entered something by then goes on with the form:
 * it leaves the tag, and the widget leaves the page.
 */
const tagOf = (control) => control.closest('parvis-ballot, parvis-proposal-form, parvis-faq, parvis-feedback');

function keep(control) {
  const tag = tagOf(control);
  // What is entered in the widget itself is heard as coming from its tag.
  if (!tag || tag === control) return;
  const { activeElement } = document;
  tag.replaceWith(...tag.childNodes);
  activeElement?.focus({ preventScroll: true });
}

const isFilled = (control) =>
  control.type === 'radio' || control.type === 'checkbox' ? control.checked !== control.defaultChecked
    : control.options ? [...control.options].some((option) => option.selected !== option.defaultSelected && option.index > 0)
      : control.value !== control.defaultValue;

addEventListener('input', ({ target }) => keep(target), true);
// Before this file arrived, or by a browser that gives back what was entered.
for (const control of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (isFilled(control)) keep(control);
