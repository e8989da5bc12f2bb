import { after, describe, test } from 'node:test';
import { conformance } from './run.ts';
import type { KitOptions } from './run.ts';
import type { Factory } from './subject.ts';

/** Registers every check with node:test, under one name. */
export function testConformance(name: string, factory: Factory, options?: KitOptions): void {
  describe(name, () => {
    const checks = conformance(factory, options);
    for (const check of checks) test(check.name, (t) => check.run((why) => t.skip(why)));
    after(() => checks.close());
  });
}
