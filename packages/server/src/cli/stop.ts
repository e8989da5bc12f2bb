/** Ends a command with one plain sentence for the organiser, without a stack. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly exitCode: number;

  constructor(sentence: string, { exitCode = 1, cause }: { exitCode?: number; cause?: unknown } = {}) {
    super(sentence, { cause });
    this.exitCode = exitCode;
  }
}

/** The command line was not understood: exit code 2, as most tools have it. */
export const misuse = (sentence: string): Stop => new Stop(sentence, { exitCode: 2 });
