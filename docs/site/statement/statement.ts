import type { StageRecord } from '../../../test/run/record.ts';
import type { Lang } from '../languages.ts';
import { criteria, type Check, type Criterion } from './criteria.ts';
import { concerns, judge, type Finding } from './judge.ts';
import { limits } from './limits.ts';
import { statementWords, type StatementWords } from './statement-words.ts';

/** Every stage that a statement waits for, with the browser it opens. */
const expected: Readonly<Record<string, string | undefined>> = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK', journeys: 'Chromium', unit: undefined };

/**
 * The page about the accessibility of one widget, in Markdown. It says what these records hold and nothing beyond: where a test has not run, it says so.
 * @param records of the very sources that the site shows
 */
export function statementOf(widget: string, lang: Lang, records: readonly StageRecord[]): string {
  const words = statementWords[lang];
  const own = criteria.map((criterion) => ({ ...criterion, checks: criterion.checks.filter((check) => concerns(check, widget)) }));
  const missing = own.filter(({ checks }) => checks.length === 0);
  return `${[
    `# ${words.title(widget)}`,
    `## ${words.stateHeading}`,
    words.state,
    `## ${words.runsHeading}`,
    ...runs(records, words, lang),
    `## ${words.criteriaHeading}`,
    words.criteriaIntro,
    ...own.filter(({ checks }) => checks.length > 0).flatMap((criterion) => criterionText(criterion, widget, lang, records)),
    ...(missing.length > 0 ? [`## ${words.missingHeading}`, words.missing, list(missing.map((one) => `${one.what[lang]} (${numbers(one)})`))] : []),
    words.others,
    `## ${words.limitsHeading}`,
    list(limits.filter((limit) => limit.widget === undefined || limit.widget === widget).map(({ text }) => text[lang])),
    `${words.more}[\`<parvis-${widget}>\`](../widgets/${widget}.md).`,
  ].join('\n\n')}\n`;
}

function runs(records: readonly StageRecord[], words: StatementWords, lang: Lang): string[] {
  if (records.length === 0) return [words.notTested];
  const rows = records.map((record) => {
    const count = (outcome: string) => record.tests.filter((test) => test.outcome === outcome).length;
    return `| ${stageName(record.stage, record.engine, words)} | ${record.system} | ${new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(record.finishedAt))} | ${count('passed')} | ${count('failed')} | ${count('skipped')} |`;
  });
  const absent = Object.keys(expected).filter((stage) => !records.some((record) => record.stage === stage)).map((stage) => stageName(stage, expected[stage], words));
  return [[words.runHead, words.runHead.replace(/[^|]+/g, ' --- '), ...rows].join('\n'), ...(absent.length > 0 ? [words.partlyTested(absent.join('; '))] : [])];
}

const stageName = (stage: string, engine: string | undefined, words: StatementWords): string =>
  engine === undefined ? words.computed : stage === 'journeys' ? `${words.journeys} ${engine}` : engine;

function criterionText(criterion: Criterion, widget: string, lang: Lang, records: readonly StageRecord[]): string[] {
  const words = statementWords[lang];
  return [
    `### ${criterion.what[lang]}`,
    `${numbers(criterion)}.`,
    list(criterion.checks.map((check) => `<span lang="en">${shown(check.title, widget)}</span>  \n  ${words.result} ${told(judge(check, widget, records), words)}. \`${fileOf(check, widget)}\`${check.file.includes('/shared/element') ? ` ${words.ofAll}` : ''}`)),
  ];
}

/** The words of a test, where it is one for each state with a word for that. */
const shown = (title: string, widget: string): string =>
  title.replace(/\$\{name\} \(\$\{title\}\)|(?<=, )\$\{state\}/, 'each state').replaceAll('${widget}', widget).replaceAll(/\$\{\w+\}/g, '…').replaceAll('<', '&lt;');

const numbers = ({ rgaa, wcag }: Criterion): string => [...(rgaa.length > 0 ? [`RGAA ${rgaa.join(', ')}`] : []), `WCAG ${wcag.join(', ')}`].join(' · ');

const fileOf = ({ file, writtenIn }: Check, widget: string): string => (writtenIn ?? file).replace('NAME', widget);

/** Failures come first and are never added up with successes. */
function told(findings: readonly Finding[], words: StatementWords): string {
  if (findings.length === 0) return words.none;
  return findings.map(({ engine, passed, failed, skipped }) => {
    const parts = [...(failed > 0 ? [words.failed(failed)] : []), ...(passed > 0 ? [words.passed(passed)] : []), ...(skipped > 0 ? [words.skipped(skipped)] : [])];
    return `${engine ?? words.computed}${words.colon} ${parts.join(', ')}`;
  }).join(' · ');
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
