import type { Backend } from '@parvis/contract';
import type { GroupName } from '@parvis/contract/operations';
import { groups } from '@parvis/contract/operations';
import type { CheckDefinition, Kit } from './check.ts';
import { checks } from './checks/index.ts';
import { seedAt } from './seed.ts';
import { NotOffered, offered, readingOnly, watched } from './subject.ts';
import type { Factory, Subject } from './subject.ts';

export interface KitOptions {
  /** Milliseconds for which the ballot that closes during the run stays open, besides what starting the backend takes. Default 1500. */
  closing?: number | undefined;
}

/** One check, ready to be run by any test runner. */
export interface Check {
  group: CheckDefinition['group'];
  verb: string;
  title: string;
  /** `votes.cast: counts a vote that it took in` */
  name: string;
  /**
   * Rejects when the backend does not do as the contract says.
   * @param skip told why, when the check does not apply to this backend; the check then resolves without doing anything.
   *   `absent` is the group that is not offered, where that is the reason.
   */
  run(skip?: (why: string, absent?: GroupName) => void): Promise<void>;
}

/** A list of checks that share one backend, made at the first of them. */
export interface Conformance extends ReadonlyArray<Check> {
  /** Lets go of the backends the kit has made. */
  close(): Promise<void>;
}

export function conformance(factory: Factory, { closing = 1500 }: KitOptions = {}): Conformance {
  const subjects: Subject[] = [];
  let shared: Promise<Kit> | undefined;

  async function open(closesAfter?: number): Promise<Kit> {
    const start = Date.now();
    const now = new Date(start);
    const subject = await factory(seedAt(now, closesAfter === undefined ? undefined : new Date(start + closesAfter)));
    subjects.push(subject);
    const startUp = Date.now() - start;
    const raw = subject.backend as Backend;
    const { whole, reading } = await offered(raw);
    return {
      backend: watched(raw, reading),
      raw,
      offered: [...whole, ...reading],
      reading,
      probes: subject.probes ?? {},
      closingSoon: () => open(closing + 2 * startUp),
    };
  }

  const list = checks.map(({ group, verb, title, also, probe, run }): Check => ({
    group, verb, title,
    name: `${group}.${verb}: ${title}`,
    run: async (skip) => {
      const kit = await (shared ??= open());
      const absent = [group, ...also].filter((g) => g !== 'backend').find((g) => !kit.offered.includes(g));
      if (absent) return skip?.(`the backend does not offer ${absent}`, absent);
      const why = group !== 'backend' && readingOnly(kit.reading, group, verb);
      if (why) return skip?.(why.message);
      if (probe && !kit.probes[probe]) return skip?.(`there is no probe "${probe}" into the store`);
      await run(kit).catch((error: unknown) => {
        if (!(error instanceof NotOffered)) throw error;
        skip?.(error.message);
      });
    },
  }));
  const close = async () => {
    for (const subject of subjects.splice(0)) await subject.dispose?.();
  };
  return Object.assign(list, { close });
}

export interface Report {
  /**
   * `full`: every group is offered and every check passed, those that look into the store included.
   * `partial`: everything that could be checked passed; `skipped` says what could not.
   * `failed`: at least one check failed.
   */
  grade: 'full' | 'partial' | 'failed';
  passed: number;
  failed: { group: string; verb: string; title: string; name: string; error: Error }[];
  /** What was not checked and why: groups that are not offered, and probes that are not there. */
  skipped: Skipped[];
}

export interface Skipped {
  group: string;
  why: string;
  /** True: the whole group is not offered. */
  absent: boolean;
}

export interface RunOptions extends KitOptions {
  /** Run these checks only. */
  only?: ((check: Check) => boolean) | undefined;
  /** Told after each check. No error and no reason: it passed. */
  onResult?: ((check: Check, result: { error: Error | undefined; skipped: string | undefined }) => void) | undefined;
}

/** Runs the checks one after the other and grades the backend. */
export async function runConformance(factory: Factory, { only = () => true, onResult, ...options }: RunOptions = {}): Promise<Report> {
  const list = conformance(factory, options);
  const report: Report = { grade: 'full', passed: 0, failed: [], skipped: [] };
  try {
    for (const check of list.filter(only)) {
      let skipped: Skipped | undefined;
      const error = await check.run((why, absent) => (skipped = { group: absent ?? check.group, why, absent: absent !== undefined })).then(() => undefined, asError);
      if (error) report.failed.push({ group: check.group, verb: check.verb, title: check.title, name: check.name, error });
      else if (skipped === undefined) report.passed += 1;
      else if (!report.skipped.some(({ why }) => why === skipped?.why)) report.skipped.push(skipped);
      onResult?.(check, { error, skipped: skipped?.why });
    }
  } finally {
    await list.close();
  }
  return { ...report, grade: report.failed.length > 0 ? 'failed' : report.skipped.length > 0 ? 'partial' : 'full' };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** A few lines for people: the grade, what failed and why, what was not checked. */
export function reportText({ grade, passed, failed, skipped }: Report): string {
  const total = Object.keys(groups).length;
  const present = total - skipped.filter(({ absent }) => absent).length;
  return [
    `Grade: ${grade}. ${passed} checks passed, ${failed.length} failed, ${present} of ${total} groups offered.`,
    ...failed.map(({ name, error }) => `  failed   ${name}\n           ${error.message}`),
    ...skipped.map(({ group, why }) => `  skipped  ${group}: ${why}`),
  ].join('\n');
}
