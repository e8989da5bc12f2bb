import type { Sentences } from './index.ts';

export const en: Sentences = {
  of: '{what}: {name}',
  oneHour: 'This page shows the code for one hour only.',
  arrivedBefore: 'It has arrived. The tracking code is shown for one hour after sending only.',

  noIdeasHere: 'This consultation does not collect ideas.',
  ideas: 'Ideas so far',
  noIdea: 'There is none yet.',
  moreIdeas: 'More ideas',
  allIdeas: 'See all ideas',
  followIdea: 'See how an idea is doing',
  yourProposal: 'Your proposal',

  supports: { one: '{n} person supports this idea.', other: '{n} people support this idea.' },
  noSupport: 'Nobody has supported it yet.',
  support: 'Support',
  supported: 'Your support counts',
  withdrawn: 'Your support is withdrawn',
  withdraw: 'Withdraw my support',
  supportAgain: 'Support it again',
  notVerified: 'Nobody’s identity is checked. To change your mind later, keep the address of this page.',
  supportOver: 'This idea can no longer be supported',
  supportOverText: 'The consultation is closed. Supports do not change any more.',

  moreQuestions: 'More questions',
  toQuestions: 'Back to the questions',
  questionKept: 'Your question was not sent. You can copy it.',

  moreProjects: 'More projects',
  opinionAndNews: 'Give an opinion, get the news',
  toSteps: 'Back to the steps',
  followed: 'Noted. You will get the news at the address you gave. To stop later, keep the address of this page.',
  answered: 'You answered: {answer}.',
  changeAnswer: 'Change my answer: {answer}',

  missing: 'This page does not exist',
  missingText: 'The address may have changed.',
  broken: 'The page cannot be shown right now',
  brokenText: 'Nothing is lost. Try again in a few minutes.',
  foreign: 'This form comes from another site',
  foreignText: 'Nothing was sent. Open the page of the consultation and fill in its form.',
  tooLong: 'Your text is too long to be sent',
  tooLongText: 'Nothing was sent. Go back to the page before: your text is still there. Make it shorter.',
  busy: 'Wait a minute',
  busyText: 'Many people are taking part right now. Go back to the page before, or load this one again in a minute. Nothing is lost.',
  allConsultations: 'See all consultations',
};
