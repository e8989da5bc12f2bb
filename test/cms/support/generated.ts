import type { BallotDefinition, Choice } from '@parvis/contract';
import * as fc from 'fast-check';

/** Ids that a language may take for something else: numbers, parts of a JSON Pointer, other cases, other scripts. */
const ids = ['a', 'A', 'b', '12', '0', '007', 'x/y', '~t', 'é', '__proto__ ', 'toString', '1.5'];
const id = fc.constantFrom(...ids);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });

const options = fc.uniqueArray(id, { minLength: 1, maxLength: 6 }).chain((names) => fc.tuple(...names.map((name, i) => fc.record({
  id: fc.constant(name), number: fc.constant(i + 1), label: fc.constant({ fr: `Projet ${name}`, en: `Project ${name}` }),
  cost: maybe(fc.integer({ min: 0, max: 60 })), withdrawn: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, false, true),
}))));

const grade = (i: number) => ({ id: `g${i}`, label: `Mention ${i}` });

/** Ballots that may be filled in anyhow, also such as no file would hold. */
export const ballots: fc.Arbitrary<BallotDefinition> = fc.record({
  id: fc.constant('vote'), title: fc.constant('Vote'),
  method: fc.constantFrom('single', 'approval', 'budget', 'points', 'ranking', 'grades', 'score', 'yes-no'),
  options,
  min: fc.integer({ min: 0, max: 4 }), max: maybe(fc.integer({ min: 1, max: 6 })), blank: fc.boolean(),
  ceiling: maybe(fc.integer({ min: 0, max: 120 })), currency: fc.constant('EUR'),
  purse: maybe(fc.integer({ min: 0, max: 12 })), cap: maybe(fc.integer({ min: 0, max: 8 })),
  grades: maybe(fc.integer({ min: 2, max: 4 }).map((n) => Array.from({ length: n }, (_, i) => grade(i)))),
  scores: maybe(fc.record({ from: fc.integer({ min: -2, max: 1 }), to: fc.integer({ min: 2, max: 6 }) })),
  eligibility: fc.constantFrom('open', 'code'), results: fc.constantFrom('hidden', 'after-vote', 'live'),
  order: maybe(fc.constantFrom('numbered', 'random')), text: maybe(fc.constant('Texte « à lire »\n</p> \u2028 👩‍👩‍👧')),
}, { requiredKeys: ['id', 'title', 'method', 'options', 'min', 'blank', 'eligibility', 'results'] }).map((ballot) => JSON.parse(JSON.stringify(ballot)) as BallotDefinition);

export const choices: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Choice>({ blank: true }) },
  { weight: 5, arbitrary: fc.array(id, { maxLength: 7 }).map((named): Choice => ({ options: named })) },
  { weight: 5, arbitrary: fc.uniqueArray(fc.tuple(id, fc.integer({ min: -3, max: 9 })), { maxLength: 7, selector: ([name]) => name }).map((given): Choice => ({ values: Object.fromEntries(given) })) },
);

/** Votes of which most keep the ballot's rules, so that both answers are tried. */
export const votes = ballots.chain((ballot) => {
  const own = fc.subarray(ballot.options.map((o) => o.id));
  const range = ballot.method === 'score' ? { min: ballot.scores?.from ?? 0, max: ballot.scores?.to ?? 0 } : { min: 0, max: 3 };
  const fitting = ['points', 'grades', 'score'].includes(ballot.method)
    ? own.chain((named) => fc.tuple(...named.map((name) => fc.tuple(fc.constant(name), fc.integer(range)))).map((given): Choice => ({ values: Object.fromEntries(given) })))
    : own.map((named): Choice => ({ options: named }));
  return fc.tuple(fc.constant(ballot), fc.oneof(fitting, choices));
});

/** What a slip of the finger, or somebody with bad intent, puts in the place of anything. */
const slips = fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2e0, 1e300, '', 'x', '0', 'é'.repeat(30), 'a'.repeat(101), '2026-03-01T09:00:00+01:00', [], [1], {}, { fr: 'Oui' }, { 'pas une langue': 'Oui' }, { fr: '' });

/** The same JSON with something in it replaced, taken away, put twice or added. */
export function spoilt(json: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(json);
  return fc.tuple(fc.constantFrom(...paths), fc.constantFrom('replace', 'remove', 'repeat', 'add'), slips).map(([path, act, slip]) => {
    const copy = structuredClone(json) as object;
    const place = path.slice(0, -1).reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], copy) as Record<string, unknown> | unknown[];
    const last = path.at(-1) ?? '';
    if (act === 'remove' && Array.isArray(place)) place.splice(Number(last), 1);
    else if (act === 'remove') Reflect.deleteProperty(place, last);
    else if (act === 'repeat' && Array.isArray(place)) place.push(place[Number(last)]);
    else if (act === 'add' && !Array.isArray(place)) place['fieldOfALaterVersion'] = slip;
    else (place as Record<string, unknown>)[last] = slip;
    return copy;
  });
}

function pathsOf(json: unknown, at: string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [at];
  const own = Object.entries(json).flatMap(([name, part]) => pathsOf(part, [...at, name]));
  return at.length === 0 ? own : [at, ...own];
}
