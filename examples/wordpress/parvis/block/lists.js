/* Addresses of the server's pages, and what the server has to choose from. */
{
  const { useEffect, useState } = window.wp.element;
  const editor = window.parvisEditor;

  const ID = /^[A-Za-z0-9._~-]{1,100}$/;
  editor.widget = (name) => editor.widgets.find((one) => one.name === name) ?? editor.widgets[0];

  /** Whether all is said that the widget needs. */
  editor.isWhole = ({ widget, consultation, ballot }) => ID.test(consultation) && (!editor.widget(widget).ballot || ID.test(ballot));

  /** Address of the page that shows the same without JavaScript. */
  editor.pageOf = ({ widget, consultation, ballot }) =>
    editor.widget(widget).address.replace('CONSULTATION', consultation).replace('BALLOT', ballot);

  /** What an address of the server shows, for those who paste one. Undefined: it is none of its pages. */
  editor.readAddress = (address) => {
    const start = `${editor.backend}/c/`;
    if (!editor.backend || !address.startsWith(start)) return undefined;
    const [, consultation = '', page = '', inPath, inQuery] = /^([^/?#]+)\/(\w+)(?:\/([^/?#]+)|\?ballot=([^&#]+))?/.exec(address.slice(start.length)) ?? [];
    const shown = editor.widgets.find((one) => one.page === page);
    const attributes = shown && { widget: shown.name, consultation, ballot: (shown.ballot && (inPath ?? inQuery)) || '' };
    return attributes && editor.isWhole(attributes) ? attributes : undefined;
  };

  /** Every consultation of the server with its ballots, page after page. */
  async function fetchAll() {
    const address = new URL(`${editor.backend}/api/v1/consultations`);
    address.searchParams.set('limit', '100');
    const all = [];
    for (;;) {
      const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const { items, next } = await answer.json();
      all.push(...items.map(({ id, title, ballots = [] }) => ({ id, title, ballots })));
      if (next === undefined) return all;
      address.searchParams.set('cursor', next);
    }
  }

  /** Asked for once, for all blocks of the page. */
  let asked;
  const ask = () => (asked ??= fetchAll());

  /** @returns {{ items?: { id: string, title: string, ballots: { id: string, title: string }[] }[], failed?: true }} neither while it is on its way */
  editor.useConsultations = () => {
    const [list, setList] = useState({});
    useEffect(() => {
      let there = true;
      ask().then((items) => there && setList({ items }), () => {
        asked = undefined;
        if (there) setList({ failed: true });
      });
      return () => { there = false; };
    }, []);
    return list;
  };
}
