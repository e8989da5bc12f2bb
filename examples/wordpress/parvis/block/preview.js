/* The widget as residents see it, in a frame: the editor's styles do not reach inside, and nobody votes by accident. */
{
  const { createElement: el, useEffect, useMemo, useRef, useState } = window.wp.element;
  const { __, sprintf } = window.wp.i18n;
  const editor = window.parvisEditor;

  const chosen = (own, setting) => [own || setting].find((value) => value !== 'page') ?? '';

  /** The page in the frame, made as a document so that no word becomes markup. */
  function pageWith(attributes, font) {
    const page = document.implementation.createHTMLDocument('');
    page.documentElement.lang = chosen(attributes.lang, editor.language) || editor.siteLang;
    const style = page.createElement('style');
    style.textContent = `body { margin: 0; font-family: ${font.replace(/[<>{};]/g, '')}; }`;
    const tag = page.createElement(`parvis-${editor.widget(attributes.widget).name}`);
    const theme = chosen(attributes.theme, editor.theme);
    const given = { backend: editor.backend, consultation: attributes.consultation, ballot: attributes.ballot, 'heading-level': attributes.heading, theme };
    for (const [name, value] of Object.entries(given)) if (value) tag.setAttribute(name, value);
    const link = page.createElement('a');
    link.href = editor.pageOf(attributes);
    link.textContent = attributes.text || link.href;
    tag.append(link);
    const script = page.createElement('script');
    script.type = 'module';
    script.src = `${editor.files}${tag.localName}.js`;
    page.head.append(style);
    page.body.append(tag, script);
    return `<!doctype html>${page.documentElement.outerHTML}`;
  }

  /** As high as what is inside it. */
  function useHeight(frame) {
    const [height, setHeight] = useState(160);
    const follow = () => {
      const inside = frame.current?.contentDocument?.body;
      if (inside) new ResizeObserver(() => setHeight(Math.max(48, inside.scrollHeight))).observe(inside);
    };
    return [height, follow];
  }

  editor.Preview = ({ attributes }) => {
    const frame = useRef(null);
    const [font, setFont] = useState('');
    useEffect(() => setFont(getComputedStyle(frame.current.parentElement).fontFamily), []);
    const { widget, consultation, ballot, lang, theme, heading, text } = attributes;
    const page = useMemo(() => pageWith(attributes, font), [widget, consultation, ballot, lang, theme, heading, text, font]);
    const [height, follow] = useHeight(frame);
    return el('iframe', {
      ref: frame, className: 'parvis-preview', srcDoc: page, onLoad: follow, tabIndex: -1, inert: '',
      /* translators: %s: name of a widget */
      title: sprintf(__('Preview: %s', 'parvis'), editor.widget(widget).title),
      style: { width: '100%', height, border: 0, display: 'block', pointerEvents: 'none' },
    });
  };
}
