import { type BallotDefinition, canonicalChoice, type Choice, type Issue, validateVote, type VoteRules } from '@parvis/contract';
import type { PbMeta, PbVote } from '@parvis/counting';
import { fillsIn } from './ballot.ts';

/** A vote as the contract keeps it, or why it does not fit. */
export type Read = { choice: Choice } | { issue: Issue };

/** Turns the votes of one file into choices on its ballot. */
export function choiceReader(meta: PbMeta, ballot: BallotDefinition): (vote: PbVote) => Read {
  // People voted before a project was withdrawn: their vote stands, though the project cannot win.
  const options = new Map(ballot.options.map(({ withdrawn: _, ...option }) => [option.id, option]));
  const most = ballot.max ?? ballot.options.length;
  const usual = meta.limits.defaultScore ?? 0;
  const usualScores = fillsIn(meta) ? ballot.options.map(({ id }) => [id, usual] as const) : [];
  const byValues = ballot.method === 'points' || ballot.method === 'score';

  return (vote) => {
    const choice = choiceOf(vote);
    if ('values' in choice) {
      const broken = Object.entries(choice.values).find(([, value]) => !Number.isSafeInteger(value));
      if (broken) return { issue: { pointer: '', code: 'not-whole', actual: broken[1] } };
    }
    const [issue] = validateVote(rulesFor(choice), choice);
    return issue ? { issue } : { choice: canonicalChoice(ballot, choice) };
  };

  /** The validator looks at every option of the rules: millions of votes only need those they name. */
  function rulesFor(choice: Choice): VoteRules {
    const named = 'options' in choice ? choice.options : 'values' in choice ? Object.keys(choice.values) : [];
    return { ...ballot, max: most, options: named.flatMap((id) => options.get(id) ?? []) };
  }

  function choiceOf({ projects, points }: PbVote): Choice {
    if (projects.length === 0) return { blank: true };
    if (!byValues) return { options: projects };
    return { values: Object.fromEntries([...usualScores, ...projects.map((id, i) => [id, points?.[i] ?? 0] as const)]) };
  }
}
