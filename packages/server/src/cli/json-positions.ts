/** Where each value and each name of a JSON text stands, by JSON Pointer (RFC 6901). Offsets count UTF-16 units from 0. */
export interface JsonPositions {
  value: unknown;
  /** Of the value, or of its name in an object. */
  at: ReadonlyMap<string, { value: number; name?: number }>;
}

export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly offset: number;

  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
  }
}

const token = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/y;

/**
 * Reads JSON (RFC 8259) and remembers where everything stands.
 * @throws JsonSyntaxError with the place and a French phrase for what was expected there
 */
export function readJson(text: string): JsonPositions {
  const at = new Map<string, { value: number; name?: number }>();
  let offset = text.startsWith('\uFEFF') ? 1 : 0;

  const skipSpace = () => {
    while (/[ \t\r\n]/.test(text.charAt(offset)) && offset < text.length) offset += 1;
  };
  /** The next token, or nothing at the end; `expected` words the complaint. */
  const next = (expected: string): string => {
    skipSpace();
    token.lastIndex = offset;
    const found = token.exec(text)?.[0];
    if (found === undefined) throw new JsonSyntaxError(offset, text[offset] === '"' ? 'un texte fermé par un guillemet, sur une seule ligne' : expected);
    offset += found.length;
    return found;
  };
  const fail = (found: string, expected: string): never => {
    throw new JsonSyntaxError(offset - found.length, expected);
  };

  function readValue(pointer: string, name?: number): unknown {
    const expected = 'une valeur';
    skipSpace();
    const start = offset;
    at.set(pointer, { value: start, ...(name !== undefined && { name }) });
    const found = next(expected);
    if (found === '{') return readObject(pointer);
    if (found === '[') return readArray(pointer);
    if (/^[\]}:,]$/.test(found)) return fail(found, expected);
    return JSON.parse(found) as unknown;
  }

  function readObject(pointer: string): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const more = 'une virgule ou « } »';
    for (let found = next('un nom entre guillemets ou « } »'); found !== '}'; ) {
      if (!found.startsWith('"')) return fail(found, 'un nom entre guillemets');
      const nameAt = offset - found.length;
      const name = JSON.parse(found) as string;
      const colon = next('« : »');
      if (colon !== ':') return fail(colon, '« : »');
      entries.push([name, readValue(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, nameAt)]);
      found = next(more);
      if (found === '}') break;
      if (found !== ',') return fail(found, more);
      found = next('un nom entre guillemets');
      if (found === '}') return fail(found, 'un nom entre guillemets : enlevez la virgule avant « } »');
    }
    return Object.fromEntries(entries);
  }

  function readArray(pointer: string): unknown[] {
    const items: unknown[] = [];
    const more = 'une virgule ou « ] »';
    skipSpace();
    if (text[offset] === ']') {
      offset += 1;
      return items;
    }
    for (;;) {
      items.push(readValue(`${pointer}/${items.length}`));
      const found = next(more);
      if (found === ']') return items;
      if (found !== ',') return fail(found, more);
    }
  }

  const value = readValue('');
  skipSpace();
  if (offset < text.length) throw new JsonSyntaxError(offset, 'la fin du fichier');
  return { value, at };
}

/** Line and column of an offset, both from 1, as editors count them. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
