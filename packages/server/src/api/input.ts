import type { Operation } from '@parvis/contract/operations';
import type { HonoRequest } from 'hono';
import { HttpError } from './problems.ts';

/** The few parts of a zod schema's inside that tell whether a field is a number; an optional field wraps its type. */
interface Inside {
  _zod: { def: { type: string; innerType?: Inside; shape?: Record<string, Inside> } };
}

/** The fields of a GET that travel as text and mean numbers. */
export function numericFields({ input }: Operation): Set<string> {
  const shape = (input as unknown as Inside)._zod.def.shape ?? {};
  const isNumber = ({ _zod: { def } }: Inside): boolean => def.type === 'number' || (def.innerType !== undefined && isNumber(def.innerType));
  return new Set(Object.keys(shape).filter((name) => shape[name] && isNumber(shape[name])));
}

/** What came in the query, with numbers as numbers; text that is not a number stays and is refused by the schema. */
export function fromQuery(request: HonoRequest, numeric: ReadonlySet<string>): Record<string, unknown> {
  const entries = Object.entries(request.query()).map(([name, value]) => [name, numeric.has(name) && /^-?\d{1,15}$/.test(value) ? Number(value) : value]);
  return Object.fromEntries(entries);
}

/** The JSON object in the body. */
export async function fromBody(request: HonoRequest, limit: number): Promise<Record<string, unknown>> {
  const type = request.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new HttpError(415, 'type-refused', { detail: 'The body has to be application/json.' });
  }
  const text = await readText(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HttpError(400, 'invalid', { detail: `The body is not JSON: ${(cause as Error).message.slice(0, 80)}` });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpError(400, 'invalid', { detail: 'The body has to be a JSON object.' });
  }
  return value as Record<string, unknown>;
}

/** @throws HttpError 413 */
export async function readText(request: HonoRequest, limit: number): Promise<string> {
  const announced = request.header('content-length');
  if (announced !== undefined) {
    if (Number(announced) > limit) throw tooLarge(limit, Number(announced));
    return request.text();
  }
  // Sent in pieces without a length: counted on the way.
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.raw.body ?? []) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge(limit, bytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const tooLarge = (limit: number, actual: number) =>
  new HttpError(413, 'too-large', { detail: `The body may have ${limit} bytes.`, issues: [{ pointer: '', code: 'too-large', limit, actual }] });
