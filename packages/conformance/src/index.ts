export { ConformanceFailure } from './expect.ts';
export { conformance, reportText, runConformance } from './run.ts';
export type { Check, Conformance, KitOptions, Report, RunOptions } from './run.ts';
export { seedAt } from './seed.ts';
export type { Factory, Probes, Subject } from './subject.ts';
