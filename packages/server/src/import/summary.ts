import type { Findings } from './findings.ts';
import type { ImportOptions } from './options.ts';
import type { Merged, Plan } from './plan.ts';
import type { Output } from './progress.ts';
import { counted, figure } from './text.ts';

/** How an import ended. `checked`: a dry run, nothing was kept. */
export type Outcome = { file: string; options: ImportOptions; findings: Findings } & (
  | { status: 'kept' | 'checked'; plan: Plan; merged: Merged }
  | { status: 'refused'; plan?: Plan; error?: { message: string; line: number | undefined } }
);

/** How many bad rows are listed when nothing is kept. */
const listed = 20;

/** Where in the file something is. */
export const at = (line: number | undefined) => (line === undefined || line < 1 ? '' : `Ligne ${line} : `);

/** The outcome for people: what was kept goes to `stdout`, what is in the way to `stderr`. */
export function showText(outcome: Outcome, { stdout, stderr }: { stdout: Output; stderr: Output }): void {
  const { file, findings } = outcome;
  showBad(outcome, stderr);
  if (outcome.status === 'refused') {
    const { error } = outcome;
    if (error) stderr.write(`${file} : ${at(error.line)}${error.message}\n`);
    stderr.write(`Rien n’a été gardé de ${file}.\n`);
    if (!error) stderr.write('Corrigez ces lignes, ou ajoutez --skip-bad pour garder le reste.\n');
    return;
  }
  const { plan, merged } = outcome;
  stdout.write(`${file} : ${outcome.status === 'kept' ? 'importé' : 'vérifié, rien n’est gardé (--dry-run)'}.\n`);
  stdout.write(`  Consultation : ${plan.consultation}\n`);
  for (const sentence of plan.sentences) stdout.write(`  ${sentence}\n`);
  if (merged.replaced > 0) stdout.write(`  ${counted(merged.replaced, 'entrée')} du même numéro ${merged.replaced < 2 ? 'a été remplacée' : 'ont été remplacées'}.\n`);
  if (plan.leftOut.length > 0) stdout.write(`  Laissé de côté : ${plan.leftOut.join(', ')}.\n`);
  for (const note of findings.notes) stdout.write(`  À savoir : ${note.message}${lines(note.lines, note.count)}\n`);
}

/** The first lines of something that is there several times. */
export function lines(first: readonly number[], count: number): string {
  if (first.length === 0) return '';
  return ` (${first.length < 2 ? 'ligne' : 'lignes'} ${first.join(', ')}${count > first.length ? '…' : ''})`;
}

function showBad({ file, findings, options, status }: Outcome, stderr: Output): void {
  if (findings.badCount === 0) return;
  const verb = status === 'refused' ? 'en défaut' : findings.badCount < 2 ? 'laissée de côté' : 'laissées de côté';
  stderr.write(`${file} : ${counted(findings.badCount, 'ligne')} ${verb}.\n`);
  for (const line of badLines(findings, options.skipBad ? undefined : listed)) stderr.write(`  ${line}\n`);
}

/** Bad rows, each with what to do; `most`: how many are listed. Absent: all of them, by their lines at least. */
export function badLines({ bad, badCount }: Findings, most?: number): string[] {
  const shown = bad.slice(0, most);
  const rest = badCount - shown.reduce((sum, { alike }) => sum + 1 + (alike?.count ?? 0), 0);
  return [
    ...shown.flatMap(({ line, message, alike }) => [`${at(line)}${message}`, ...(alike ? [`… et ${counted(alike.count, 'autre ligne', 'autres lignes')} pour la même raison${most === undefined ? ` : ${alike.lines.join(', ')}` : ''}.`] : [])]),
    ...(rest > 0 ? [`… et ${figure(rest)} de plus.`] : []),
  ];
}

/** The outcome for programs, on one line. */
export function showJson(outcome: Outcome): string {
  const { file, status, findings, options, plan } = outcome;
  const result = {
    file,
    status,
    ...(plan && { consultation: plan.consultation, found: plan.kept, leftOut: plan.leftOut }),
    ...(plan?.votes && { ballot: plan.votes.ballot }),
    ...(outcome.status !== 'refused' && { replaced: outcome.merged.replaced }),
    ...(outcome.status === 'refused' && outcome.error && { error: outcome.error }),
    badCount: findings.badCount,
    bad: findings.bad.slice(0, options.skipBad ? undefined : listed),
    notes: findings.notes,
  };
  return `${JSON.stringify(result)}\n`;
}
