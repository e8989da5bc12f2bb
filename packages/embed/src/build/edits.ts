/** A piece of a source to write otherwise. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The edits must not overlap. */
export const applyEdits = (code: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b.start - a.start).reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
