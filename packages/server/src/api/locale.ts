/** The language a reader prefers (RFC 9110 §12.5.4): the first with the highest weight. Absent: they said nothing. */
export function preferredLanguage(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  let best: { tag: string; weight: number } | undefined;
  for (const part of header.slice(0, 500).split(',')) {
    const [tag = '', ...rest] = part.trim().split(';');
    const weight = Number(/^\s*q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
    if (tag !== '' && tag !== '*' && weight > (best?.weight ?? 0)) best = { tag, weight };
  }
  return best?.tag;
}
