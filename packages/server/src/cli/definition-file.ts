import { readFile } from 'node:fs/promises';
import { checkDefinition, ConsultationDefinition, type Issue, parse } from '@parvis/contract';
import { sentenceFor } from './definition-problems.ts';
import { type JsonPositions, JsonSyntaxError, lineAndColumn, readJson } from './json-positions.ts';
import { Stop } from './stop.ts';

export interface DefinitionFile {
  definition: ConsultationDefinition;
  /** The issues with the places to mend: one `file:line:column: sentence` each. */
  complaint(issues: readonly Issue[]): string;
}

/**
 * Reads and checks a consultation file.
 * @throws Stop with every problem, each with its place
 */
export async function readDefinition(file: string): Promise<DefinitionFile> {
  const text = await readText(file);
  const place = (offset: number) => {
    const { line, column } = lineAndColumn(text, offset);
    return `${file}:${line}:${column}`;
  };
  let json: JsonPositions;
  try {
    json = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new Stop(`${place(error.offset)}: ici doit venir ${error.message}.`);
  }
  const complaint = (issues: readonly Issue[]) =>
    issues.map((issue) => ({ issue, offset: offsetOf(json, issue) }))
      .sort((a, b) => a.offset - b.offset)
      .map(({ issue, offset }) => `${place(offset)}: ${sentenceFor(issue, json.value)}`).join('\n');

  const parsed = parse(ConsultationDefinition, json.value);
  const issues = parsed.ok ? checkDefinition(parsed.value) : parsed.issues;
  if (!parsed.ok || issues.length > 0) throw new Stop(complaint(issues));
  return { definition: parsed.value, complaint };
}

/** The thing itself; its name when the name is what is wrong; what it is missing from. */
function offsetOf({ at }: JsonPositions, { pointer, code }: Issue): number {
  const found = at.get(pointer);
  if (found) return code === 'unknown-field' ? (found.name ?? found.value) : found.value;
  const parent = pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0));
  return pointer === '' ? 0 : offsetOf({ at, value: undefined }, { pointer: parent, code: '' });
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Stop(`Le fichier ${file} n’existe pas.`, { cause: error });
    if (code === 'EISDIR') throw new Stop(`${file} est un dossier. Donnez un fichier JSON.`, { cause: error });
    if (code === 'EACCES') throw new Stop(`Parvis ne peut pas lire ${file}. Donnez-lui ce droit.`, { cause: error });
    throw new Stop(`${file} n’est pas un texte en UTF-8. Enregistrez-le en UTF-8, puis recommencez.`, { cause: error });
  }
}
