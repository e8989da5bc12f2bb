import { currencyExponent, parseAmount, parseWhole } from './amount.ts';
import { parseDate } from './date.ts';
import { PabulibError, type PbProblemCode, quoted, type Report } from './problem.ts';
import type { PbRecord } from './records.ts';
import { type PbCounting, readSettings, settingKeys } from './settings.ts';

export const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const;
export type VoteType = (typeof voteTypes)[number];

/** What the META section may limit a vote to. Absent: the file sets no limit. Money is in minor units. */
export interface PbLimits {
  minLength?: number;
  maxLength?: number;
  minSumCost?: number;
  maxSumCost?: number;
  minPoints?: number;
  maxPoints?: number;
  minSumPoints?: number;
  maxSumPoints?: number;
  defaultScore?: number;
  minProjectScoreThreshold?: number;
}

/** The META section. Source: https://pabulib.org/format */
export interface PbMeta {
  /** Every entry as written, by its key in lower case. */
  entries: ReadonlyMap<string, PbEntry>;
  /** The line of the section's title. */
  line: number;
  voteType: VoteType;
  /** In minor units. Absent: the file does not say. */
  budget?: number;
  /** ISO 4217. Absent: the file does not say. */
  currency?: string;
  /** Digits after the point in this currency. */
  exponent: number;
  numProjects?: number;
  numVotes?: number;
  /** ISO 8601, as precise as the file is. */
  dateBegin?: string;
  dateEnd?: string;
  limits: PbLimits;
  /** How the votes are counted; see `countingOf`. Absent: the file does not say, or only in the words of the format (`rule`). */
  counting?: PbCounting;
}

export interface PbEntry {
  value: string;
  line: number;
}

/** Keys with a whole number, by the limit they set. */
export const wholeKeys = {
  min_length: 'minLength', max_length: 'maxLength', min_points: 'minPoints', max_points: 'maxPoints',
  min_sum_points: 'minSumPoints', max_sum_points: 'maxSumPoints', default_score: 'defaultScore',
  min_project_score_threshold: 'minProjectScoreThreshold',
} as const satisfies Record<string, keyof PbLimits>;

// `max_total_cost` is what some older tools write for `max_sum_cost`.
const moneyKeys = { min_sum_cost: 'minSumCost', max_sum_cost: 'maxSumCost', max_total_cost: 'maxSumCost' } as const;

/** Every key of META that is read into something else than `entries`. */
export const readMetaKeys: readonly string[] = [
  ...settingKeys,
  ...Object.keys(wholeKeys), ...Object.keys(moneyKeys),
  'vote_type', 'budget', 'currency', 'num_projects', 'num_votes', 'date_begin', 'date_end',
];

/** Gathers the rows of META. A value with bare semicolons is put together again; empty cells at the end are a spreadsheet's. */
export function addEntry(entries: Map<string, PbEntry>, { line, cells }: PbRecord, report: Report): void {
  const key = (cells[0] ?? '').toLowerCase();
  const value = cells.slice(1, cells.findLastIndex((cell) => cell !== '') + 1).join(';');
  if (key === 'key' && value.toLowerCase() === 'value') return;
  if (entries.has(key)) report({ line, code: 'key-repeated', field: quoted(key), value: quoted(value) });
  else entries.set(key, { value, line });
}

/** What the entries say. `line`: of the section's title, for what is missing altogether. */
export function readMeta(entries: ReadonlyMap<string, PbEntry>, line: number, report: Report): PbMeta {
  const currency = readCurrency(entries, line, report);
  const exponent = currencyExponent(currency);

  /** The value of a key read by `read`; absent keys and empty values stay absent, malformed ones are reported. */
  const take = <T>(key: string, read: (text: string) => T | undefined, code: PbProblemCode): T | undefined => {
    const entry = entries.get(key);
    if (!entry || entry.value === '') return undefined;
    const value = read(entry.value);
    if (value === undefined) report({ line: entry.line, code, field: key, value: quoted(entry.value) });
    return value;
  };
  const whole = (key: string) => take(key, parseWhole, 'number-malformed');
  const money = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.value !== '' ? readAmount(entry, key, exponent, report) : undefined;
  };
  const date = (key: string) => {
    const value = take(key, parseDate, 'date-malformed');
    if (value !== undefined && value.length < 10) report({ line: entries.get(key)!.line, code: 'date-imprecise', field: key, value });
    return value;
  };

  const limits: PbLimits = {};
  for (const [key, name] of Object.entries(wholeKeys)) put(limits, name, whole(key));
  for (const [key, name] of Object.entries(moneyKeys)) put(limits, name, limits[name] ?? money(key));

  const meta: PbMeta = { entries, line, voteType: readVoteType(entries, line), exponent, limits };
  put(meta, 'currency', currency);
  put(meta, 'budget', money('budget'));
  if (!entries.get('budget')?.value) report({ line, code: 'budget-missing', field: 'budget' });
  put(meta, 'numProjects', whole('num_projects'));
  put(meta, 'numVotes', whole('num_votes'));
  put(meta, 'dateBegin', date('date_begin'));
  put(meta, 'dateEnd', date('date_end'));
  put(meta, 'counting', readSettings(take, money('parvis_step')));
  return meta;
}

function readVoteType(entries: ReadonlyMap<string, PbEntry>, line: number): VoteType {
  const entry = entries.get('vote_type');
  if (!entry || entry.value === '') throw new PabulibError({ line, code: 'vote-type-missing', field: 'vote_type' });
  const type = voteTypes.find((known) => known === entry.value.toLowerCase());
  if (!type) throw new PabulibError({ line: entry.line, code: 'vote-type-unknown', field: 'vote_type', value: quoted(entry.value) });
  return type;
}

function readCurrency(entries: ReadonlyMap<string, PbEntry>, line: number, report: Report): string | undefined {
  const entry = entries.get('currency');
  if (!entry || entry.value === '') report({ line, code: 'currency-missing', field: 'currency' });
  else if (!/^[a-z]{3}$/i.test(entry.value)) {
    report({ line: entry.line, code: 'currency-unknown', field: 'currency', value: quoted(entry.value) });
  } else return entry.value.toUpperCase();
  return undefined;
}

/** An amount in minor units; what is wrong with it is reported and nothing comes back. */
export function readAmount({ value, line }: PbEntry, field: string, exponent: number, report: Report): number | undefined {
  const amount = parseAmount(value, exponent);
  if (!amount.ok) {
    report({ line, code: `amount-${amount.reason}`, field, value: quoted(value) });
    return undefined;
  }
  if (amount.rounded) report({ line, code: 'amount-rounded', field, value: quoted(value) });
  return amount.minor;
}

/** Sets a field unless there is nothing to set: absent fields stay absent. */
export function put<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
