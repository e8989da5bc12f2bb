import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import { heading, paragraphs, type View } from '../shared/views.ts';
import { amount } from './ballot.words.ts';
import type { Model } from './methods/kind.ts';

/** The ballot's own words carry their own direction and language (RGAA 8.7). */
export const own = ({ ballot }: Model, words: string | undefined, className: string | typeof nothing = nothing): View =>
  words ? html`<span class=${className} dir="auto" lang=${ballot.lang}>${words}</span>` : nothing;

/** Step, heading and words of a screen. */
export const topView = (m: Model, step: View, title: View, words: View): View => html`
  <div class="pv-stack">
    ${step ? html`<p class="pv-second">${step}</p>` : nothing}
    ${heading(m.level, title, { id: `${m.uid}title`, title: true, target: true })}
    ${words}
  </div>`;

export const stepWords = ({ say }: Model, step: number): string => say('step', { step, steps: 2, name: say(step === 1 ? 'stepChoose' : 'stepReview') });

export const textView = ({ ballot }: Model): View =>
  ballot.text ? html`<div class="pv-stack" lang=${ballot.lang}>${paragraphs(ballot.text)}</div>` : nothing;

export function messageView({ message, uid, level }: Model): View {
  if (!message) return nothing;
  const [kind, title, ...lines] = message.flatMap((line) => line?.split('\n') ?? []);
  return html`<div class="pv-notice" data-kind=${kind} id="${uid}message" tabindex="-1">
    <div class="pv-stack" role=${kind === 'info' ? nothing : 'alert'}>
      ${heading(level + 1, title)} ${lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </div>`;
}

/** How to vote without this page. */
export const otherWay = ({ ballot, say, level }: Model): View =>
  ballot.offline ? html`<div class="pv-stack">${heading(level + 1, say('otherWay'))} ${paragraphs(ballot.offline)}</div>` : nothing;

/** One option of the ballot, withdrawn or with what chooses it; `i` is its place in the ballot. */
export const optionView = (m: Model, option: BallotOption, i: number, control: (id: string) => View, about = aboutView(m, option)): View => {
  const id = `${m.uid}o${i}`;
  return html`<li ?hidden=${m.found && !m.found.has(option.id)}>
    ${option.withdrawn ? html`<div class="pv-choice pv-gone">${optionWords(m, option, id)}</div>` : control(id)} ${about}
  </li>`;
};

/** Number, label, a word on how the option stands, cost; place and a short text under them. */
export function optionWords(m: Model, option: BallotOption, id: string, flag: unknown = option.withdrawn ? html`<span class="pv-flag">${m.say('withdrawn')}</span>` : nothing): View {
  return html`<span class="pv-words">
    <span class="pv-line" id="${id}-name">
      ${m.ballot.method === 'yes-no' ? nothing : html`<span class="pv-number pv-second">${option.number}</span>`}
      ${own(m, option.label, 'pv-name')}
      ${flag}
      ${option.cost === undefined ? nothing : html`<span class="pv-cost">${amount(m, option.cost)}</span>`}
    </span>
    <span class="pv-more pv-second" id="${id}-more">${[option.place, option.category, m.folded ? '' : option.text].map((words) => own(m, words))}</span>
  </span>`;
}

/** A longer text and a picture, opened in place. */
export const aboutView = (m: Model, option: BallotOption): View => (hasAbout(m, option) ? html`<details class="pv-about">${aboutWords(m, option)}</details>` : nothing);

export const hasAbout = ({ folded }: Model, { text, picture }: BallotOption): boolean => folded && Boolean(text ?? picture);

export const aboutWords = (m: Model, { label, text, picture }: BallotOption): View => html`
  <summary aria-label="${m.say('about')} : ${label}">${m.say('about')}</summary>
  ${picture ? html`<img src=${picture.src} alt=${picture.alt} loading="lazy" decoding="async">` : nothing} ${own(m, text)}`;
