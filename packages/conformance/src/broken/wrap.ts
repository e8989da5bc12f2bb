import type { Backend } from '@parvis/contract';
import type { GroupName } from '@parvis/contract/operations';
import type { Factory, Probes } from '../subject.ts';

/** An adapter that does one thing wrong, made from one that does everything right. */
export interface Broken {
  /** What it does wrong. */
  name: string;
  /** The group that suffers; every other group still passes. */
  group: GroupName;
  /** The check that must catch it, as `verb: title`. */
  caughtBy: string;
  wrap(factory: Factory): Factory;
}

/** The same factory, with one group of its backend changed. */
export const changeGroup = <G extends GroupName>(
  group: G, change: (verbs: NonNullable<Backend[G]>, backend: Backend) => Partial<NonNullable<Backend[G]>>,
) => (factory: Factory): Factory => async (seed) => {
  const subject = await factory(seed);
  const backend = subject.backend as Backend;
  const verbs = backend[group] as NonNullable<Backend[G]>;
  return { ...subject, backend: { ...backend, [group]: { ...verbs, ...change(verbs, backend) } } };
};

/** The same factory, with what the probes find changed. */
export const changeProbes = (change: (probes: Probes) => Probes) => (factory: Factory): Factory => async (seed) => {
  const subject = await factory(seed);
  return { ...subject, probes: change(subject.probes ?? {}) };
};
