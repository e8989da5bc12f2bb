import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { checkDefinition, ConsultationDefinition, parse, partStatus, Progress, words } from '../packages/contract/src/index.ts';

const root = import.meta.dirname;
const sites = ['town-site', 'tenants'] as const;
const today = new Date('2026-11-23T12:00:00+01:00');

const read = (site: string, file: string) => readFileSync(join(root, site, file), 'utf8');
const pagesOf = (site: string) => readdirSync(join(root, site)).filter((file) => file.endsWith('.html'));

function consultationOf(site: string, file = 'consultation.json'): ConsultationDefinition {
  const parsed = parse(ConsultationDefinition, JSON.parse(read(site, file)));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}

const documentsOf = (c: ConsultationDefinition) => c.feedback.flatMap((f) => f.steps.flatMap((s) => s.documents ?? []));

/** Everything a site shows, those that are over as well. */
const consultationsOf = (site: string) => readdirSync(join(root, site)).filter((file) => /^consultation.*\.json$/.test(file)).map((file) => consultationOf(site, file));

/** What the server answers itself: plain pages of this consultation, and the files of the widgets. */
const servedBy = (c: ConsultationDefinition) =>
  new RegExp(`^(/c/${c.id}/(vote|propose|faq|feedback|results/(${c.ballots.map((b) => b.id).join('|')}))|/embed/parvis-[a-z-]+\\.js)(\\?.*)?$`);

/** Undefined when the address leads somewhere; otherwise what is wrong with it. */
function deadEnd(site: string, page: string, href: string): string | undefined {
  if (/^(mailto:|tel:)/.test(href)) return undefined;
  if (consultationsOf(site).some((c) => servedBy(c).test(href))) return wrongBallot(site, href);
  const [path = '', fragment] = href.split('#');
  const file = normalize(path === '' ? join(site, page) : path.startsWith('/') ? path.slice(1) : join(site, path));
  if (!existsSync(join(root, file))) return `${page}: ${href} leads nowhere`;
  if (fragment !== undefined && !readFileSync(join(root, file), 'utf8').includes(`id="${fragment}"`)) return `${page}: no ${href}`;
  return undefined;
}

function wrongBallot(site: string, href: string): string | undefined {
  const ballot = new URL(href, 'https://town.example').searchParams.get('ballot');
  return ballot === null || consultationsOf(site).some((c) => c.ballots.some((b) => b.id === ballot)) ? undefined : `${href}: no such ballot`;
}

const attributes = (html: string, ...names: string[]) =>
  [...html.matchAll(new RegExp(`\\s(?:${names.join('|')})="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const tagsIn = (html: string) =>
  [...html.matchAll(/<(parvis-[a-z-]+)([^>]*)>(.*?)<\/\1>/gs)].map(([, name = '', own = '', inside = '']) => ({ name, own, inside }));

for (const site of sites) {
  describe(`the example ${site}`, () => {
    it('has a consultation that can be opened as it is', () => {
      assert.deepEqual(checkDefinition(consultationOf(site)), []);
    });

    it('says of every ballot how it is counted', () => {
      assert.deepEqual(consultationOf(site).ballots.filter((b) => !b.counting).map((b) => b.id), []);
    });

    it('lets residents take part today and for months to come', () => {
      const c = consultationOf(site);
      for (const part of [...c.ballots, ...(c.proposalForm ? [c.proposalForm] : [])]) {
        assert.equal(partStatus(c, part, today), 'open');
        assert.equal(partStatus(c, part, new Date('2027-05-01T00:00:00Z')), 'open');
      }
    });

    it('tells the true weight of every document', () => {
      const documents = documentsOf(consultationOf(site));
      assert.ok(documents.length > 0);
      for (const { href, bytes, format } of documents) {
        assert.equal(statSync(join(root, href)).size, bytes, href);
        assert.ok(href.endsWith(`.${format.toLowerCase()}`), href);
      }
    });

    it('puts every question in a category that exists', () => {
      const faq = consultationOf(site).faq;
      const known = new Set(faq?.categories.map((c) => c.id));
      for (const question of faq?.questions ?? []) assert.ok(known.has(question.category ?? ''), question.id);
    });

    it('has no dead link, neither in its pages nor in its consultation', () => {
      const c = consultationOf(site);
      const inPages = pagesOf(site).flatMap((page) =>
        attributes(read(site, page), 'href', 'src').map((href) => deadEnd(site, page, href)));
      const inTexts = [c.privacy, ...(c.faq?.questions ?? []).flatMap((q) => q.links ?? []), ...documentsOf(c)]
        .map((link) => link && deadEnd(site, 'consultation.json', link.href));
      assert.deepEqual([...inPages, ...inTexts].filter((problem) => problem !== undefined), []);
    });

    it('keeps a link inside every tag for those without JavaScript, and loads the script of each', () => {
      for (const page of pagesOf(site)) {
        const html = read(site, page);
        for (const { name, own, inside } of tagsIn(html)) {
          const c = consultationsOf(site).find(({ id }) => attributes(own, 'consultation').includes(id));
          assert.ok(c, `${page}: ${name} shows no consultation of the site`);
          assert.match(inside, new RegExp(`<a href="/c/${c.id}/[^"]+">[^<]{8,}</a>`), `${page}: ${name}`);
          assert.ok(html.includes(`src="/embed/${name}.js"`), `${page} does not load ${name}`);
          const ballots = attributes(own, 'ballot');
          assert.ok(ballots.every((id) => c.ballots.some((b) => b.id === id)), `${page}: no ballot ${ballots.join()}`);
        }
      }
    });

    it('tells in every page its language, one title and no skipped heading level', () => {
      for (const page of pagesOf(site)) {
        const html = read(site, page);
        assert.match(html, /<html lang="fr">/, page);
        assert.match(html, /<title>[^<]{8,}<\/title>/, page);
        // A widget brings one heading of its own, at the level its tag asks for.
        const levels = [...html.matchAll(/<h([1-6])|heading-level="([1-6])"/g)].map(([, own, widget]) => Number(own ?? widget));
        assert.equal(levels.filter((level) => level === 1).length, 1, page);
        levels.forEach((level, i) => assert.ok(level <= (levels[i - 1] ?? 0) + 1, `${page}: h${level} after h${levels[i - 1]}`));
      }
    });

    it('needs no exception in a strict content security policy', () => {
      for (const page of pagesOf(site)) {
        assert.doesNotMatch(read(site, page), /\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|https?:\/\//, page);
      }
    });
  });
}

