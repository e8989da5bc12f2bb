import type { Widget } from './choices.ts';

/** The words of a link where nobody has chosen others, in the languages of the widgets. */
export const linkTexts: Readonly<Record<'fr' | 'en' | 'ar', Readonly<Record<Widget, string>>>> = {
  fr: { ballot: 'Voter', results: 'Voir les résultats', 'proposal-form': 'Proposer une idée', faq: 'Questions et réponses', feedback: 'Ce que sont devenus les projets' },
  en: { ballot: 'Vote', results: 'See the results', 'proposal-form': 'Propose an idea', faq: 'Questions and answers', feedback: 'What became of the projects' },
  ar: { ballot: 'صوِّت', results: 'النتائج', 'proposal-form': 'اقترح فكرة', faq: 'أسئلة وأجوبة', feedback: 'ماذا حدث للمشاريع' },
};

/** Words before the link under a frame, for who sees nothing in it. With them the link is not alone in its block, and the loader makes no second widget of it. */
export const frameTexts: Readonly<Record<'fr' | 'en' | 'ar', string>> = { fr: 'Le cadre reste vide ?', en: 'Nothing in the frame?', ar: 'لا يظهر شيء في الإطار؟' };
