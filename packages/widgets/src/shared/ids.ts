const counterKey = Symbol.for('parvis.ids');

/** A prefix for the ids of one widget, unique in the page even between separately loaded files (RGAA 8.2.1). */
export function nextPrefix(): string {
  const page = globalThis as { [counterKey]?: number };
  page[counterKey] = (page[counterKey] ?? 0) + 1;
  return `pv${page[counterKey]}-`;
}
