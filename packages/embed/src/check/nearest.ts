/** How many letters have to be put in, taken out or changed to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The ids, those first that are most like what was written. Where two are alike their order stays. */
export const nearestFirst = (written: string, ids: readonly string[]): string[] =>
  ids.map((id) => ({ id, far: distance(written.toLowerCase(), id.toLowerCase()) })).sort((a, b) => a.far - b.far).map(({ id }) => id);
