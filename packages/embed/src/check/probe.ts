import { ask, patience } from './ask.ts';
import { backendsOf, consultationsAt, serverOf } from './backend.ts';
import type { Facts, Refusal, Script } from './facts.ts';
import type { Read } from './read.ts';

/** Collects what the page's policy refuses from now on. What it refused before is asked for once more; see `probe`. */
export function watchPolicy(): Refusal[] {
  const refusals: Refusal[] = [];
  const note = (directive: string, blocked: string, sample: string, policy: string) => {
    const name = directive.replace(/-(elem|attr)$/, '');
    const what = /^(require-)?trusted-types/.test(name) ? nameIn(sample || blocked) : blocked;
    // Other people's scripts are none of our business. Whose a frame is, is seen later: its address may have lost its path.
    if (/parvis|\/c\/|\/api\/v1|\/health$/.test(what) || name === 'frame-src') refusals.push({ directive: name, what, policy });
  };
  document.addEventListener('securitypolicyviolation', (event) => note(event.effectiveDirective, event.blockedURI, event.sample, event.originalPolicy));
  return refusals;
}

const nameIn = (sample: string): string => sample.split('|')[0] ?? sample;

/** Asks for every file and backend of the page, as a widget would. Nothing is sent but what reading needs. */
export async function probe(read: Read, refusals: Refusal[]): Promise<Facts> {
  const [scripts, answers] = await Promise.all([
    Promise.all(read.scripts.map((script) => tryScript(script, refusals))),
    Promise.all(backendsOf(read).map((backend) => ask(backend, consultationsAt(read, backend)))),
  ]);
  askNames(read, scripts);
  tryFrames(read);
  // Browsers tell of refusals a little later.
  await pause(500);
  return { ...read, scripts, answers, refusals: [...refusals] };
}

/** A preload is refused by the same rules as the script, and runs nothing. */
async function tryScript(script: Omit<Script, 'state'>, refusals: readonly Refusal[]): Promise<Script> {
  const nonce = [...document.querySelectorAll('script')].find(({ src }) => src === script.src)?.nonce;
  const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href: script.src, nonce: nonce ?? '' });
  const came = await new Promise<boolean>((resolve) => {
    Object.assign(link, { onload: () => resolve(true), onerror: () => resolve(false) });
    setTimeout(resolve, patience, false);
    document.head.append(link);
  });
  link.remove();
  await pause(100);
  const isRefused = refusals.some(({ directive, what }) => directive === 'script-src' && script.src.startsWith(what.split('?')[0] ?? what));
  return { ...script, state: isRefused ? 'refused' : came ? 'there' : 'absent' };
}

/**
 * Files that have run and did nothing may lack the name of their Trusted Types policy: a refusal to make it is told by the browser. Names of files that may still come
 * are left alone: most policies let a name be taken once.
 */
function askNames({ tags, folder }: Read, scripts: readonly Script[]): void {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } };
  const there = (name: string) => scripts.some((script) => script.name === name && script.state === 'there');
  for (const tag of new Set(tags.filter(({ defined }) => !defined).map(({ name }) => name))) {
    const isBrought = document.querySelector(`script[src^="${folder}${tag}.js?"]`) !== null;
    const isOverdue = there('loader') && !isBrought && [...document.querySelectorAll(tag)].some((element) => element.getBoundingClientRect().top < innerHeight);
    const names = [...(there(tag.replace('parvis-', '')) || isBrought || isOverdue ? [tag] : []), ...(there('all') ? ['parvis-all'] : []), ...(isOverdue ? ['parvis-loader'] : [])];
    for (const name of names) {
      try {
        trustedTypes?.createPolicy(name, {});
      } catch {
        // The event says which policy, and by which rule.
      }
    }
  }
}

/** A frame that was refused before this check was there is refused once more: a small page of the same server, unseen. */
function tryFrames({ frames }: Read): void {
  for (const server of new Set(frames.map(({ src }) => serverOf(src)))) {
    const frame = Object.assign(document.createElement('iframe'), { src: `${server}/health#parvis`, hidden: true, title: '' });
    frame.setAttribute('sandbox', '');
    document.body.append(frame);
    setTimeout(() => frame.remove(), 400);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
