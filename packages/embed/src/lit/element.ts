import { renderer } from './templates.ts';

/** As lit's: `attribute: false` keeps a property out of the markup. `reflect` and a Boolean are not there; the build refuses them. */
interface Declaration {
  type?: unknown;
  attribute?: string | false;
  state?: boolean;
}
export type PropertyValues = Map<PropertyKey, unknown>;
type Styles = string | readonly Styles[];

/** Styles are text: only their own sources and values written by us make them. */
export const css = (strings: TemplateStringsArray, ...values: unknown[]): string => String.raw({ raw: strings }, ...values);
export const unsafeCSS = (text: string): string => text;

const sheets = new Map<Styles, CSSStyleSheet>();

/** One sheet for all widgets that share a text. */
function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}

/** The part of lit's element that the widgets use: declared properties, batched updates, one open shadow root. */
export class LitElement extends HTMLElement {
  static properties?: Record<string, Declaration>;
  static styles?: Styles;
  /** Property declarations of the class and of those above it; made when the tag is defined. */
  static declared: Record<string, Declaration>;

  static get observedAttributes(): string[] {
    const declared = (this.declared = declarationsOf(this));
    for (const name of Object.keys(declared)) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: LitElement) {
          return this.#values[name];
        },
        set(this: LitElement, value) {
          const old = this.#values[name];
          this.#values[name] = value;
          if (!Object.is(value, old)) this.requestUpdate(name, old);
        },
      });
    }
    return Object.keys(declared).flatMap((name) => attributeOf(name, declared[name]) ?? []);
  }

  hasUpdated = false;
  renderRoot!: ShadowRoot;
  #values: Record<string, unknown> = {};
  /** Set on the element before its class was known. */
  #early: Record<string, unknown> = {};
  #changed: PropertyValues = new Map();
  #isPending = false;
  #connected!: () => void;
  #show!: (value: unknown) => void;
  #updates: Promise<unknown> = new Promise<void>((resolve) => (this.#connected = resolve));

  constructor() {
    super();
    const own = this as unknown as Record<string, unknown>;
    for (const name of Object.keys(this.#declared)) {
      if (Object.hasOwn(own, name)) {
        this.#early[name] = own[name];
        delete own[name];
      }
    }
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.#connected();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string, _old: string | null, text: string | null): void {
    const declared = this.#declared;
    const name = Object.keys(declared).find((name) => attributeOf(name, declared[name]) === attribute) as string;
    Object.assign(this, { [name]: declared[name]?.type === Number && text !== null ? Number(text) : text });
  }

  /** Resolves once what has changed is shown. */
  get updateComplete(): Promise<unknown> {
    return this.#updates;
  }

  requestUpdate(name?: string, old?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, old);
    if (this.#isPending) return;
    this.#isPending = true;
    // A failed update is reported by its own promise and does not stop the next.
    this.#updates = this.#updates.catch(() => undefined).then(() => this.#update());
  }

  protected updated(_changed: PropertyValues): void {}
  protected render(): unknown {
    return undefined;
  }

  get #declared(): Record<string, Declaration> {
    return (this.constructor as typeof LitElement).declared;
  }

  #update(): void {
    if (!this.hasUpdated) {
      Object.assign(this, this.#early);
      this.renderRoot = this.attachShadow({ mode: 'open' });
      this.renderRoot.adoptedStyleSheets = [(this.constructor as typeof LitElement).styles ?? []].flat(Infinity as 1).map((text) => sheetOf(text as string));
      this.#show = renderer(this.renderRoot, this);
    }
    const changed = this.#changed;
    try {
      this.#show(this.render());
    } finally {
      this.#changed = new Map();
      this.#isPending = false;
    }
    this.hasUpdated = true;
    this.updated(changed);
  }
}

/** What a class declares goes before what those above it do. */
const declarationsOf = (cls: typeof LitElement): Record<string, Declaration> =>
  cls === LitElement ? {} : { ...declarationsOf(Object.getPrototypeOf(cls)), ...cls.properties };

/** Undefined: the property is no attribute. */
const attributeOf = (name: string, { attribute, state }: Declaration = {}): string | undefined =>
  attribute === false || state ? undefined : (attribute ?? name.toLowerCase());
