/** One request as the adapter made it. */
export interface Sent {
  url: URL;
  init: RequestInit;
  headers: Headers;
  body: unknown;
}

/** What the network does next: answers, fails, or never answers until it is told to stop. */
export type Act = Response | Error | 'silence';

/** A `fetch` that does what the script says, one act per request; the last act is repeated. */
export function scripted(...script: (Act | ((sent: Sent) => Act))[]) {
  const sent: Sent[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const request: Sent = { url: new URL(String(url)), init, headers: new Headers(init.headers), body: init.body ? JSON.parse(String(init.body)) : undefined };
    const next = script[Math.min(sent.push(request), script.length) - 1];
    const act = typeof next === 'function' ? next(request) : next;
    if (act instanceof Response) return act.clone();
    if (act instanceof Error) throw act;
    return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)));
  };
  return { sent, fetch: fetch as typeof globalThis.fetch };
}

export const json = (body: unknown, init?: ResponseInit): Response => new Response(JSON.stringify(body), init);
export const html = (status: number, headers?: HeadersInit): Response =>
  new Response('<html><title>Proxy</title>', { status, headers: { ...(headers as object), 'content-type': 'text/html' } });
