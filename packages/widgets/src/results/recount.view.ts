import { html, nothing } from 'lit';
import { isolate } from '../shared/messages.ts';
import { button, heading, notice, type NoticeKind, type View } from '../shared/views.ts';
import type { Difference } from './compare.ts';
import type { RecountTask } from './part.ts';
import type { Check } from './recount.ts';
import { amount, type Told } from './results.words.ts';

interface Model extends Pick<RecountTask, 'told' | 'uid' | 'level'> {
  check: Check;
}

interface Handlers {
  stop(): void;
  copy(lines: string): void;
}

/** How many differences are written out. */
const most = 10;

/** How far the count is, or what came of it. */
export function recountView(m: Model, on: Handlers): View {
  const { check, told, uid, level } = m;
  const { say } = told;
  const panel = (kind: NoticeKind, title: string, body: unknown, actions?: unknown) => html`<div id="${uid}checked" tabindex="-1">${notice(kind, heading(level + 2, title), body, actions)}</div>`;
  switch (check.step) {
    case 'running': return html`<div class="pv-stack">
      <label class="pv-label" for="${uid}progress">${say('counting')} <span class="pv-second">${say('percent', { n: Math.round(check.part * 100) })}</span></label>
      <progress id="${uid}progress" max="1" value=${check.part}></progress>
      ${check.inPage ? html`<p>${say('slow')}</p>` : nothing}
      <div class="pv-actions">${button(say('stop'), on.stop)}</div>
    </div>`;
    case 'halted': return html`<p id="${uid}checked" tabindex="-1">${say('halted')}</p>`;
    case 'same': return panel('ok', say('same'), say('sameText', { n: check.votes }));
    case 'moved': return panel('info', say('moved'), say('movedText'));
    case 'unfinished': return panel('warn', say('unfinished'), say('unfinishedText'));
    case 'different': {
      const lines = check.found.slice(0, most).map((difference) => differenceLine(told, difference));
      const more = check.found.length - most;
      return panel('warn', say('different'), html`<p>${say('differentText')}</p><slot name="contact"></slot>
        <ul>${lines.map((line) => html`<li>${line}</li>`)}${more > 0 ? html`<li>${say('others', { n: more })}</li>` : nothing}</ul>`,
      html`<div class="pv-actions">${button(say('copyLines'), () => on.copy(lines.join('\n')))}</div>`);
    }
  }
}

/** What is published otherwise than this device counted it. */
export function differenceLine(t: Told, difference: Difference): string {
  const { ballot, say } = t;
  const label = (id: string) => isolate(ballot.options.find((option) => option.id === id)?.label ?? id);
  const of = (option: string, what: string) => `${label(option)} (${what})`;
  const told = (value: unknown, write: (value: number) => string | number = (n) => n): string | number => (typeof value === 'number' ? write(value) : value === undefined ? '–' : String(value));
  const differs = (what: string, { published, counted }: { published: unknown; counted: unknown }, write?: (value: number) => string | number) =>
    say('differs', { what, published: told(published, write), counted: told(counted, write) });
  switch (difference.kind) {
    case 'reason': return say('reasonDiffers', { what: label(difference.option) });
    case 'winners': {
      const names = (ids: readonly string[]) => ids.map(label).join(', ') || '–';
      return say('differs', { what: say('listTaken'), published: names(difference.published), counted: names(difference.counted) });
    }
    case 'tally': return differs(of(difference.option, say(difference.channel)), difference);
    case 'blank': return differs(`${say('blank')} (${say(difference.channel)})`, difference);
    case 'voters': return differs(`${say('allVotes')} (${say(difference.channel)})`, difference);
    case 'groups': return differs(`${typeof difference.of === 'object' ? label(difference.of.option) : say(difference.of === 'blank' ? 'blank' : 'allVotes')} (${say('groupsTogether')})`, difference);
    case 'spent': case 'share': return differs(say(difference.kind === 'spent' ? 'spentWhat' : 'shareWhat'), difference, (minor) => amount(t, minor));
    case 'prefer': return differs(say(difference.list === 'shares' ? 'sharesPreferred' : 'greedyPreferred'), difference);
    case 'place': return differs(of(difference.option, say('placeWhat')), difference);
    case 'supporters': return differs(of(difference.option, say('supportersWhat')), difference);
    case 'value': return differs(of(difference.option, say('valueWhat')), difference);
    case 'round': return differs(of(difference.option, say('round', { n: difference.round })), difference);
    case 'setting': return differs(say('setting', { name: difference.name }), difference);
  }
}
