/** What the server's pages say around their content, in one language. */
export interface FrameWords {
  /** The language in its own word. */
  name: string;
  toContent: string;
  trail: string;
  languages: string;
  consultations: string;
  noConsultation: string;
  starts(moment: string): string;
  over: string;
  overSince(moment: string): string;
  open: string;
  openUntil(moment: string): string;
  organisedBy(name: string): string;
  vote(title: string): string;
  results(title: string): string;
  seeResults: string;
  seeResultsOf(title: string): string;
  proposeAndRead: string;
  questions: string;
  feedback: string;
  withoutComputer: string;
  ask(contact: string): string;
  otherVotes: string;
  back: string;
}

const fr: FrameWords = {
  name: 'Français',
  toContent: 'Aller au contenu',
  trail: 'Fil d’Ariane',
  languages: 'Autres langues',
  consultations: 'Consultations',
  noConsultation: 'Il n’y a pas encore de consultation.',
  starts: (moment) => `Cela commence le ${moment}.`,
  over: 'C’est terminé.',
  overSince: (moment) => `C’est terminé depuis le ${moment}.`,
  open: 'C’est ouvert.',
  openUntil: (moment) => `C’est ouvert jusqu’au ${moment}.`,
  organisedBy: (name) => `Organisé par ${name}.`,
  vote: (title) => `Voter : ${title}`,
  results: (title) => `Résultats : ${title}`,
  seeResults: 'Voir les résultats',
  seeResultsOf: (title) => `Voir les résultats : ${title}`,
  proposeAndRead: 'Proposer une idée et lire celles des autres',
  questions: 'Questions et réponses',
  feedback: 'Ce que sont devenus les projets',
  withoutComputer: 'Sans ordinateur',
  ask: (contact) => `Pour poser une question : ${contact}`,
  otherVotes: 'Les autres votes',
  back: 'Revenir à la consultation',
};

const en: FrameWords = {
  name: 'English',
  toContent: 'Skip to content',
  trail: 'Breadcrumb',
  languages: 'Other languages',
  consultations: 'Consultations',
  noConsultation: 'There is no consultation yet.',
  starts: (moment) => `It starts on ${moment}.`,
  over: 'It is over.',
  overSince: (moment) => `It has been over since ${moment}.`,
  open: 'It is open.',
  openUntil: (moment) => `It is open until ${moment}.`,
  organisedBy: (name) => `Organised by ${name}.`,
  vote: (title) => `Vote: ${title}`,
  results: (title) => `Results: ${title}`,
  seeResults: 'See the results',
  seeResultsOf: (title) => `See the results: ${title}`,
  proposeAndRead: 'Propose an idea and read those of others',
  questions: 'Questions and answers',
  feedback: 'What became of the projects',
  withoutComputer: 'Without a computer',
  ask: (contact) => `To ask a question: ${contact}`,
  otherVotes: 'The other votes',
  back: 'Back to the consultation',
};

const isolated = (text: string): string => `\u2068${text}\u2069`;

const ar: FrameWords = {
  name: 'العربية',
  toContent: 'الانتقال إلى المحتوى',
  trail: 'مسار الصفحة',
  languages: 'لغات أخرى',
  consultations: 'الاستشارات',
  noConsultation: 'لا توجد استشارة بعد.',
  starts: (moment) => `تبدأ في ${moment}.`,
  over: 'انتهت.',
  overSince: (moment) => `انتهت منذ ${moment}.`,
  open: 'مفتوحة.',
  openUntil: (moment) => `مفتوحة حتى ${moment}.`,
  organisedBy: (name) => `تنظيم ${isolated(name)}.`,
  vote: (title) => `التصويت: ${isolated(title)}`,
  results: (title) => `النتائج: ${isolated(title)}`,
  seeResults: 'عرض النتائج',
  seeResultsOf: (title) => `عرض النتائج: ${isolated(title)}`,
  proposeAndRead: 'اقتراح فكرة وقراءة أفكار الآخرين',
  questions: 'أسئلة وأجوبة',
  feedback: 'ما آلت إليه المشاريع',
  withoutComputer: 'بدون حاسوب',
  ask: (contact) => `لطرح سؤال: ${isolated(contact)}`,
  otherVotes: 'التصويتات الأخرى',
  back: 'العودة إلى الاستشارة',
};

/** By language; each has every sentence. */
export const frameWords: Readonly<Record<string, FrameWords>> = { fr, en, ar };
export const french = fr;
