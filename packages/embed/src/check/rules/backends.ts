import { askedFor, backendsOf, isMixed, linkFor, meant, schemeFiles, serverOf } from '../backend.ts';
import type { Answer, Facts, Tag } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { nearestFirst } from '../nearest.ts';

const listed = (ids: readonly string[]): string => ids.join(', ');

/** Whether the backends answer this page, and know what the tags ask for. */
export function aboutBackends(facts: Facts): Finding[] {
  return [...backendsOf(facts).flatMap((backend) => aboutBackend(facts, backend)), ...facts.tags.flatMap((tag) => aboutTag(facts, tag))];
}

function aboutBackend({ page, answers, refusals, frames }: Facts, backend: string): Finding[] {
  if (backend.startsWith('static:')) return aboutFolder(answers, backend);
  if (isMixed(page, backend)) return [{ name: 'mixed', weight: 'stop', holes: { address: backend }, paste: backend.replace(/^http:/, 'https:') }];
  const { state } = answers.find((answer) => answer.backend === backend) ?? {};
  const isRefused = refusals.some(({ directive, what }) => directive === 'connect-src' && what.startsWith(backend));
  if (isRefused || state === undefined || state === 'parvis') return [];
  const site = new URL(page).origin;
  if (state === 'no-cors') {
    const isFrame = frames.some(({ src }) => serverOf(src) === backend);
    return [{ name: isFrame ? 'frame-not-allowed' : 'not-allowed', weight: 'stop', holes: { backend, site }, paste: `parvis serve --allow ${site}` }];
  }
  return [{ name: state === 'silent' ? 'silent' : 'not-parvis', weight: 'stop', holes: { backend, address: `${backend}/api/v1` } }];
}

function aboutFolder(answers: readonly Answer[], backend: string): Finding[] {
  const isThere = answers.some((answer) => answer.backend === backend && answer.state === 'parvis');
  return isThere ? [] : [{ name: 'no-folder', weight: 'stop', holes: { file: `${backend.slice('static:'.length)}/parvis.json` }, paste: 'parvis export --static participation' }];
}

function aboutTag(facts: Facts, tag: Tag): Finding[] {
  const its = meant(facts, tag);
  const holes = { tag: tag.name, backend: tag.backend ?? '' };
  if (its === 'none') return [{ name: 'no-backend', weight: 'stop', holes, paste: `<meta name="parvis-backend" content="${/^https?:.*(?=\/embed\/)/.exec(facts.folder ?? '')?.[0] ?? 'https://…'}">` }];
  if (its === 'unreadable' || ('scheme' in its && !schemeFiles[its.scheme])) return [{ name: 'backend-unreadable', weight: 'stop', holes }];
  const answer = facts.answers.find(({ backend }) => backend === askedFor(its));
  if (!tag.consultation) return [{ name: 'no-consultation', weight: 'stop', holes, paste: `<${tag.name} consultation="${Object.keys(answer?.consultations ?? {})[0] ?? '…'}">` }];
  return answer?.state === 'parvis' ? aboutIds(facts, tag, answer) : [];
}

function aboutIds(facts: Facts, tag: Tag, { consultations }: Answer): Finding[] {
  const { name, consultation, ballot } = tag;
  const ballots = consultations[consultation];
  // Who wrote a link gets a link to paste.
  const suggested = (attributes: string, better: Partial<Tag>) => ({ paste: tag.fromLink ? linkFor(facts, { ...tag, ...better }) : `<${name} ${attributes}>` });
  if (!ballots) {
    const known = nearestFirst(consultation, Object.keys(consultations));
    const [nearest] = known;
    const holes = { tag: name, consultation, known: listed(known) };
    if (nearest === undefined) return [{ name: 'no-consultations', weight: 'stop', holes }];
    const better = { consultation: nearest, ballot: ballot && (nearestFirst(ballot, consultations[nearest] ?? [])[0] ?? ballot) };
    return [{ name: 'unknown-consultation', weight: 'stop', holes, ...suggested(`consultation="${nearest}"`, better) }];
  }
  if (!['parvis-ballot', 'parvis-results'].includes(name) || ballots.includes(ballot)) return [];
  const known = ballot ? nearestFirst(ballot, ballots) : ballots;
  const [nearest] = known;
  return [{
    name: ballot ? 'unknown-ballot' : 'no-ballot', weight: 'stop', holes: { tag: name, consultation, ballot, known: listed(known) },
    ...(nearest !== undefined && suggested(`consultation="${consultation}" ballot="${nearest}"`, { ballot: nearest })),
  }];
}
