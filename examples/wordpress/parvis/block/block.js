/* The block "Parvis". What it saves is a plain link, which stays readable without this plugin; the tag is made of it when the page is shown. */
{
  const { createElement: el, Fragment, useEffect } = window.wp.element;
  const { createBlock, registerBlockType } = window.wp.blocks;
  const { InspectorControls, useBlockProps } = window.wp.blockEditor;
  const { ExternalLink, PanelBody, Placeholder } = window.wp.components;
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

  function edit(props) {
    useLink(props);
    const wrapper = useBlockProps();
    if (!editor.backend) return el('div', wrapper, el(NotSetUp));
    const whole = editor.isWhole(props.attributes);
    return el(Fragment, null,
      el(InspectorControls, null,
        whole ? el(PanelBody, { title: __('What is shown', 'parvis') }, el(editor.What, props)) : null,
        el(PanelBody, { title: __('How it is shown', 'parvis') }, el(editor.How, props))),
      el('div', wrapper,
        whole
          ? el(editor.Preview, props)
          : el(Placeholder, { icon: 'megaphone', label: 'Parvis', instructions: __('Choose what residents see here.', 'parvis') }, el('div', { style: { width: '100%' } }, el(editor.What, props)))));
  }

  const save = ({ attributes: { link, text } }) => (link ? el('p', null, el('a', { href: link }, text || link)) : null);

  const named = (name) => ({ type: 'string', shortcode: ({ named: given }) => given[name] ?? '' });
  const transforms = {
    from: [
      // Before the block that asks other sites for an embed: it knows nothing of this one.
      { type: 'raw', priority: 1, isMatch: (node) => node.nodeName === 'P' && Boolean(editor.readAddress(node.textContent.trim())), transform: (node) => createBlock(NAME, editor.readAddress(node.textContent.trim())) },
      { type: 'shortcode', tag: 'parvis', attributes: Object.fromEntries(['widget', 'consultation', 'ballot', 'lang', 'theme', 'text'].map((name) => [name, named(name)])) },
    ],
  };

  registerBlockType(NAME, { edit, save, transforms });
}
