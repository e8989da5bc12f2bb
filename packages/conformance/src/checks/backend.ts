import type { Backend } from '@parvis/contract';
import { groups, readingVerbs } from '@parvis/contract/operations';
import type { GroupName } from '@parvis/contract/operations';
import { checksOf } from '../check.ts';
import { ok, refused } from '../expect.ts';
import { samples } from '../samples.ts';
import { readingOnly } from '../subject.ts';

const { list, check } = checksOf('backend');

check('describe', 'names a version of the contract this kit knows, and its languages', async ({ backend }) => {
  const { contract, languages } = await backend.describe({});
  ok(/^1\.\d+$/.test(contract), `contract is "${contract}", this kit knows 1.x`);
  ok(languages.includes('fr'), 'the seed has French texts, and languages does not name fr');
});

check('describe', 'names groups that are there with all their verbs', async ({ backend, raw }) => {
  const { groups: named } = await backend.describe({});
  const parts = raw as unknown as Record<string, Record<string, unknown> | undefined>;
  for (const group of Object.keys(groups) as GroupName[]) {
    if (!named.includes(group)) continue;
    for (const verb of Object.keys(groups[group])) ok(typeof parts[group]?.[verb] === 'function', `describe() names ${group}, and ${group}.${verb} is missing`);
  }
});

check('describe', 'names groups that can only be read with all their reading verbs, and not as whole ones', async ({ backend, raw }) => {
  const { groups: named, reading = [] } = await backend.describe({});
  const parts = raw as unknown as Record<string, Record<string, unknown> | undefined>;
  for (const group of Object.keys(groups) as GroupName[]) {
    if (!reading.includes(group)) continue;
    ok(!named.includes(group), `describe() names ${group} under groups and under reading`);
    for (const verb of readingVerbs(group)) ok(typeof parts[group]?.[verb] === 'function', `describe() names ${group} under reading, and ${group}.${verb} is missing`);
  }
});

check('describe', 'takes nothing in where a group can only be read: its other verbs are absent, or answer `unsupported`', async ({ raw, reading }) => {
  const parts = raw as unknown as Record<string, Record<string, ((input: object) => Promise<unknown>) | undefined> | undefined>;
  for (const { group, verb } of samples) {
    if (group === 'backend' || !readingOnly(reading, group, verb)) continue;
    const call = parts[group]?.[verb];
    if (call) await refused(call({}), 'unsupported', `${group}.${verb}`);
  }
});

check('describe', 'leaves no group out: a group that is there and not named answers `unsupported`', async (kit) => {
  for (const { group, verb, input } of samples) {
    if (group === 'backend' || kit.offered.includes(group) || !kit.raw[group as keyof Backend]) continue;
    const call = (kit.backend[group] as unknown as Record<string, (input: object) => Promise<unknown>>)[verb];
    // An input that is made with another verb of the group cannot be made here; that verb is tried by itself.
    const ready = await Promise.resolve().then(() => input(kit)).catch(() => undefined);
    if (call && ready) await refused(call(ready), 'unsupported', `${group}.${verb}`);
  }
});

check('check', 'lists what is well set up and what is not', async ({ backend }) => {
  const { items } = await backend.check({});
  for (const item of items) ok(item.ok || item.hint, `"${item.id}" is not ok and gives the webmaster no hint`);
});

export const backendChecks = list;
