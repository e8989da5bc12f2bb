/** Directives of a Content-Security-Policy by their names (CSP 3 §2.2.1: the first of a name counts). */
export function directives(policy: string): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !all.has(name.toLowerCase())) all.set(name.toLowerCase(), sources);
  }
  return all;
}

/**
 * The same policy, with sources allowed that it refused. What a directive falls back to is written out for it, so that nothing else changes.
 * @param directive `script-src`, `connect-src`, `frame-src` or `trusted-types`
 */
export function allowing(policy: string, directive: string, sources: readonly string[]): string {
  const all = directives(policy);
  // A narrower directive that is written counts instead of this one.
  const name = all.has(`${directive}-elem`) ? `${directive}-elem` : directive;
  const before = (all.get(name) ?? (directive === 'trusted-types' ? [] : all.get(directive === 'frame-src' ? 'child-src' : '') ?? all.get('default-src')) ?? []).filter((source) => source !== "'none'");
  all.set(name, [...before, ...sources.filter((source) => !before.includes(source))]);
  return [...all].map(([key, values]) => [key, ...values].join(' ')).join('; ');
}

/** What to add to a directive for a web address, which is absolute: its host, as short as it can be. */
export const sourceOf = (address: string): string => new URL(address).origin;
