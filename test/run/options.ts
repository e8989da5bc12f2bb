import { parseArgs } from 'node:util';

export interface Options {
  /** Names of the stages to run; empty for all. */
  only: string[];
  /** Only tests whose title matches this regular expression. */
  grep?: string;
  /** Only test files whose path holds one of these; empty for all. */
  files: string[];
}

/** Reads `--only unit,chromium --grep 'reads' packages/contract`. @throws on an argument it does not know */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true }, grep: { type: 'string' } },
    allowPositionals: true,
  });
  const only = (values.only ?? []).flatMap((list) => list.split(',')).filter((name) => name !== '');
  return { only, files: positionals, ...(values.grep === undefined ? {} : { grep: values.grep }) };
}