describe('the town', () => {
  const town = consultationOf('town-site');

  it('shows on its home page all that residents do', () => {
    const names = tagsIn(read('town-site', 'index.html')).map((tag) => tag.name).sort();
    assert.deepEqual(names, ['parvis-ballot', 'parvis-faq', 'parvis-feedback', 'parvis-proposal-form']);
  });

  it('asks to choose among 15 to 25 projects that do not all fit in the budget', () => {
    const vote = town.ballots.find((b) => b.id === 'vote');
    assert.ok(vote && vote.options.length >= 15 && vote.options.length <= 25);
    assert.ok(vote.options.reduce((sum, o) => sum + (o.cost ?? 0), 0) > (vote.ceiling ?? Infinity));
    assert.equal(vote.options.filter((o) => o.withdrawn).length, 1);
  });

  it('has a vote that is over, with a rule, a turnout and all its paper counted', () => {
    const older = consultationOf('town-site', 'consultation-2025.json');
    assert.deepEqual(checkDefinition(older), []);
    const [ballot] = older.ballots;
    assert.ok(ballot?.counting && ballot.electorate);
    assert.equal(partStatus(older, ballot, today), 'closed');
    assert.equal(ballot.paper?.counted, ballot.paper?.places);
  });

  it('answers 12 questions in 3 or 4 categories', () => {
    assert.equal(town.faq?.questions.length, 12);
    assert.ok([3, 4].includes(new Set(town.faq?.questions.map((q) => q.category)).size));
  });

  it('follows 10 decided projects in 3 to 6 dated steps, some of them late', () => {
    const projects = town.feedback.filter((f) => f.kind === 'project');
    assert.equal(projects.length, 10);
    for (const { id, steps } of projects) {
      assert.ok(steps.length >= 3 && steps.length <= 6, id);
      assert.ok(steps.every((s) => s.date !== undefined), id);
      assert.deepEqual(steps.map((s) => s.date), steps.map((s) => s.date).toSorted(), id);
    }
    assert.ok(projects.some((p) => p.steps.some((s) => s.state !== 'done' && (s.date ?? '9999') < '2026-11')));
  });

  it('has a contribution in every state there is', () => {
    const progress = new Set(town.feedback.map((f) => f.progress));
    assert.deepEqual([...progress].sort(), [...Progress.options].sort());
  });
});

describe('the housing body', () => {
  const tenants = consultationOf('tenants');

  it('asks a yes-no question, a single choice and a choice of several, answers 5 questions, follows 4 demands', () => {
    assert.deepEqual(tenants.ballots.map((b) => b.method), ['yes-no', 'single', 'approval']);
    assert.deepEqual(tenants.ballots[0]?.options.map((o) => o.id), ['oui', 'non']);
    assert.equal(tenants.faq?.questions.length, 5);
    assert.equal(tenants.feedback.length, 4);
  });

  it('gives one voice to each dwelling: every ballot asks for a code, and the list of dwellings is as long as it says', () => {
    const dwellings = read('tenants', 'logements.csv').trim().split('\r\n').slice(1);
    assert.equal(new Set(dwellings).size, dwellings.length);
    for (const { id, eligibility, unit, electorate } of tenants.ballots) assert.deepEqual([eligibility, unit, electorate], ['code', 'dwelling', dwellings.length], id);
  });
});

describe('What the tenants are told', () => {
  const { ballots, faq, offline } = consultationOf('tenants');
  const answer = (id: string) => words(faq?.questions.find((question) => question.id === id)?.answer ?? '', 'fr');

  it('of the results is true: those of each question are on the page of the residence, under the questions', () => {
    const tags = tagsIn(read('tenants', 'index.html')).map(({ name, own }) => `${name} ${attributes(own, 'ballot').join('')}`);
    const [votes, results] = ['parvis-ballot', 'parvis-results'].map((name) => ballots.map(({ id }) => tags.indexOf(`${name} ${id}`)));
    assert.ok(results?.every((place) => place > Math.max(...(votes ?? []))), String(tags));
    assert.match(answer('suite'), /^Sur la page de la résidence, sous les trois questions/);
  });

  it('of voting without a computer is what the lodge does: there is no ballot box', () => {
    assert.match(words(offline ?? '', 'fr'), /prête un ordinateur/);
    assert.match(answer('sans-ordinateur'), /prête un ordinateur/);
    assert.doesNotMatch(JSON.stringify(consultationOf('tenants')), /urne\b|bulletin/i);
  });
});
