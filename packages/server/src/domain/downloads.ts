import type { BallotDefinition, Download, OpenStatus } from '@parvis/contract';
import { fitsPabulib } from '@parvis/counting';

/** `csv`: totals; `votes.csv`: every vote without its voter; `pb`: the ballot with its votes in the Pabulib
 * format; `json`: ballot, results and outcome. In the order in which they are offered. */
export const downloadFormats = ['csv', 'votes.csv', 'pb', 'json'] as const;
export type DownloadFormat = (typeof downloadFormats)[number];

/** Below this lie the results of a ballot as a page, and its files. */
export const resultsPath = (consultation: string, ballot: string): string => `/c/${consultation}/results/${ballot}`;

/** These hold single votes, which are given out once voting is closed. */
export const withVotes = (format: DownloadFormat): boolean => format === 'votes.csv' || format === 'pb';

/** The files anybody may have now. Empty: results are only for those who voted. */
export function downloadsOf(consultation: string, ballot: BallotDefinition, status: OpenStatus): Download[] {
  const shown = downloadFormats.filter((format) => status === 'closed' || (ballot.results === 'live' && !withVotes(format))).filter((format) => format !== 'pb' || fitsPabulib(ballot));
  return shown.map((format) => ({ format, href: `${resultsPath(consultation, ballot.id)}.${format}` }));
}
