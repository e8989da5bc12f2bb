/* The block "Parvis". What it saves is a plain link, which stays readable without this plugin; the tag is made of it when the page is shown. */
{
  const { createElement: el, Fragment, useEffect, useRef, useState } = window.wp.element;
  const { createBlock, registerBlockType } = window.wp.blocks;
  const { InspectorControls, useBlockProps } = window.wp.blockEditor;
  const { Button, ExternalLink, Notice, PanelBody, Placeholder } = window.wp.components;
  const { __ } = window.wp.i18n;
  const editor = window.parvisEditor;
  const NAME = 'parvis/widget';

  /** Keeps the saved link as it should be, also after the server has moved. */
  function useLink({ attributes, setAttributes }) {
    const link = editor.backend && editor.isWhole(attributes) ? editor.pageOf(attributes) : attributes.link;
    useEffect(() => {
      if (link === attributes.link) return;
      setAttributes({ link, ...(attributes.link || attributes.text ? {} : { text: editor.widget(attributes.widget).text }) });
    }, [link]);
  }

  function NotSetUp() {
    return el(Placeholder, { icon: 'megaphone', label: 'Parvis', instructions: __('Nobody has said yet where the Parvis server is.', 'parvis') },
      editor.settings ? el(ExternalLink, { href: editor.settings }, __('Say it in the settings', 'parvis')) : __('An administrator does that under Settings, Parvis.', 'parvis'));
  }

  /** The first choice, made in the block itself. Nothing changes under anybody's hands before the button is pressed. */
  function FirstChoice({ onDone, ...props }) {
    const [missing, setMissing] = useState(false);
    const show = (event) => {
      event.preventDefault();
      if (editor.isWhole(props.attributes)) onDone();
      else setMissing(true);
    };
    return el(Placeholder, { icon: 'megaphone', label: 'Parvis', instructions: __('Choose what residents see here.', 'parvis') },
      el('form', { onSubmit: show, style: { display: 'block', width: '100%' } },
        missing ? el(Notice, { status: 'error', isDismissible: false }, __('Something is still to be chosen: a consultation, and for a vote or its results a ballot.', 'parvis')) : null,
        el(editor.What, props),
        el(Button, { type: 'submit', variant: 'primary' }, __('Show it', 'parvis'))));
  }

  function edit(props) {
    useLink(props);
    const place = useRef(null);
    const wrapper = useBlockProps({ ref: place });
    const [shown, setShown] = useState(editor.isWhole(props.attributes));
    if (!editor.backend) return el('div', wrapper, el(NotSetUp));
    const done = () => {
      setShown(true);
      // The button that had the focus goes.
      place.current.focus();
    };
    return el(Fragment, null,
      el(InspectorControls, null,
        shown ? el(PanelBody, { title: __('What is shown', 'parvis') }, el(editor.What, props)) : null,
        el(PanelBody, { title: __('How it is shown', 'parvis') }, el(editor.How, props))),
      el('div', wrapper, shown && editor.isWhole(props.attributes) ? el(editor.Preview, props) : el(FirstChoice, { ...props, onDone: done })));
  }

  const save = ({ attributes: { link, text } }) => (link ? el('p', null, el('a', { href: link }, text || link)) : null);

  const named = (name) => ({ type: 'string', shortcode: ({ named: given, numeric }) => given[name] ?? (name === 'widget' ? numeric[0] : undefined) ?? '' });
  const transforms = {
    from: [
      // Before the block that asks other sites for an embed: it knows nothing of this one.
      { type: 'raw', priority: 1, isMatch: (node) => node.nodeName === 'P' && Boolean(editor.readAddress(node.textContent.trim())), transform: (node) => createBlock(NAME, editor.readAddress(node.textContent.trim())) },
      { type: 'shortcode', tag: 'parvis', attributes: {
        ...Object.fromEntries(['widget', 'consultation', 'ballot', 'lang', 'theme', 'text'].map((name) => [name, named(name)])),
        heading: { type: 'number', shortcode: ({ named: given }) => Number(given['heading-level']) || 2 },
      } },
    ],
  };

  registerBlockType(NAME, { edit, save, transforms });
}
