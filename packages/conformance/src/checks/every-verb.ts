import { backend as own, groups } from '@parvis/contract/operations';
import type { CallContext, Operation } from '@parvis/contract/operations';
import { checksOf } from '../check.ts';
import type { CheckDefinition, Kit } from '../check.ts';
import { ok, refused } from '../expect.ts';
import { samples } from '../samples.ts';
import type { Sample } from '../samples.ts';

type Call = (input: object, context?: CallContext) => Promise<unknown>;

function callOf({ backend }: Kit, { group, verb }: Sample): Call {
  const holder = (group === 'backend' ? backend : backend[group]) as unknown as Record<string, Call>;
  return (input, context) => (holder[verb] as Call)(input, context);
}

const operationOf = ({ group, verb }: Sample): Operation | undefined =>
  ((group === 'backend' ? own : groups[group]) as Record<string, Operation>)[verb];

/** What every verb must do, whatever it is for. */
function checksFor(sample: Sample): CheckDefinition[] {
  const { list, check } = checksOf(sample.group);
  const name = `${sample.group}.${sample.verb}`;

  check(sample.verb, 'ignores a field it does not know', async (kit) => {
    const input = { ...(await sample.input(kit)), kitFieldOfALaterVersion: 'x' };
    await callOf(kit, sample)(input).catch((error: unknown) => ok(false, `${name} does not take an input with an unknown field: ${String(error)}`));
  });

  check(sample.verb, 'rejects with `aborted` a call that was aborted beforehand', async (kit) => {
    await refused(callOf(kit, sample)(await sample.input(kit), { signal: AbortSignal.abort() }), 'aborted', name);
  });

  check(sample.verb, 'rejects with `aborted` a call that is aborted on the way', async (kit) => {
    const input = await sample.input(kit);
    const controller = new AbortController();
    const call = callOf(kit, sample)(input, { signal: controller.signal });
    controller.abort();
    await refused(call, 'aborted', name);
  });

  const operation = operationOf(sample);
  if (operation?.path.includes('{consultation}')) {
    check(sample.verb, 'answers `not-found` for a consultation that does not exist', async (kit) => {
      await refused(callOf(kit, sample)({ ...(await sample.input(kit)), consultation: 'kit-nowhere' }), 'not-found', name);
    });
  }
  if (operation?.method === 'POST') {
    check(sample.verb, 'says with a pointer which field is missing', async (kit) => {
      const input: Record<string, unknown> = { ...(await sample.input(kit)) };
      const field = ['key', 'mark', 'receipt'].find((f) => f in input);
      // A timeline is asked for by one of two fields: neither is missing by itself.
      if (field) delete input[field];
      else delete input['id'];
      const error = await refused(callOf(kit, sample)(input), field ? 'invalid' : ['invalid', 'not-found'], name);
      ok(field === undefined || error.issues.some((issue) => issue.pointer === `/${field}`), `${name} without ${field} is invalid, but no issue points to /${field}`);
    });
  }
  return list;
}

export const everyVerbChecks = samples.flatMap(checksFor);
