// Counts one file by one rule after the other and prints a line of JSON: milliseconds to read it and to count it, and the most memory used, in bytes.
import { createReadStream } from 'node:fs';
import { type Counting } from '@parvis/contract';
import { rulesFor } from '@parvis/contract/counting-rules';
import { count, electionOfPabulib, readPabulib } from '@parvis/counting';

const [path = '', only = ''] = process.argv.slice(2);
const started = performance.now();
const election = await electionOfPabulib(await readPabulib(createReadStream(path, { encoding: 'utf8' }), () => {}));
const reading = performance.now() - started;

const byPoints = ['points', 'score', 'ranking'].includes(election.method);
const variants = (rule: Counting['rule']): Counting[] => {
  if (rule !== 'equal-shares') return [{ rule }];
  const utilities = byPoints ? (['cost', 'cardinality', 'points'] as const) : (['cost', 'cardinality'] as const);
  return utilities.map((utility) => ({ rule, utility, completion: 'add1u' }));
};
const counts = rulesFor(election.method).filter((rule) => only === '' || rule === only).flatMap(variants).map((settings) => {
  const from = performance.now();
  const { winners } = count(election, settings);
  return { rule: [settings.rule, settings.utility].filter(Boolean).join(' '), ms: performance.now() - from, winners: winners.length };
});
console.log(JSON.stringify({ reading, counts, memory: process.resourceUsage().maxRSS * 1024 }));
