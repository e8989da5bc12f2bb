import { checkCounting } from './counting-rules.ts';
import type { BallotDefinition, ConsultationDefinition } from './schemas/definition.ts';
import type { Issue } from './schemas/problem.ts';

/**
 * What a schema cannot say about a definition: fields that only make sense together, names used twice.
 * Pointers lead into the file. Empty: the consultation can be opened.
 */
export function checkDefinition(definition: ConsultationDefinition): Issue[] {
  return [
    ...repeated(definition.ballots.map((b) => b.id), (i) => `/ballots/${i}/id`),
    ...definition.ballots.flatMap((ballot, i) => checkBallot(ballot, `/ballots/${i}`)),
    ...repeated((definition.faq?.questions ?? []).map((q) => q.id), (i) => `/faq/questions/${i}/id`),
    ...repeated(definition.feedback.map((f) => f.id), (i) => `/feedback/${i}/id`),
    ...repeated(definition.proposals.map((p) => p.id), (i) => `/proposals/${i}/id`),
    ...repeated(definition.places.map((p) => p.id), (i) => `/places/${i}/id`),
    ...datesInOrder(definition, ''),
  ];
}

function checkBallot(ballot: BallotDefinition, at: string): Issue[] {
  const issues = [
    ...repeated(ballot.options.map((o) => o.id), (i) => `${at}/options/${i}/id`),
    ...repeated(ballot.options.map((o) => String(o.number)), (i) => `${at}/options/${i}/number`),
    ...datesInOrder(ballot, at),
  ];
  const need = (field: keyof BallotDefinition) => {
    if (ballot[field] === undefined) issues.push({ pointer: `${at}/${field}`, code: 'missing' });
  };
  if (ballot.method === 'budget') {
    need('ceiling');
    ballot.options.forEach((o, i) => {
      if (o.cost === undefined) issues.push({ pointer: `${at}/options/${i}/cost`, code: 'missing' });
    });
  }
  if (ballot.options.some((o) => o.cost !== undefined)) need('currency');
  if (ballot.method === 'points') need('purse');
  if (ballot.method === 'grades') need('grades');
  if (ballot.method === 'score') need('scores');
  const most = ballot.max ?? ballot.options.length;
  if (ballot.min > most) issues.push({ pointer: `${at}/min`, code: 'too-many', limit: most, actual: ballot.min });
  const { paper } = ballot;
  if (paper && paper.counted > paper.places) issues.push({ pointer: `${at}/paper/counted`, code: 'too-many', limit: paper.places, actual: paper.counted });
  if (ballot.scores && ballot.scores.from >= ballot.scores.to) issues.push({ pointer: `${at}/scores`, code: 'out-of-order' });
  // Where the method asks for costs itself, they are complained of once.
  const counting = checkCounting(ballot, at).filter(({ pointer }) => !issues.some((issue) => issue.pointer === pointer));
  return [...issues, ...counting];
}

function repeated(names: string[], pointer: (index: number) => string): Issue[] {
  const seen = new Set<string>();
  return names.flatMap((name, i) => {
    if (seen.has(name)) return [{ pointer: pointer(i), code: 'repeated' }];
    seen.add(name);
    return [];
  });
}

function datesInOrder(dates: { opensAt?: string | undefined; closesAt?: string | undefined }, at: string): Issue[] {
  const wrong = dates.opensAt !== undefined && dates.closesAt !== undefined && Date.parse(dates.opensAt) >= Date.parse(dates.closesAt);
  return wrong ? [{ pointer: `${at}/closesAt`, code: 'out-of-order' }] : [];
}
