import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';

/** One verb of the contract: what goes in, what comes out, what may go wrong, and where it lives over HTTP. */
export interface Operation<In extends z.ZodMiniType = z.ZodMiniType, Out extends z.ZodMiniType = z.ZodMiniType> {
  method: 'GET' | 'POST';
  /** Below the API's base; `{name}` takes the input's field, the other fields go to the query (GET) or the body (POST). */
  path: string;
  summary: string;
  input: In;
  answer: Out;
  /** Besides the transport codes, which any verb may give: `invalid`, `offline`, `aborted`, `unsupported`, `backend-fault`, `quota`. */
  errors: readonly ErrorCode[];
}

/** An operation as its group offers it. Every write carries a key or a sequence number, so every call may be repeated. */
export type Verb<O extends Operation> = (input: z.input<O['input']>, context?: CallContext) => Promise<z.output<O['answer']>>;

/** What a call may carry besides its input. */
export interface CallContext {
  /** Aborting rejects with `aborted`; a write may or may not have been taken in. */
  signal?: AbortSignal | undefined;
  /** BCP 47; texts come in the closest language the backend has. Absent: the backend's first language. */
  locale?: string | undefined;
}

export const operation = <In extends z.ZodMiniType, Out extends z.ZodMiniType>(o: Operation<In, Out>): Operation<In, Out> => o;
