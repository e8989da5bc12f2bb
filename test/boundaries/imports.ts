const STATEMENT = /^[ \t]*(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)/g;

/** @returns what a file imports, types and dynamic imports included, as written; comments are passed over. */
export function importsOf(text: string): string[] {
  return [STATEMENT, BARE, DYNAMIC].flatMap((pattern) =>
    [...text.matchAll(pattern)].filter((match) => !isComment(lineAround(text, match.index))).map((match) => match[1] ?? ''),
  );
}

/** @returns the lines of a file without its comments. Blocks are told by the star that starts each line. */
export function codeLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !isComment(line))
    .map((line) => line.replace(/\s\/\/ .*$/, ''));
}

function isComment(line: string): boolean {
  return /^\s*(\*|\/\/|\/\*)/.test(line);
}

function lineAround(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  // A statement may start on the line break before it.
  return text.slice(start, end === -1 ? undefined : end);
}
