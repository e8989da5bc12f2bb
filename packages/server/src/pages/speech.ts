import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ballotSpeech, type BallotSpeech } from '@parvis/widgets/ballot/page-view';
import { faqSpeech, type FaqSpeech } from '@parvis/widgets/faq/page-view';
import { feedbackSpeech, type FeedbackSpeech } from '@parvis/widgets/feedback/page-view';
import { formSpeech, type FormSpeech } from '@parvis/widgets/proposal-form/page-view';
import { resultsSpeech, type ResultsSpeech } from '@parvis/widgets/results/page-view';
import type { Messages } from '@parvis/widgets/speech';

/** The widgets' own words, as the pages without JavaScript say them. */
export interface PageSpeech {
  ballot: BallotSpeech;
  form: FormSpeech;
  faq: FaqSpeech;
  feedback: FeedbackSpeech;
  results: ResultsSpeech;
}

const read = (name: string, lang: string): Messages =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`@parvis/widgets/languages/${name}.${lang}.json`)), 'utf8')) as Messages;

function load(lang: string): PageSpeech {
  const shared = read('shared', lang);
  const widget = (name: string): Messages => ({ ...shared, ...read(name, lang) });
  return {
    ballot: ballotSpeech(lang, { widget: widget('ballot'), plain: read('ballot.plain', lang) }),
    form: formSpeech(lang, { widget: widget('proposal-form'), plain: read('proposal-form.plain', lang) }),
    faq: faqSpeech(lang, widget('faq')),
    feedback: feedbackSpeech(lang, widget('feedback')),
    results: resultsSpeech(lang, widget('results')),
  };
}

/** French is in the code itself. */
export const frenchSpeech: PageSpeech = { ballot: ballotSpeech('fr'), form: formSpeech('fr'), faq: faqSpeech('fr'), feedback: feedbackSpeech('fr'), results: resultsSpeech('fr') };
const known = new Map<string, PageSpeech>([['fr', frenchSpeech]]);

/** @param lang one of those that `frameWords` has. Read at the first page that asks for it. */
export function speechOf(lang: string): PageSpeech {
  let speech = known.get(lang);
  if (!speech) known.set(lang, (speech = load(lang)));
  return speech;
}
