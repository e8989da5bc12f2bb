import { html, nothing, type TemplateResult } from 'lit';
import type { Choosable } from '@parvis/contract';
import { date } from '../shared/messages.ts';
import { button, choice, describedBy, errorSummary, field, group, notice, paragraphs, type FieldParts, type View } from '../shared/views.ts';
import { countLine, left, mistakesOf, type FieldName, type Model } from './proposal-form.model.ts';
import { top, type Handlers, type Place } from './parts.view.ts';

/** More choices than this go into a list that unfolds. */
const rowsMax = 6;

/** Step 1: everything the organiser asks, in one page. */
export function writeView(m: Model, on: Handlers, at: Place): TemplateResult {
  const { say, uid } = at;
  const { consultation, form, answers } = m;
  const mistakes = mistakesOf(m.issues, say).map((mistake) => ({ ...mistake, target: uid + mistake.target }));

  const parts = (name: FieldName, label: unknown, more: Partial<FieldParts> = {}): FieldParts => {
    const id = uid + name;
    return { id, label, error: mistakes.find((mistake) => mistake.target === id)?.text, ...more };
  };
  const optional = (label: string) => html`<bdi>${label}</bdi> <span class="pv-second">${say('optional')}</span>`;
  const invalid = (f: FieldParts) => (f.error ? 'true' : nothing);
  const line = (f: FieldParts, name: 'title' | 'place' | 'email', type = 'text') => field(f, html`
    <input type=${type} id=${f.id} name=${name} dir="auto" autocomplete=${type === 'email' ? type : 'off'} .value=${answers[name]}
      aria-describedby=${describedBy(f)} aria-invalid=${invalid(f)}>`, say);
  const choices = (name: 'category' | 'profile', label: string, list: readonly Choosable[], hint?: View): View => {
    if (list.length === 0) return nothing;
    const f = parts(name, optional(label), { hint });
    const none = { id: '', label: say('none') };
    // On a page, a text browser would press the first of several buttons by itself.
    if (list.length <= rowsMax && !at.unseen) {
      return group(f, [...list, none].map(({ id, label }) => choice(html`<input type="radio" name=${name} value=${id} ?checked=${id !== '' && answers[name] === id}>`, html`<span dir="auto">${label}</span>`)), say);
    }
    return field(f, html`<select id=${f.id} name=${name} aria-describedby=${describedBy(f)} aria-invalid=${invalid(f)}>
      ${[none, ...list].map(({ id, label }) => html`<option value=${id} ?selected=${answers[name] === id}>${label}</option>`)}
    </select>`, say);
  };

  const text = parts('text', say('writeText'), {
    hint: [say('writeTextHint'), form.textMin > 1 ? ` ${say('writeTextMin', { n: form.textMin })}` : ''],
    after: countLine(left(answers.text, form.textMax), say),
  });
  const privacy = consultation.privacy ? html`<a href=${consultation.privacy.href} dir="auto">${consultation.privacy.label}</a>` : nothing;
  // What is wrong with the consent is said for the address and the box together.
  const contact: FieldParts = { ...parts('consent', optional(say('contact'))), id: `${uid}contact`, hint: html`${say('contactHint')} ${privacy}` };

  return html`
    ${top(at, 1, say('title'))}
    <div>
      <p dir="auto">${consultation.title}</p>
      ${form.closesAt ? html`<p class="pv-second">${say('until', { date: date(form.closesAt, at.lang) })}</p>` : nothing}
    </div>
    ${errorSummary(`${uid}errors`, at.level + 1, mistakes, say)}
    ${m.restored ? notice('info', nothing, say('restored'), button(say('erase'), on.erase)) : nothing}
    ${m.unstored ? notice('warn', nothing, say('notKept')) : nothing}
    <form class="pv-form" method="post" novalidate @submit=${on.check} @input=${on.input}>
      ${at.unseen}
      ${line(parts('title', say('writeTitle'), { after: countLine(left(answers.title, form.titleMax), say) }), 'title')}
      ${field(text, html`<textarea id=${text.id} name="text" dir="auto" .value=${answers.text} aria-describedby=${describedBy(text)} aria-invalid=${invalid(text)}></textarea>`, say)}
      ${choices('category', say('category'), form.categories)}
      ${form.place ? line(parts('place', optional(say('place')), { hint: say('placeHint') }), 'place') : nothing}
      ${form.contact ? group(contact, html`
        ${line(parts('email', say('email')), 'email', 'email')}
        ${choice(html`<input type="checkbox" id="${uid}consent" name="consent" ?checked=${answers.consent} aria-describedby=${describedBy(contact)} aria-invalid=${invalid(contact)}>`,
          say('consent', { organiser: consultation.organiser.name }))}`, say) : nothing}
      ${form.profile ? choices('profile', form.profile.label, form.profile.options, html`<bdi>${form.profile.why}</bdi>`) : nothing}
      ${form.contact || privacy === nothing ? nothing : html`<p>${privacy}</p>`}
      <div class="pv-actions"><button class="pv-main">${say('toReview')}</button></div>
    </form>
    ${consultation.offline ? html`<details><summary>${say('moreInfo')}</summary>${paragraphs(consultation.offline)}</details>` : nothing}`;
}
