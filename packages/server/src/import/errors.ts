/** A reason why nothing can be imported, in a French sentence that says what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}
