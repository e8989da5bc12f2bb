import { type BallotDefinition, checkCounting, type Counting, rulesFor, settingsFor } from '@parvis/contract';
import { countingOf, readPabulib, readMetaKeys, readProjectColumns, readVoteColumns, type PabulibFile, type PbMeta } from '@parvis/counting';
import type { KeptVote } from '../../store/store.ts';
import { inMinorUnits } from '../../count/settings.ts';
import { ImportError } from '../errors.ts';
import type { Findings } from '../findings.ts';
import type { ImportOptions } from '../options.ts';
import { checked, mergeById, type Plan } from '../plan.ts';
import type { Source } from '../source.ts';
import { counted, figure } from '../text.ts';
import { ballotOf, datesOf, type Observed } from './ballot.ts';
import { choiceReader } from './choice.ts';
import { reading, reporter } from './reading.ts';
import { text, titleOf } from './title.ts';
import { brokenLimit } from './sentences.ts';

type Told = (part: number) => void;

/** How many options one ballot may hold (the contract's bound). */
const mostOptions = 2_000;

/** Reads a `.pb` file through once and checks every row; the votes are read a second time when they are kept. */
export async function planElection(source: Source, name: string, options: ImportOptions, findings: Findings, told: Told): Promise<Plan> {
  const file = await reading(() => readPabulib(source.chunks((done) => told(done / source.bytes)), reporter(findings)));
  const { meta, projects } = file;
  if (projects.length > mostOptions) {
    throw new ImportError(`Le fichier contient ${counted(projects.length, 'projet')} ; un vote en accepte ${mostOptions} au plus. Partagez-le en plusieurs votes.`);
  }
  if (projects.length === 0) throw new ImportError('Aucun projet de la partie PROJECTS ne peut être gardé. Corrigez les lignes signalées.');
  const title = options.title ?? (titleOf(meta) || name);
  const survey = await reading(() => surveyVotes(file, ballotOf(name, title, meta, projects), findings));
  const ballot = { ...ballotOf(name, title, meta, projects, survey.observed), ...countedBy(options, meta) };
  refuseCounting(ballot);
  noteBounds(meta, ballot, findings);

  const consultation = options.consultation ?? name;
  const language = text(meta, 'language').toLowerCase();
  return {
    consultation,
    sentences: sentencesOf(file, survey, options),
    kept: { options: projects.length, ...(options.withVotes && { votes: survey.votes, ...survey.channels, blank: survey.blank }) },
    leftOut: leftOut(file),
    merge(existing) {
      const { list, replaced } = mergeById(existing?.ballots ?? [], [ballot]);
      const definition = checked({
        ...(existing ?? {
          id: consultation,
          title,
          languages: [/^[a-z]{2,3}$/.test(language) ? language : 'fr'],
          ...datesOf(meta),
          organiser: { name: options.organiser ?? (text(meta, 'unit') || 'L’organisateur') },
        }),
        ballots: list,
      });
      return { definition, replaced };
    },
    ...(options.withVotes && { votes: { ballot: ballot.id, total: survey.votes, read: () => readAgain(source, ballot) } }),
  };
}

/** The rule that was asked for, else the one that the file carries. The budget of the file is what there is to spend. */
function countedBy({ counting: asked }: ImportOptions, meta: PbMeta): { counting?: Counting } {
  const own = countingOf(meta);
  if (!asked) return own ? { counting: own } : {};
  const counting = inMinorUnits(asked, meta.exponent);
  const { minProjectScoreThreshold: least } = meta.limits;
  if (counting.rule === 'threshold' && counting.threshold === undefined && least !== undefined) counting.threshold = least;
  const needsBudget = settingsFor(counting.rule).includes('budget') && counting.budget === undefined && meta.budget !== undefined;
  return { counting: needsBudget ? { ...counting, budget: meta.budget } : counting };
}

function refuseCounting(ballot: BallotDefinition): void {
  const [issue] = checkCounting(ballot, '');
  if (!issue) return;
  const rule = ballot.counting?.rule ?? '';
  throw new ImportError(issue.code === 'rule-does-not-fit'
    ? `La règle ${rule} ne peut pas compter ce mode de vote. Règles possibles : ${rulesFor(ballot.method).join(', ')}.`
    : `La règle ${rule} ne peut pas compter ces votes avec ces réglages (${issue.pointer.replace('/counting/', '')}). Voyez : parvis count --help`);
}

interface Survey {
  votes: number;
  blank: number;
  channels: Record<KeptVote['channel'], number>;
  observed: Observed;
  /** Voters by project. */
  supporters: Map<string, number>;
}

async function surveyVotes(file: PabulibFile, ballot: BallotDefinition, findings: Findings): Promise<Survey> {
  const read = choiceReader(file.meta, ballot);
  const withdrawn = new Set(file.projects.filter((project) => project.withdrawn).map(({ id }) => id));
  const survey: Survey = {
    votes: 0, blank: 0, channels: { online: 0, paper: 0, assisted: 0 }, observed: { lowest: 0, highest: 0, mostPoints: 0 }, supporters: new Map(),
  };
  for await (const vote of file.votes) {
    const result = read(vote);
    if ('issue' in result) {
      findings.addBad({ line: vote.line, code: result.issue.code, message: brokenLimit(result.issue, file.meta, 10 ** file.meta.exponent) });
      continue;
    }
    if (withdrawn.size > 0 && vote.projects.some((id) => withdrawn.has(id))) {
      findings.addNote('withdrawn-chosen', vote.line, (n) => `${counted(n, 'vote')} ${n < 2 ? 'nomme' : 'nomment'} un projet retiré : le vote est gardé tel quel.`);
    }
    survey.votes += 1;
    survey.channels[vote.channel ?? 'online'] += 1;
    if ('blank' in result.choice) survey.blank += 1;
    if (vote.points) observe(survey.observed, vote.points);
    for (const id of vote.projects) survey.supporters.set(id, (survey.supporters.get(id) ?? 0) + 1);
  }
  compareCounts(file, survey, findings);
  return survey;
}

