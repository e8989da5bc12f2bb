/**
 * Where each answer lies in a folder that any host can serve: a file holds the answer of one verb as JSON, as it would travel over HTTP. Whoever writes such a
 * folder and whoever reads it share these names. Texts come in every language that `description` names; ids go into names as they are.
 */
export const staticFile = {
  /** `describe`. Its `languages` are those of the files, the first where nothing closer to a reader's is there. */
  description: () => 'parvis.json',
  /** `consultations.list`, all on one page. */
  consultations: (lang: string) => `consultations.${lang}.json`,
  /** `consultations.get`. */
  consultation: (id: string, lang: string) => `${id}/consultation.${lang}.json`,
  /** `votes.ballot`. */
  ballot: (id: string, ballot: string, lang: string) => `${id}/ballots/${ballot}.${lang}.json`,
  /** `votes.results`. Not there: it is too early. */
  results: (id: string, ballot: string) => `${id}/results/${ballot}.json`,
  /** `votes.export`; `next` is the number of the page that follows. The first not there: it is too early. */
  votes: (id: string, ballot: string, page: string) => `${id}/votes/${ballot}.${page}.json`,
  /** `faq.list`, all on one page. */
  faq: (id: string, lang: string) => `${id}/faq.${lang}.json`,
  /** `feedback.list`, all on one page. */
  feedback: (id: string, lang: string) => `${id}/feedback.${lang}.json`,
  /** `feedback.timeline`, by id. */
  timeline: (id: string, contribution: string, lang: string) => `${id}/timelines/${contribution}.${lang}.json`,
  /** `places.list`, of every kind. */
  places: (id: string, lang: string) => `${id}/places.${lang}.json`,
  /** `statistics.get`. */
  statistics: (id: string) => `${id}/statistics.json`,
} as const;
