/* What an editor chooses: in the block while something is missing, and beside it. */
{
  const { createElement: el, Fragment, useState } = window.wp.element;
  const { Button, SelectControl, TextControl } = window.wp.components;
  const { __, sprintf } = window.wp.i18n;
  const editor = window.parvisEditor;

  const choose = () => ({ value: '', label: __('Choose…', 'parvis') });
  const texts = editor.widgets.map((one) => one.text);

  /** A list to choose from, or the id written: where the server does not give a list, and where an editor would rather. An id that the server does not have stays. */
  function Choice({ label, value, onChange, items, failed, written }) {
    if (failed) return el(TextControl, { label, value, onChange, help: __('The list could not be fetched from the Parvis server. Write the id, or look at Settings, Parvis.', 'parvis') });
    if (written) return el(TextControl, { label, value, onChange, help: __('The id stands in the address of the page on the server.', 'parvis') });
    if (!items) return el(SelectControl, { label, value: '', disabled: true, options: [{ value: '', label: __('The list is being fetched…', 'parvis') }], onChange });
    const known = items.map(({ id, title }) => ({ value: id, label: title }));
    const unknown = value && !items.some(({ id }) => id === value) ? [{ value, label: sprintf(/* translators: %s: id */ __('%s (not on the server)', 'parvis'), value) }] : [];
    return el(SelectControl, { label, value, onChange, options: [choose(), ...known, ...unknown] });
  }

  /** Which widget, of which consultation, of which ballot. */
  editor.What = ({ attributes, setAttributes }) => {
    const { widget, consultation, ballot, text } = attributes;
    const { items, failed } = editor.useConsultations();
    const [written, setWritten] = useState(false);
    const ballotsOf = (id) => items?.find((one) => one.id === id)?.ballots;
    return el(Fragment, null,
      el(SelectControl, {
        label: __('Widget', 'parvis'), value: widget, options: editor.widgets.map(({ name, title }) => ({ value: name, label: title })),
        onChange: (name) => setAttributes({ widget: name, ...(texts.includes(text) ? { text: editor.widget(name).text } : {}) }),
      }),
      el(Choice, {
        label: __('Consultation', 'parvis'), value: consultation, items, failed, written,
        onChange: (id) => {
          const ballots = ballotsOf(id);
          setAttributes({ consultation: id, ...(ballots ? { ballot: ballots.length === 1 ? ballots[0].id : '' } : {}) });
        },
      }),
      editor.widget(widget).ballot && (consultation || failed || written)
        ? el(Choice, { label: __('Ballot', 'parvis'), value: ballot, items: items && (ballotsOf(consultation) ?? []), failed, written, onChange: (id) => setAttributes({ ballot: id }) })
        : null,
      failed ? null : el('p', null, el(Button, { variant: 'link', onClick: () => setWritten(!written) }, written ? __('Choose from the lists', 'parvis') : __('Write the ids', 'parvis'))));
  };

  /** How it looks. */
  editor.How = ({ attributes, setAttributes }) => {
    const { lang, theme, heading, text } = attributes;
    const asSet = { value: '', label: __('As in the settings', 'parvis') };
    const asPage = { value: 'page', label: __('As the page', 'parvis') };
    return el(Fragment, null,
      el(TextControl, { label: __('Words of the link', 'parvis'), value: text, help: __('Shown until the widget is ready, and where no script runs.', 'parvis'), onChange: (words) => setAttributes({ text: words }) }),
      el(SelectControl, {
        label: __('Level of the heading', 'parvis'), value: String(heading), help: __('One more than the heading above it.', 'parvis'),
        options: [2, 3, 4, 5, 6].map((level) => ({ value: String(level), label: String(level) })), onChange: (level) => setAttributes({ heading: Number(level) }),
      }),
      el(SelectControl, {
        label: __('Language', 'parvis'), value: lang, onChange: (code) => setAttributes({ lang: code }),
        options: [asSet, asPage, ...Object.entries(editor.languages).map(([value, label]) => ({ value, label }))],
      }),
      el(SelectControl, {
        label: __('Colours', 'parvis'), value: theme, onChange: (name) => setAttributes({ theme: name }),
        options: [asSet, asPage, { value: 'light', label: __('Light', 'parvis') }, { value: 'dark', label: __('Dark', 'parvis') }],
      }));
  };
}
