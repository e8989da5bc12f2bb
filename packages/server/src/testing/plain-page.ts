/** A page as a browser without scripts reads it: enough of HTML for pages that are well formed, as ours are. */

const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', minus: '−' };

export interface Node {
  tag: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
  parent?: Node;
}

const decode = (text: string): string => text.replaceAll(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (whole, hex: string, code: string, name: string) =>
  (name ? (entities[name] ?? whole) : String.fromCodePoint(parseInt(code, hex ? 16 : 10))));

export function parse(html: string): Node {
  const root: Node = { tag: '#root', attributes: {}, children: [] };
  let open = root;
  for (const [, comment, closing, tag, attributes = '', text] of html.matchAll(/(<!(?:--[^]*?--|[^>]*)>)|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>"/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?|\s+|\/)*)>|([^<]+)/gi)) {
    if (comment) continue;
    if (text !== undefined) open.children.push(decode(text));
    else if (closing) {
      let top: Node | undefined = open;
      while (top && top.tag !== tag) top = top.parent;
      if (!top?.parent) throw new Error(`</${tag}> closes nothing`);
      if (top !== open) throw new Error(`<${open.tag}> is not closed before </${tag}>`);
      open = top.parent;
    } else if (tag) {
      const node: Node = { tag, attributes: {}, children: [], parent: open };
      for (const [, name = '', a, b, c] of attributes.matchAll(/([^\s=>"/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g)) node.attributes[name] = decode(a ?? b ?? c ?? '');
      open.children.push(node);
      if (!voids.has(tag)) open = node;
    }
  }
  return root;
}

export const all = (node: Node, fits: (node: Node) => boolean): Node[] =>
  node.children.flatMap((child) => (typeof child === 'string' ? [] : [...(fits(child) ? [child] : []), ...all(child, fits)]));

export const byTag = (node: Node, ...tags: string[]): Node[] => all(node, ({ tag }) => tags.includes(tag));

const blocks = new Set(['li', 'p', 'div', 'h1', 'h2', 'h3', 'dt', 'dd', 'label', 'option', 'td', 'th', 'legend']);

const raw = (node: Node): string => node.children.map((child) => (typeof child === 'string' ? child : raw(child))).join('');

const spaced = (node: Node): string =>
  node.children.map((child) => (typeof child === 'string' ? child : blocks.has(child.tag) ? ` ${spaced(child)} ` : spaced(child))).join('');

/** The words of a part, with plain spaces and without the marks that keep directions apart. */
export const words = (node: Node | undefined): string => (node ? spaced(node) : '').replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s+/g, ' ').trim();

export const isButton = ({ tag, attributes }: Node): boolean => tag === 'button' || (tag === 'input' && attributes['type'] === 'submit');

/** What a form holds, as a browser would send it when this button is pressed. */
export function fieldsOf(form: Node, button?: Node): URLSearchParams {
  const fields = new URLSearchParams();
  for (const control of byTag(form, 'input', 'select', 'textarea', 'button')) {
    const { name, type = 'text', value } = control.attributes;
    if (!name || (isButton(control) && control !== button)) continue;
    if (control.tag === 'textarea') fields.append(name, raw(control).replace(/^\n/, '').replaceAll(/\r?\n/g, '\r\n'));
    else if (control.tag === 'select') {
      const options = byTag(control, 'option');
      const chosen = options.find((option) => 'selected' in option.attributes) ?? options[0];
      fields.append(name, chosen?.attributes['value'] ?? words(chosen));
    } else if (type !== 'radio' && type !== 'checkbox') fields.append(name, value ?? '');
    else if ('checked' in control.attributes) fields.append(name, value ?? 'on');
  }
  return fields;
}
