// `npm test`: runs every stage, says what each found, and ends with the sum alone on the last line.
import { stopChildrenOnSignals } from './child.ts';
import { add, NOTHING, ONE_FAILED, sentence, type Counts } from './counts.ts';
import { readOptions, type Options } from './options.ts';
import { STAGES, type Stage } from './stages.ts';
import { ensureSystemPackages } from './system-packages.ts';

stopChildrenOnSignals();
const total = await runAll(process.argv.slice(2));
console.log(`\n${sentence(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function runAll(args: readonly string[]): Promise<Counts> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    return failWith(String(error instanceof Error ? error.message : error));
  }
  const names = STAGES.map(({ name }) => name);
  const unknown = options.only.filter((name) => !names.includes(name));
  if (unknown.length > 0) return failWith(`There is no stage "${unknown.join(', ')}". The stages are: ${names.join(', ')}.`);

  const asked = STAGES.filter(({ name, apart }) => (options.only.length === 0 ? !apart : options.only.includes(name)));
  const chosen = STAGES.filter((stage) => asked.includes(stage) || asked.some(({ needs }) => needs === stage.name));
  const hint = ensureSystemPackages(Object.assign({}, ...chosen.map(({ packages }) => packages)));
  if (hint) console.log(hint);
  let sum = NOTHING;
  for (const stage of chosen) sum = add(sum, await runStage(stage, options));
  // A filter that matches nothing must not look like a success.
  const counted = sum.passed + sum.failed + sum.skipped;
  return counted === 0 ? failWith('No test was found for these arguments.') : sum;
}

async function runStage(stage: Stage, options: Options): Promise<Counts> {
  console.log(`\n── ${stage.title}`);
  const start = performance.now();
  let counts: Counts | undefined;
  try {
    counts = await stage.run(options);
  } catch (error) {
    console.log(`  ✗ could not run: ${error instanceof Error ? error.message : error}`);
    counts = ONE_FAILED;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`   ${counts ? sentence(counts) : 'nothing to run yet'} (${stage.name}, ${seconds} s)`);
  return counts ?? NOTHING;
}

function failWith(message: string): Counts {
  console.log(message);
  return ONE_FAILED;
}
