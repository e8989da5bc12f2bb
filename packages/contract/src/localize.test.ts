import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ballotFor, closestLanguage, consultationFor, contributionFor, placeFor, questionFor, stepFor, words } from './localize.ts';
import { parse } from './parse.ts';
import { Consultation } from './schemas/consultation.ts';
import { ConsultationDefinition } from './schemas/definition.ts';
import type { ConsultationFile } from './schemas/definition.ts';
import { Ballot } from './schemas/votes.ts';

const file: ConsultationFile = {
  id: 'bp', title: { fr: 'Budget', ar: 'الميزانية' }, languages: ['fr', 'ar'],
  opensAt: '2026-03-01T09:00:00+01:00', closesAt: '2026-03-31T18:00:00+02:00',
  organiser: { name: 'Ville' }, offline: 'À la mairie.',
  privacy: { label: { fr: 'Vie privée', ar: 'الخصوصية' }, href: 'https://ville.example/donnees' },
  proposalForm: {
    closesAt: '2026-03-15T00:00:00Z', categories: [{ id: 'nature', label: { fr: 'Nature', ar: 'طبيعة' } }],
    profile: { label: 'Votre âge', why: 'Pour savoir.', options: [{ id: 'a', label: 'Moins de 26' }, { id: 'b', label: '26 et plus' }] },
  },
  ballots: [
    {
      id: 'vote', title: 'Vote', method: 'approval', opensAt: '2026-03-20T00:00:00Z',
      options: [
        { id: '1', number: 1, label: { fr: 'Arbres', ar: 'أشجار' }, picture: { src: '/a.jpg', alt: { fr: 'Un platane', ar: 'شجرة' } } },
        { id: '2', number: 2, label: 'Bancs', picture: { src: '/b.jpg', alt: '' }, place: 'Le parc' },
      ],
    },
  ],
};
const parsed = parse(ConsultationDefinition, file);
assert.ok(parsed.ok);
const definition = parsed.value;
const at = (now: string, lang = 'fr') => ({ lang, now: new Date(now) });

describe('the language a reader gets', () => {
  for (const [asked, got] of [['ar', 'ar'], ['AR', 'ar'], ['ar-MA', 'ar'], ['en', 'fr'], [undefined, 'fr'], ['', 'fr']] as const) {
    it(`asking for ${asked ?? 'nothing'} gives ${got}`, () => assert.equal(closestLanguage(['fr', 'ar'], asked), got));
  }

  it('a backend with pt-BR serves pt and pt-PT with it', () => {
    assert.equal(closestLanguage(['fr', 'pt-BR'], 'pt'), 'pt-BR');
    assert.equal(closestLanguage(['fr', 'pt-BR'], 'pt-PT'), 'pt-BR');
  });

  it('where words are missing in it, the first that has them is used', () => {
    assert.equal(words({ fr: 'Oui', ar: 'نعم' }, 'ar'), 'نعم');
    assert.equal(words({ fr: 'Oui' }, 'ar'), 'Oui');
    assert.equal(words('Oui', 'ar'), 'Oui');
    assert.equal(words({ pt: 'Sim' }, 'pt-BR'), 'Sim');
  });
});

describe('what one reader sees', () => {
  it('a consultation in their language, and it fits the contract', () => {
    const seen = consultationFor(definition, at('2026-03-10T12:00:00Z', 'ar'));
    assert.ok(parse(Consultation, seen).ok);
    assert.deepEqual([seen.title, seen.lang, seen.privacy?.label, seen.proposalForm?.categories[0]?.label], ['الميزانية', 'ar', 'الخصوصية', 'طبيعة']);
  });

  it('parts without dates of their own have those of the consultation', () => {
    const seen = consultationFor(definition, at('2026-03-16T00:00:00Z'));
    assert.deepEqual([seen.status, seen.proposalForm?.status, seen.ballots[0]?.status], ['open', 'closed', 'upcoming']);
    assert.equal(seen.proposalForm?.opensAt, definition.opensAt);
  });

  it('a ballot in their language, with its rules and hash, and it fits the contract', () => {
    const [own] = definition.ballots;
    assert.ok(own);
    const seen = ballotFor(definition, own, 'hash', at('2026-03-25T00:00:00Z', 'ar'));
    assert.ok(parse(Ballot, seen).ok);
    assert.deepEqual([seen.options[0]?.label, seen.options[0]?.picture?.alt, seen.options[1]?.label, seen.options[1]?.picture?.alt], ['أشجار', 'شجرة', 'Bancs', '']);
    assert.deepEqual([seen.status, seen.rulesHash, seen.offline, seen.closesAt], ['open', 'hash', 'À la mairie.', definition.closesAt]);
  });

  it('the order in which a ballot wants its options shown; the options themselves come as in the file', () => {
    const [own] = definition.ballots;
    assert.ok(own);
    const seen = ballotFor(definition, { ...own, order: 'random' }, 'hash', at('2026-03-25T00:00:00Z'));
    assert.ok(parse(Ballot, seen).ok);
    assert.equal(seen.order, 'random');
    assert.deepEqual(seen.options.map(({ id }) => id), own.options.map(({ id }) => id));
    assert.equal(ballotFor(definition, own, 'hash', at('2026-03-25T00:00:00Z')).order, undefined);
  });

  it('questions, contributions and places in their language', () => {
    assert.equal(questionFor({ id: 'q', question: { fr: 'Qui ?', en: 'Who?' }, answer: 'Tous' }, 'en').question, 'Who?');
    const seen = contributionFor({ id: 'f', title: { fr: 'Square', en: 'Garden' }, kind: 'project', progress: 'done', steps: [] }, 'en');
    assert.deepEqual(seen, { id: 'f', title: 'Garden', kind: 'project', progress: 'done' });
    assert.deepEqual(placeFor({ id: 'p', name: { fr: 'Mairie', en: 'Town hall' }, kinds: ['vote'], address: 'x', hours: [{ fr: 'Lundi', en: 'Monday' }] }, 'en').hours, ['Monday']);
  });

  it('a step is late once its whole date has passed and it is not done', () => {
    const step = { id: 's', title: 'Plantation', date: '2026-03', state: 'now' } as const;
    assert.equal(stepFor(step, at('2026-03-31T23:59:00Z')).late, undefined);
    assert.equal(stepFor(step, at('2026-04-01T00:00:00Z')).late, true);
    assert.equal(stepFor({ ...step, state: 'done' }, at('2027-01-01T00:00:00Z')).late, undefined);
  });
});
