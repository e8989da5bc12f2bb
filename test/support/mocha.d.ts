/** The part of mocha that the browser tests use; its own type package would clash with node:test's names in one project. */
type MochaBody = (this: { timeout(ms: number): void; skip(): never }) => void | Promise<void>;
interface MochaBlock {
  (title: string, body: MochaBody): void;
  only(title: string, body: MochaBody): void;
  skip(title: string, body?: MochaBody): void;
}
declare const describe: MochaBlock;
declare const it: MochaBlock;
declare function before(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;
