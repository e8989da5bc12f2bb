import type { Ballot, Results } from '@parvis/contract';
import { sayIn } from '../shared/messages.ts';
import { fr } from './all.messages.ts';
import { rowsOf } from './results.model.ts';
import type { Told } from './results.words.ts';
import { everyRule } from './seldom.rules.ts';

export * from './results.model.ts';
export * from './results.words.ts';

/** For those who have no widget around them. */
const inFrench = { lang: 'fr', say: sayIn(fr, 'fr') };

/** What the words of this module ask for. */
export const tellIn = ({ say, lang }: Pick<Told, 'say' | 'lang'>, ballot: Ballot, results: Results): Told => ({ ballot, results, rows: rowsOf(ballot, results), say, lang, words: everyRule });

export const tellInFrench = (ballot: Ballot, results: Results): Told => tellIn(inFrench, ballot, results);
