// The table of the page about counting rules: one election, counted by four rules.
import { createReadStream } from 'node:fs';
import type { Counting, Outcome } from '../../packages/contract/src/index.ts';
import { count, electionOfPabulib, rawVotes, readPabulib, type Election } from '../../packages/counting/src/index.ts';

export const fourRules = [
  { rule: 'greedy' },
  { rule: 'equal-shares' },
  { rule: 'equal-shares', completion: 'add1u' },
  { rule: 'phragmen' },
] as const satisfies readonly Counting[];

const words = {
  fr: { locale: 'fr-FR', project: 'projet', cost: 'coût', people: 'personnes', no: 'non', taken: 'projets retenus', spent: 'dépensé', without: 'personnes dont aucun choix n’est retenu' },
  en: { locale: 'en-GB', project: 'project', cost: 'cost', people: 'people', no: 'no', taken: 'projects taken', spent: 'spent', without: 'people with no choice of theirs taken' },
} as const;

interface Shown {
  lang: keyof typeof words;
  /** Leaves out what all four rules take, and what none takes. */
  onlyDifferences?: boolean;
}

/**
 * A table in Markdown: each project with its cost, how many people chose it, and when each rule takes it. The projects that most people chose come first.
 * @param path a file in the Pabulib format with costs in euros
 */
export async function rulesTable(path: string, { lang, onlyDifferences = false }: Shown): Promise<string> {
  const file = await readPabulib(createReadStream(path, 'utf8'), () => {});
  const election = await electionOfPabulib(file);
  const outcomes = fourRules.map((counting) => count(election, counting));
  const { locale, ...say } = words[lang];
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale);
  const votes = rawVotes(election);
  const projects = file.projects
    .map(({ name, id }, i) => ({ id, name: name ?? id, cost: election.options[i]?.cost ?? 0, votes: votes[i] ?? 0, places: outcomes.map(({ winners }) => winners.indexOf(id) + 1) }))
    .filter(({ places }) => !onlyDifferences || (places.includes(0) && places.some((place) => place > 0)))
    .sort((a, b) => b.votes - a.votes || a.cost - b.cost);
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    row(say.project, say.cost, say.people, ...fourRules.map(nameOf)),
    row('---', '---:', '---:', ...fourRules.map(() => '---:')),
    ...projects.map(({ name, cost, votes: chose, places }) => row(name, money.format(cost / 100), number.format(chose), ...places.map((place) => place || say.no))),
    row(`**${say.taken}**`, '', '', ...outcomes.map(({ winners }) => winners.length)),
    row(`**${say.spent}**`, '', '', ...outcomes.map(({ spent = 0 }) => money.format(spent / 100))),
    row(`**${say.without}**`, '', '', ...outcomes.map((outcome) => number.format(withoutAny(election, outcome)))),
  ].join('\n');
}

const nameOf = ({ rule, ...more }: Counting): string => `\`${[rule, ...Object.values(more)].join(' ')}\``;

/** How many voted for something and have nothing of theirs taken. */
function withoutAny({ options, votes }: Election, { winners }: Outcome): number {
  const taken = new Set(winners);
  let people = 0;
  for (let at = 0; at < votes.size; at += 1) {
    const chosen = [...votes.options(at)].map((i) => options[i]?.id ?? '');
    if (chosen.length > 0 && !chosen.some((id) => taken.has(id))) people += votes.count(at);
  }
  return people;
}
