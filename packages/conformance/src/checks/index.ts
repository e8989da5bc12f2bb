import type { CheckDefinition } from '../check.ts';
import { attachmentsChecks } from './attachments.ts';
import { backendChecks } from './backend.ts';
import { consultationsChecks } from './consultations.ts';
import { everyVerbChecks } from './every-verb.ts';
import { faqChecks } from './faq.ts';
import { feedbackChecks } from './feedback.ts';
import { placesChecks } from './places.ts';
import { proposalsChecks } from './proposals.ts';
import { statisticsChecks } from './statistics.ts';
import { submissionChecks } from './submissions.ts';
import { supportChecks } from './supports.ts';
import { ballotBoxChecks } from './votes-box.ts';
import { castChecks } from './votes-cast.ts';
import { closingChecks } from './votes-closing.ts';
import { codeChecks } from './votes-codes.ts';
import { resultsChecks } from './votes-results.ts';

export const checks: readonly CheckDefinition[] = [
  ...backendChecks, ...everyVerbChecks, ...consultationsChecks, ...proposalsChecks, ...submissionChecks, ...supportChecks,
  ...castChecks, ...codeChecks, ...ballotBoxChecks, ...resultsChecks, ...closingChecks, ...faqChecks, ...feedbackChecks, ...attachmentsChecks, ...placesChecks, ...statisticsChecks,
];
