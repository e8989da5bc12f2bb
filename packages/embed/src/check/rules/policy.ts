import type { Facts, Refusal } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { allowing, sourceOf } from '../policy.ts';

const names: Readonly<Record<string, Finding['name']>> = {
  'script-src': 'csp-script', 'connect-src': 'csp-connect', 'frame-src': 'csp-frame', 'trusted-types': 'csp-trusted-types', 'require-trusted-types-for': 'csp-trusted-types',
};

/** What the page's own Content-Security-Policy refused, one finding for each directive, each with the whole policy as it has to be for all of them. */
export function aboutPolicy({ refusals, frames }: Facts): Finding[] {
  const known = refusals.filter((refusal) => names[refusal.directive] && (isName(refusal) || isOurs(refusal, frames)));
  return [...new Set(known.map(({ directive }) => directive))].flatMap((directive) => {
    const name = names[directive];
    const all = known.filter((refusal) => refusal.directive === directive);
    return name && all[0] ? [{ name, weight: 'stop', holes: { what: [...new Set(all.map(wanted))].join(' ') }, paste: `Content-Security-Policy: ${mended(all[0].policy, known)}` } satisfies Finding] : [];
  });
}

const isName = ({ directive }: Refusal): boolean => names[directive] === 'csp-trusted-types';

/** Code or data in the page (`inline`, `eval`, `data`, `blob`: no addresses) and frames of others, a film for example, are none of our business. */
const isOurs = ({ directive, what }: Refusal, frames: Facts['frames']): boolean =>
  URL.canParse(what) && (directive !== 'frame-src' || frames.some(({ src }) => sourceOf(src) === sourceOf(what)));

const wanted = (refusal: Refusal): string => (isName(refusal) ? refusal.what : sourceOf(refusal.what));

/** A page may have several policies, and each has to allow what it refused. */
const mended = (policy: string, refusals: readonly Refusal[]): string =>
  refusals.filter((refusal) => refusal.policy === policy).reduce((text, refusal) => allowing(text, isName(refusal) ? 'trusted-types' : refusal.directive, [wanted(refusal)]), policy);
