import { currencyExponent, formatAmount } from './amount.ts';
import { formatDate } from './date.ts';
import { type PbEntry, type PbMeta, readMeta, readMetaKeys, wholeKeys } from './meta.ts';
import { pbProblems, type Report } from './problem.ts';
import { type PbProject, readProject, withdrawnCost } from './projects.ts';
import { controls } from './records.ts';
import { settingEntries } from './settings.ts';
import { type PbVote, readVote, votingMethods, withPoints } from './votes.ts';

/** A file to write: what `readPabulib` gives, or the same without its lines. */
export interface PabulibContent {
  /** `entries`: keys that are not read into a field of their own, such as `description` or `rule`; the others are written from their fields. */
  meta: Omit<PbMeta, 'entries' | 'line' | 'exponent' | 'numProjects'> & { entries: ReadonlyMap<string, Pick<PbEntry, 'value'>> };
  projects: readonly Omit<PbProject, 'line'>[];
  votes: AsyncIterable<Omit<PbVote, 'line'>> | Iterable<Omit<PbVote, 'line'>>;
}

/** Characters in a chunk, about. */
const chunkSize = 65_536;

/**
 * Writes the Pabulib format (https://pabulib.org/format) in chunks of text, without I/O of its own; memory stays bounded, however many votes there are.
 * Reading the text gives the same data, but for spaces around words, control characters and kinds of line ends. Voters are numbered in the order of
 * `votes`, and nothing else is said of them; pass votes in an order that says nothing either. Amounts are exact, withdrawn projects cost 999999999.
 * @throws RangeError for what a reader would refuse or read as something else: an id with a comma, a project named and not there, a number of votes
 * other than announced, …; errors of `votes` pass through
 */
export async function* writePabulib({ meta, projects, votes }: PabulibContent): AsyncGenerator<string, void, undefined> {
  const entries = entriesOf(meta, projects.length);
  const read = readMeta(new Map(entries.map(([key, value]) => [key, { value, line: 1 }])), 1, refuse);
  let text = section('META', [['key', 'value'], ...entries]) + section('PROJECTS', projectRows(projects, read));

  const ids = new Map(projects.map(({ id }) => [clean(id), id]));
  const pointed = withPoints(meta.voteType);
  const columns = pointed ? { vote: 1, points: 2, method: 3 } : { vote: 1, points: -1, method: 2 };
  text += section('VOTES', [['voter_id', 'vote', ...(pointed ? ['points'] : []), 'voting_method']]);
  let written = 0;
  for await (const { projects: named, points = [], channel } of votes) {
    if (text.length >= chunkSize) {
      yield text;
      text = '';
    }
    written += 1;
    const cells = [String(written), named.join(','), ...(pointed ? [points.join(',')] : []), channel === undefined ? '' : votingMethods[channel]].map(clean);
    const vote = readVote({ line: 1, cells, cleaned: false }, columns, meta.voteType, ids, refuse);
    if (vote?.projects.length !== named.length) throw new RangeError(`a reader would change this vote: ${cells[1]}`);
    text += row(cells);
  }
  if (meta.numVotes !== undefined && meta.numVotes !== written) throw new RangeError(`${meta.numVotes} votes were announced, there are ${written}`);
  yield text;
}

const refuse: Report = ({ code, value = '' }) => {
  if (pbProblems[code] === 'bad' && code !== 'budget-missing') throw new RangeError(`a reader would refuse this: ${code} ${value}`);
};

/** As a reader gives it back. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, '').trim();

const row = (cells: readonly string[]): string => `${cells.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\n`;

const section = (title: string, rows: readonly (readonly string[])[]): string => [[title], ...rows].map(row).join('');

// In the order of the format's own checker.
const keys = [
  'description', 'country', 'unit', 'district', 'subunit', 'instance', 'num_projects', 'num_votes', 'budget', 'vote_type', 'rule', 'date_begin', 'date_end',
  'min_length', 'max_length', 'min_sum_cost', 'max_sum_cost', 'min_points', 'max_points', 'min_sum_points', 'max_sum_points', 'default_score',
  'min_project_score_threshold', 'edition', 'language', 'currency', 'comment',
];

/** The rows of META that have a value. Keys the format does not know come last. */
function entriesOf(meta: PabulibContent['meta'], projects: number): [key: string, value: string][] {
  const exponent = currencyExponent(meta.currency);
  const whole = (value: number | undefined) => (value === undefined ? '' : String(value));
  const money = (value: number | undefined) => (value === undefined ? '' : formatAmount(value, exponent));
  const values = new Map([...meta.entries].filter(([key]) => !readMetaKeys.includes(key)).map(([key, { value }]) => [clean(key), clean(value)]));
  for (const [key, limit] of Object.entries(wholeKeys)) values.set(key, whole(meta.limits[limit]));
  values.set('min_sum_cost', money(meta.limits.minSumCost));
  values.set('max_sum_cost', money(meta.limits.maxSumCost));
  values.set('num_projects', whole(projects));
  values.set('num_votes', whole(meta.numVotes));
  values.set('budget', money(meta.budget));
  values.set('vote_type', meta.voteType);
  values.set('currency', meta.currency ?? '');
  values.set('date_begin', formatDate(meta.dateBegin ?? ''));
  values.set('date_end', formatDate(meta.dateEnd ?? ''));
  for (const [key, value] of settingEntries(meta.counting, money)) values.set(key, value);
  const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return [...values].filter(([, value]) => value !== '').sort(([a], [b]) => place(a) - place(b));
}

const columns = ['votes', 'score', 'name', 'category', 'selected', 'neighborhood', 'subunit', 'district', 'description'] as const;

/** The rows of PROJECTS with their heading; columns that no project fills are left out. */
function projectRows(projects: PabulibContent['projects'], meta: PbMeta): string[][] {
  const used = columns.filter((column) => projects.some((project) => project[column] !== undefined));
  const heading = ['project_id', 'cost', ...used];
  const places = new Map(heading.map((column, i) => [column, i]));
  const taken = new Set<string>();
  return [heading, ...projects.map((project) => {
    const { id, cost, withdrawn } = project;
    const price = cost === undefined || withdrawn ? String(withdrawnCost) : formatAmount(cost, meta.exponent);
    const cells = [id, price, ...used.map((column) => String(project[column] ?? ''))].map(clean);
    const read = readProject({ line: 1, cells, cleaned: false }, places, meta, taken, refuse);
    const same = read?.withdrawn === withdrawn && used.every((column, i) => String(read[column] ?? '') === cells[i + 2]);
    if (read?.withdrawn && !withdrawn && cost !== undefined) throw new RangeError(`a cost of ${withdrawnCost} says that a project was withdrawn: ${id}`);
    if (!same) throw new RangeError(`a reader would change this project: ${id}`);
    taken.add(cells[0]!);
    return cells;
  })];
}
