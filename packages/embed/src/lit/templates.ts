import { nothing, type TemplateResult } from './html.ts';
import { policy } from './policy.ts';

/**
 * The part of lit's templates that the widgets use: text, lists, templates in templates, attributes, `?boolean`,
 * `.property`, `@event`. Values become text nodes, attributes or properties: nothing but the source of a template is ever
 * parsed as HTML. Same results as lit itself; `test/browser/lit.browser.test.ts` compares the two.
 */

/** Stands where a value goes, until the template has been parsed. */
const mark = '{{}}';

interface Hole {
  /** Which element or comment of the template, in document order. */
  index: number;
  /** Absent: between tags. */
  name?: string;
  /** What stands around the values in the attribute. */
  texts?: string[];
}

/** Takes its values from those of the template, starting at one; says how many. */
type Part = (values: readonly unknown[], at: number) => number;

interface Template {
  content: DocumentFragment;
  holes: Hole[];
}

const templates = new Map<TemplateStringsArray, Template>();

function templateOf(strings: TemplateStringsArray): Template {
  let found = templates.get(strings);
  if (!found) {
    // The last comment keeps what follows a value apart from what follows the template.
    const markup = strings.reduce((text, next) => `${text}${/<[^>]*$/.test(text) ? mark : `<?${mark}>`}${next}`) + '<?>';
    // A document of its own: in one served as XML the browser would read markup as XML.
    const element = document.implementation.createHTMLDocument().createElement('template');
    element.innerHTML = policy?.createHTML(markup) ?? markup;
    templates.set(strings, (found = { content: element.content, holes: holesOf(element.content) }));
  }
  return found;
}

/** Elements and comments, in document order. */
const walk = (root: Node) => document.createTreeWalker(root, 129);

function holesOf(content: DocumentFragment): Hole[] {
  const holes: Hole[] = [];
  const walker = walk(content);
  for (let index = 0; walker.nextNode(); index++) {
    const node = walker.currentNode as Element & Comment;
    if (node.data === `?${mark}`) holes.push({ index });
    for (const name of node.getAttributeNames?.() ?? []) {
      const texts = (node.getAttribute(name) as string).split(mark);
      if (texts[1] !== undefined) {
        holes.push({ index, name, texts });
        node.removeAttribute(name);
      }
    }
  }
  return holes;
}

/** A copy of the template, and what puts values into it. `host` is `this` in event handlers. */
function instantiate(template: Template, host: unknown): [fragment: DocumentFragment, update: (values: readonly unknown[]) => void] {
  const fragment = document.importNode(template.content, true);
  const walker = walk(fragment);
  let index = -1;
  const parts = template.holes.map((hole) => {
    while (index < hole.index) {
      walker.nextNode();
      index++;
    }
    const node = walker.currentNode;
    const end = node.nextSibling;
    return hole.name === undefined ? childPart(node, () => end, host) : attributePart(node as Element, hole.name, hole.texts as string[], host);
  });
  return [fragment, (values) => void parts.reduce((at, part) => at + part(values, at), 0)];
}

function attributePart(element: Element, name: string, texts: string[], host: unknown): Part {
  const [kind] = name;
  const own = name.slice(1);
  const count = texts.length - 1;
  let before: readonly unknown[] | undefined;
  if (kind === '@') element.addEventListener(own, (event) => (before?.[0] as ((event: Event) => void) | undefined)?.call(host, event));
  return (values, at) => {
    const now = values.slice(at, at + count);
    const [value] = now;
    const same = before && now.every((value, i) => value === before?.[i]);
    before = now;
    if (same || kind === '@') return count;
    if (kind === '.') (element as unknown as Record<string, unknown>)[own] = value;
    else if (kind === '?') element.toggleAttribute(own, !!value && value !== nothing);
    else if (now.includes(nothing)) element.removeAttribute(name);
    else element.setAttribute(name, texts.reduce((text, next, i) => `${text}${now[i - 1] ?? ''}${next}`));
    return count;
  };
}

/** What is shown between the comment `start` and `end()`. */
function childPart(start: Node, end: () => Node | null, host: unknown): Part {
  let shown: unknown;
  let update: ((values: readonly unknown[]) => void) | undefined;
  let items: { start: Node; part: Part }[] | undefined;

  const insert = <N extends Node>(node: N): N => (start.parentNode as Node).insertBefore(node, end());
  const clear = (from = start.nextSibling) => {
    const last = end();
    while (from !== last) {
      const next = (from as Node).nextSibling;
      (from as ChildNode).remove();
      from = next;
    }
  };
  /** Clears once, when another kind of value was shown. */
  const become = (kind: unknown) => {
    const other = shown !== kind;
    if (other) {
      clear();
      shown = kind;
      items = undefined;
    }
    return other;
  };

  return (values, at) => {
    const value = values[at];
    if (value === nothing || value === undefined || value === null || value === '') become(nothing);
    else if (Array.isArray(value)) {
      become(items);
      const list = (items ??= []);
      shown = list;
      value.forEach((_, i) => {
        if (!list[i]) {
          const item = insert(new Comment());
          list[i] = { start: item, part: childPart(item, () => list[i + 1]?.start ?? end(), host) };
        }
        list[i].part(value, i);
      });
      const left = list[value.length];
      list.length = value.length;
      if (left) clear(left.start as ChildNode);
    } else if ((value as TemplateResult).strings) {
      const { strings, values: inner } = value as TemplateResult;
      if (become(strings)) {
        const [fragment, fill] = instantiate(templateOf(strings), host);
        update = fill;
        fill(inner);
        insert(fragment);
      } else update?.(inner);
    } else if (become(Text)) {
      insert(new Text(value as string));
    } else {
      const text = start.nextSibling as Text;
      // Writing the same words again would be heard again.
      if (text.data !== String(value)) text.data = value as string;
    }
    return 1;
  };
}

/** Shows values in a root, one after the other. */
export function renderer(root: Node, host: unknown): (value: unknown) => void {
  const part = childPart(root.appendChild(new Comment()), () => null, host);
  return (value) => void part([value], 0);
}