/** The file carries the city's own count: where the votes say otherwise, somebody should know. */
function compareCounts({ projects }: PabulibFile, { supporters }: Survey, findings: Findings): void {
  for (const { id, votes, line } of projects) {
    const found = supporters.get(id) ?? 0;
    if (votes === undefined || votes === found) continue;
    findings.addNote('votes-differ', line, (n) => `${counted(n, 'projet')} : la colonne votes dit autre chose que les votes du fichier (projet ${id} : ${figure(votes)} annoncés, ${figure(found)} comptés).`);
  }
}

function observe(observed: Observed, points: readonly number[]): void {
  observed.lowest = Math.min(observed.lowest, ...points);
  observed.highest = Math.max(observed.highest, ...points);
  observed.mostPoints = Math.max(observed.mostPoints, points.reduce((sum, n) => sum + n, 0));
}

/** Bounds that a file leaves out or that a ballot cannot express. */
function noteBounds(meta: PbMeta, ballot: BallotDefinition, findings: Findings): void {
  const { limits } = meta;
  const note = (code: string, key: string, message: string) => findings.addNote(code, meta.entries.get(key)?.line ?? 0, () => message);
  if (ballot.method === 'score' && (limits.minPoints === undefined || limits.maxPoints === undefined)) {
    note('scale-from-votes', 'vote_type', `Le fichier ne dit pas l’échelle des notes en entier : ${ballot.scores?.from} à ${ballot.scores?.to}, d’après les votes.`);
  }
  if (ballot.method === 'points' && limits.maxSumPoints === undefined) {
    note('purse-from-votes', 'vote_type', `Le fichier ne dit pas combien de points on peut donner : ${ballot.purse}, d’après les votes.`);
  }
  const unkept = { min_sum_cost: limits.minSumCost, min_sum_points: limits.minSumPoints };
  for (const [key, value] of Object.entries(unkept)) {
    if ((value ?? 0) > 0) note(`unkept-${key}`, key, `La limite ${key} n’a pas d’équivalent dans un vote Parvis : elle n’est pas gardée.`);
  }
  const { dateBegin, dateEnd } = meta;
  if (dateBegin && dateEnd && !ballot.opensAt && !ballot.closesAt) {
    note('dates-out-of-order', 'date_end', 'La date de fin vient avant la date de début : aucune des deux n’est gardée.');
  } else if (!ballot.closesAt) note('no-closing-date', 'date_end', 'Le fichier ne dit pas quand le vote se termine : il reste ouvert.');
}

/** Keys and columns that end nowhere. What the voters said about themselves is never kept. */
function leftOut({ meta, columns }: PabulibFile): string[] {
  const keptKeys = [...readMetaKeys, 'description', 'unit', 'language'];
  const without = (list: Iterable<string>, known: readonly string[], where: string) =>
    [...list].filter((name) => !known.includes(name)).map((name) => `${name} (${where})`);
  return [
    ...without(meta.entries.keys(), keptKeys.filter((key) => key !== 'min_project_score_threshold'), 'META'),
    ...without(columns.projects, readProjectColumns.filter((name) => !['votes', 'score', 'selected'].includes(name)), 'PROJECTS'),
    ...without(columns.votes, readVoteColumns, 'VOTES'),
  ];
}

const kinds: Record<string, string> = {
  approval: 'on coche des projets', budget: 'on coche des projets sous un plafond de dépenses', single: 'on choisit un projet',
  ranking: 'on classe des projets', points: 'on répartit des points', score: 'on donne une note à chaque projet',
};

function sentencesOf({ meta, projects }: PabulibFile, { votes, channels, blank }: Survey, options: ImportOptions): string[] {
  const method = ballotOf('x', 'x', meta, projects).method;
  const withdrawn = projects.filter((project) => project.withdrawn).length;
  const ways = `${figure(channels.online)} en ligne, ${figure(channels.paper)} sur papier${channels.assisted > 0 ? `, ${figure(channels.assisted)} avec un médiateur` : ''}`;
  return [
    `Un vote où ${kinds[method]} : ${counted(projects.length, 'projet')}${withdrawn > 0 ? `, dont ${counted(withdrawn, 'retiré')}` : ''}.`,
    options.withVotes
      ? `${counted(votes, 'vote')} : ${ways}, dont ${counted(blank, 'blanc')}.`
      : `${counted(votes, 'vote')} dans le fichier, non gardés. Pour les garder, ajoutez --with-votes.`,
  ];
}

/** The votes once more, for keeping. What is bad has been said the first time. */
async function* readAgain(source: Source, ballot: BallotDefinition): AsyncGenerator<KeptVote, void, undefined> {
  const file = await readPabulib(source.chunks(), () => {});
  const read = choiceReader(file.meta, ballot);
  for await (const vote of file.votes) {
    const result = read(vote);
    if ('choice' in result) yield { choice: result.choice, channel: vote.channel ?? 'online' };
  }
}
