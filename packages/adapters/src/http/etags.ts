/** How many answers are kept, to be asked for again by their ETag. */
const kept = 50;

/**
 * A `fetch` that asks again by ETag (RFC 9110 §13.1.2) for what it has read before: for Node and other places without a
 * cache of their own. A browser's HTTP cache does the same by itself, and needs no header that a host might not let through.
 */
export function withEtags(inner: typeof fetch = fetch): typeof fetch {
  const answers = new Map<string, Response>();
  return async (input, init = {}) => {
    const url = String(input);
    const before = answers.get(url);
    const { method = 'GET' } = init;
    if (method !== 'GET') return inner(input, init);
    // Should this try fail, the next goes without the header: some hosts let only a few headers through.
    answers.delete(url);
    const headers = new Headers(init.headers);
    const etag = before?.headers.get('etag');
    if (etag) headers.set('if-none-match', etag);
    const response = await inner(input, { ...init, headers });
    const answer = response.status === 304 && before ? before : response;
    if (answer.ok && answer.headers.has('etag')) answers.set(url, answer.clone());
    const [oldest] = answers.keys();
    if (oldest && answers.size > kept) answers.delete(oldest);
    return answer;
  };
}
