import { linkFor, meant } from '../backend.ts';
import type { Facts, Tag } from '../facts.ts';
import type { Finding } from '../finding.ts';

/** The narrowest place a widget is made for, in CSS pixels. */
const narrowest = 280;

/** What in the page itself is in somebody's way. */
export function aboutPage(facts: Facts): Finding[] {
  const { lang, tags, frames, doubles, lacks } = facts;
  return [
    ...(lang ? [] : [{ name: 'no-lang', weight: 'better', paste: '<html lang="fr">' } satisfies Finding]),
    ...(lacks.length > 0 ? [{ name: 'old-browser', weight: 'stop', holes: { lacks: lacks.join(', ') } } satisfies Finding] : []),
    ...tags.flatMap((tag) => [...outline(tag), ...place(tag), ...inside(facts, tag), ...meantFrom(facts, tag)]),
    ...frames.flatMap(({ src, title, sandbox }): Finding[] => [
      ...(title ? [] : [{ name: 'frame-title', weight: 'better', holes: { src }, paste: `<iframe title="…" src="${src}">` } satisfies Finding]),
      ...(sandbox !== undefined && !/allow-forms/.test(sandbox) ? [{ name: 'frame-sandbox', weight: 'stop', holes: { src }, paste: 'sandbox="allow-forms allow-same-origin allow-scripts"' } satisfies Finding] : []),
    ]),
    ...(doubles.length > 0 ? [{ name: 'double-ids', weight: 'better', holes: { ids: doubles.join(', ') } } satisfies Finding] : []),
  ];
}

/** One level under the heading before it, so that who reads by headings finds the way. */
const outline = ({ name: tag, level, before }: Tag): Finding[] =>
  (before === undefined || level <= before + 1 ? [] : [{ name: 'heading-skips', weight: 'better', holes: { tag, level: String(level), before: String(before) }, paste: `<${tag} heading-level="${before + 1}">` }]);

const place = ({ name: tag, width }: Tag): Finding[] =>
  (width >= narrowest || width === 0 ? [] : [{ name: 'narrow', weight: 'better', holes: { tag, width: String(Math.floor(width)), least: String(narrowest) }, paste: `${tag} { min-width: ${narrowest}px }` }]);

const inside = (facts: Facts, tag: Tag): Finding[] => (tag.fallback ? [] : [{ name: 'no-fallback', weight: 'better', holes: { tag: tag.name }, paste: linkFor(facts, tag) }]);

/** A relative backend in a page with `<base>` is meant from there. */
function meantFrom(facts: Facts, tag: Tag): Finding[] {
  const its = meant(facts, tag);
  const written = tag.backend || facts.common || '';
  const isMoved = facts.base !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(written) && typeof its === 'object' && 'web' in its && URL.canParse(written, facts.page)
    && new URL(written, facts.page).href.replace(/\/+$/, '') !== its.web;
  return isMoved ? [{ name: 'base', weight: 'better', holes: { base: facts.base ?? '', written, means: its.web }, paste: `backend="${new URL(written, facts.page).href}"` }] : [];
}
