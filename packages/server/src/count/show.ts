import type { Outcome } from '@parvis/contract';
import { othersOf, outcomeSentence, reasonOf, ruleLines, takenOf, type Row } from '@parvis/widgets/results/words';
import type { ImportError } from '../import/errors.ts';
import type { Findings } from '../import/findings.ts';
import type { Output } from '../import/progress.ts';
import { at, badLines, lines } from '../import/summary.ts';
import { counted } from '../import/text.ts';
import type { ReadElection } from './read.ts';
import { toldOf } from './told.ts';

/** How many bad rows are listed. */
const listed = 20;

/** Why nothing was counted, for people. */
export function showProblems(file: string, findings: Findings, stderr: Output, error?: ImportError): void {
  if (findings.badCount > 0) stderr.write(`${file} : ${counted(findings.badCount, 'ligne')} en défaut.\n`);
  for (const line of badLines(findings, listed)) stderr.write(`  ${line}\n`);
  if (error) stderr.write(`${file} : ${at(error.line)}${error.message}\n`);
  stderr.write('Rien n’a été compté.\n');
}

/** For programs: the rule with its settings, every option with its reason, and the ids of the winners in order of election. */
export function showJson({ counting, ...outcome }: Outcome, findings: Findings): string {
  const { rule, ...settings } = counting;
  return `${JSON.stringify({ rule, settings, ...outcome, notes: findings.notes })}\n`;
}

/** For people: the outcome in a sentence, who won and who did not, each with its reason, then the rule. */
export function showText(read: ReadElection, outcome: Outcome, findings: Findings): string {
  const told = toldOf(read, outcome);
  const { rows } = told;
  const list = (title: string, part: readonly Row[]) =>
    (part.length === 0 ? [] : ['', title, ...part.map((row) => `  ${row.option.id} – ${row.option.label}\n    ${reasonOf(told, row)}`)]);
  return [
    `${told.ballot.title} : ${counted(rows.length, 'projet')}, ${counted(told.results.voters.total, 'vote')}.`,
    outcomeSentence(told),
    ...list('Retenus', takenOf(rows)),
    ...list('Non retenus', othersOf(rows, told.words.unit(told))),
    '',
    `Règle : ${outcome.counting.rule}`,
    ...ruleLines(told).map((line) => `  ${line}`),
    ...findings.notes.map((note) => `À savoir : ${note.message}${lines(note.lines, note.count)}`),
    '',
  ].join('\n');
}
