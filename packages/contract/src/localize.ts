import type { BallotDefinition, ConsultationDefinition, ContributionDefinition, QuestionDefinition, StepDefinition, Text } from './schemas/definition.ts';
import type { Consultation, ProposalForm } from './schemas/consultation.ts';
import type { Contribution, Step } from './schemas/feedback.ts';
import type { Question } from './schemas/faq.ts';
import type { Place } from './schemas/services.ts';
import type { Ballot } from './schemas/votes.ts';
import { isPast, statusAt } from './time.ts';

/** What turns a definition into what one reader sees: a language, and the backend's clock. */
export interface Reader {
  /** One of the consultation's languages; see {@link closestLanguage}. */
  lang: string;
  now: Date;
}

/** The consultation's language closest to the one asked for: the same tag, the same language, else the first. */
export function closestLanguage(languages: readonly string[], asked: string | undefined): string {
  const lower = asked?.toLowerCase();
  const base = lower?.split('-')[0];
  return (
    languages.find((l) => l.toLowerCase() === lower) ??
    languages.find((l) => l.toLowerCase().split('-')[0] === base) ??
    languages[0] ?? 'fr'
  );
}

/** The words of a text in a language; where they are missing, in the first language that has them. */
export function words(text: Text, lang: string): string {
  if (typeof text === 'string') return text;
  return text[lang] ?? text[lang.split('-')[0] ?? ''] ?? Object.values(text)[0] ?? '';
}

const maybe = <K extends string>(key: K, text: Text | undefined, lang: string): { [P in K]?: string } =>
  text === undefined ? {} : ({ [key]: words(text, lang) } as { [P in K]?: string });

/** A ballot without its own dates has the consultation's. */
const datesOf = (own: { opensAt?: string | undefined; closesAt?: string | undefined }, c: ConsultationDefinition) => ({
  opensAt: own.opensAt ?? c.opensAt,
  closesAt: own.closesAt ?? c.closesAt,
});

/** Where a part of a consultation (ballot, form) stands now. */
export const partStatus = (c: ConsultationDefinition, part: { opensAt?: string | undefined; closesAt?: string | undefined }, now: Date) =>
  statusAt(datesOf(part, c), now);

export function consultationFor(c: ConsultationDefinition, { lang, now }: Reader): Consultation {
  return {
    id: c.id,
    title: words(c.title, lang),
    ...maybe('summary', c.summary, lang),
    lang,
    languages: c.languages,
    opensAt: c.opensAt,
    closesAt: c.closesAt,
    status: statusAt(c, now),
    organiser: { name: words(c.organiser.name, lang), contact: c.organiser.contact },
    ...maybe('offline', c.offline, lang),
    ...(c.privacy && { privacy: { label: words(c.privacy.label, lang), href: c.privacy.href } }),
    ...(c.proposalForm && { proposalForm: formFor(c, c.proposalForm, { lang, now }) }),
    ballots: c.ballots.map((b) => ({ id: b.id, title: words(b.title, lang), status: partStatus(c, b, now) })),
  };
}

function formFor(c: ConsultationDefinition, form: NonNullable<ConsultationDefinition['proposalForm']>, { lang, now }: Reader): ProposalForm {
  const label = ({ id, label }: { id: string; label: Text }) => ({ id, label: words(label, lang) });
  return {
    ...form,
    ...datesOf(form, c),
    status: partStatus(c, form, now),
    categories: form.categories.map(label),
    profile: form.profile && {
      label: words(form.profile.label, lang), why: words(form.profile.why, lang), options: form.profile.options.map(label),
    },
  };
}

/** `rulesHash`: of the definition, in all its languages; see `rulesHash()`. */
export function ballotFor(c: ConsultationDefinition, b: BallotDefinition, rulesHash: string, { lang, now }: Reader): Ballot {
  const { title, text, offline, options, grades, counting: _, electorate: __, paper: ___, ...rules } = b;
  return {
    ...rules,
    ...datesOf(b, c),
    consultation: c.id,
    title: words(title, lang),
    ...maybe('text', text, lang),
    ...maybe('offline', offline ?? c.offline, lang),
    lang,
    status: partStatus(c, b, now),
    grades: grades?.map((g) => ({ id: g.id, label: words(g.label, lang) })),
    options: options.map(({ label, text, place, category, picture, ...rest }) => ({
      ...rest,
      label: words(label, lang),
      ...maybe('text', text, lang),
      ...maybe('place', place, lang),
      ...maybe('category', category, lang),
      ...(picture && { picture: { src: picture.src, alt: picture.alt === '' ? '' : words(picture.alt, lang) } }),
    })),
    rulesHash,
  };
}

export const questionFor = (q: QuestionDefinition, lang: string): Question => ({
  ...q, question: words(q.question, lang), answer: words(q.answer, lang),
});

export function contributionFor(f: ContributionDefinition, lang: string): Contribution {
  const { steps: _steps, title, said, did, place, category, ...rest } = f;
  return {
    ...rest,
    title: words(title, lang),
    ...maybe('said', said, lang),
    ...maybe('did', did, lang),
    ...maybe('place', place, lang),
    ...maybe('category', category, lang),
  };
}

/** A step is late when its date has passed and it is not done. */
export const isLate = ({ state, date }: Pick<Step, 'state' | 'date'>, now: Date): boolean => state !== 'done' && date !== undefined && isPast(date, now);

export function stepFor(s: StepDefinition, { lang, now }: Reader): Step {
  const late = isLate(s, now);
  return { ...s, title: words(s.title, lang), text: s.text === undefined ? undefined : words(s.text, lang), ...(late && { late }) };
}

export const placeFor = (p: ConsultationDefinition['places'][number], lang: string): Place => ({
  ...p,
  name: words(p.name, lang),
  hours: p.hours.map((h) => words(h, lang)),
  access: p.access === undefined ? undefined : words(p.access, lang),
});
