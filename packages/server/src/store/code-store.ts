/**
 * Access codes: each is one vote on every ballot it was made for. A code is kept only as a salted hash, another for each ballot, and a dwelling not at all.
 */
export interface CodeStore {
  /**
   * Takes in new codes, all or none. Rejects with `already` when one of the ballots has codes and `add` is not set: a second batch would give
   * every dwelling a second vote.
   */
  addCodes(batch: CodeBatch): Promise<void>;
  /**
   * Withdraws a code where it has not voted, and puts another in its place (`by` absent: none). Where it has voted its vote stays, and the new code has
   * voted too. Rejects with `not-found`, `already-voted` (on every ballot) or `already` (it is void); then nothing has changed.
   */
  voidCode(act: VoidCode): Promise<VoidedCode>;
  /** Whether somebody was given this code (bare) for this ballot, wherever it stands. Only reads, and looks nowhere else. */
  isGiven(consultation: string, ballot: string, code: string): Promise<boolean>;
  /** How many codes of each ballot stand where. A ballot without codes is not in it. */
  codeCounts(consultation: string): Promise<CodeCounts[]>;
  /** What was done with codes, oldest first. */
  codeLog(consultation: string): Promise<CodeLogEntry[]>;
  /** Which group the codes of a building belong to. Empty: results are not told apart by building. */
  buildings(consultation: string): Promise<Map<string, string>>;
}

export interface NewCode {
  /** Bare, as `readAccessCode` gives it. */
  code: string;
  /** The group of buildings its votes are counted with. Absent: none. */
  group?: string | undefined;
  /** It votes into nothing that counts. */
  test: boolean;
}

export interface CodeBatch {
  consultation: string;
  ballots: readonly string[];
  codes: readonly NewCode[];
  add: boolean;
  reason: string;
  /** Absent: no groups, or they are known already. */
  groups?: { of: ReadonlyMap<string, string>; publicKey: Uint8Array } | undefined;
}

export interface VoidCode {
  consultation: string;
  code: string;
  by?: string | undefined;
  reason: string;
}

/** The ballots where the code was withdrawn, and those where it had voted. */
export interface VoidedCode {
  voided: string[];
  voted: string[];
}

export interface CodeCounts {
  ballot: string;
  unused: number;
  used: number;
  void: number;
  test: number;
}

/** One line of the audit. It names no code, no dwelling and no hour: whoever reads it learns what was done, and about nobody. */
export interface CodeLogEntry {
  day: string;
  act: 'created' | 'voided' | 'replaced';
  codes: number;
  reason: string;
}
