import { RatingAnswer } from '../schemas/faq.ts';
import { ContributionList, ContributionListInput, FeedbackRating, Follow, FollowAnswer, Timeline, TimelineInput } from '../schemas/feedback.ts';
import { operation } from './operation.ts';

const base = '/consultations/{consultation}/feedback';

export const list = operation({
  method: 'GET', path: base, summary: 'What people said and what the town did',
  input: ContributionListInput, answer: ContributionList, errors: ['not-found'],
});

/** A POST, because a tracking code in an address would end in logs. */
export const timeline = operation({
  method: 'POST', path: `${base}/timeline`, summary: 'What became of one contribution, by id or tracking code',
  input: TimelineInput, answer: Timeline, errors: ['not-found'],
});

export const follow = operation({
  method: 'POST', path: `${base}/{id}/follow`, summary: 'Ask for news of a contribution, or stop',
  input: Follow, answer: FollowAnswer, errors: ['not-found', 'consent-required', 'invalid', 'quota'],
});

export const rate = operation({
  method: 'POST', path: `${base}/{id}/rating`, summary: 'Say whether the town\'s answer was useful',
  input: FeedbackRating, answer: RatingAnswer, errors: ['not-found', 'quota'],
});
