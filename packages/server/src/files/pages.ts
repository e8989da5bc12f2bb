import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ballot, Consultation, PlaceList } from '@parvis/contract';
import { fitsPabulib } from '@parvis/counting';
import { resultsPage } from '@parvis/widgets/results/page-view';
import { html } from 'hono/html';
import { downloadFormats, withVotes } from '../domain/downloads.ts';
import { downloadFiles, fileName } from '../downloads/files.ts';
import { questionText } from '../pages/faq/pages.ts';
import { history } from '../pages/feedback/pages.ts';
import { langOf } from '../pages/frame.ts';
import { french } from '../pages/frame.words.ts';
import { offlineBox } from '../pages/layout.ts';
import { frenchSpeech } from '../pages/speech.ts';
import { rendered } from '../pages/view.ts';
import { type Markup, moment, paragraphs } from '../pages/words.ts';
import { allOf, type StaticFile, type Subject, timelineOf } from './answers.ts';
import { sheet } from './sheet.ts';

const styles = join(import.meta.dirname, '..', 'pages', 'assets', 'pages.css');
/** Pages are in French; what the organiser wrote comes in French where it exists. */
const locale = 'fr';
/** Where they come in another language, they say so. */
const marked = (lang: string): Markup | '' => langOf({ lang: locale }, lang);

/** The same as pages for people, whom no script helps: the widgets' links lead here. */
export async function* pageFiles(subject: Subject): AsyncGenerator<StaticFile> {
  yield { path: 'parvis.css', content: await readFile(styles, 'utf8') };
  const consultations = await Promise.all(subject.consultations.map(({ id }) => subject.backend.consultations.get({ consultation: id }, { locale })));
  yield {
    path: 'index.html',
    content: sheet({
      title: french.consultations, root: '.',
      content: html`<ul class="cards">${consultations.map((c) => html`
<li><div${marked(c.lang)}><h2><a href="${c.id}/index.html">${c.title}</a></h2>${paragraphs(c.summary)}</div><p class="quiet">${dates(c)}</p></li>`)}
</ul>`,
    }),
  };
  for (const consultation of consultations) yield* consultationFiles(subject, consultation);
}

async function* consultationFiles(subject: Subject, c: Consultation): AsyncGenerator<StaticFile> {
  const { votes, faq, feedback, places } = subject.backend;
  const consultation = c.id;
  const trail = [{ label: french.consultations, href: '../index.html' }, { label: c.title, href: 'index.html', lang: c.lang }];
  const page = (path: string, title: string, content: Markup, headed = false): StaticFile =>
    ({ path: `${consultation}/${path}`, content: sheet({ title, headed, root: '..', trail: path === 'index.html' ? trail.slice(0, 1) : trail, content }) });

  const counted: Ballot[] = [];
  const ballots = await Promise.all(c.ballots.map(({ id }) => votes.ballot({ consultation, ballot: id }, { locale })));
  for (const ballot of ballots) {
    const results = await subject.results({ consultation, ballot: ballot.id });
    if (!results) continue;
    counted.push(ballot);
    const formats = downloadFormats.filter((format) => (ballot.status === 'closed' || !withVotes(format)) && (format !== 'pb' || fitsPabulib(ballot)));
    for (const format of formats) yield { path: `${consultation}/${fileName(format, ballot.id)}`, content: await downloadFiles[format].write({ ballot, results }, subject.backend) };
    const view = await rendered(resultsPage(frenchSpeech.results, ballot, { ...results, downloads: formats.map((format) => ({ format, href: fileName(format, ballot.id) })) }));
    yield page(resultsName(ballot), french.results(ballot.title), html`${view}`, true);
  }

  const questions = await allOf((next) => faq.list({ consultation, limit: 200, ...next }, { locale }));
  if (questions.items.length > 0) yield page('faq.html', french.questions, html`<div${marked(questions.lang)}>${questions.items.map((q) => html`<section id="faq-${q.id}">${questionText(q)}</section>`)}</div>`);

  const { items } = await allOf((next) => feedback.list({ consultation, limit: 100, ...next }, { locale }));
  const timelines = await Promise.all(items.map(({ id }) => timelineOf(feedback, consultation, id, locale)));
  if (timelines.length > 0) {
    // Days go by after the page was written: what is late today need not be told for ever.
    const lasting = timelines.map((t) => ({ ...t, steps: t.steps.map(({ late: _, ...step }) => step) }));
    yield page('feedback.html', french.feedback, html`${lasting.map((t) => html`<section id="suivi-${t.id}"><h2${marked(t.lang)}>${t.title}</h2>${history(frenchSpeech.feedback, t)}</section>`)}`);
  }

  yield page('index.html', c.title, html`
<h1${marked(c.lang)}>${c.title}</h1>
<div${marked(c.lang)}>${paragraphs(c.summary)}</div>
<p class="quiet">${dates(c)} ${french.organisedBy(c.organiser.name)}</p>
<ul class="cards">
${ballots.map((ballot) => html`<li><h2${marked(ballot.lang)}>${ballot.title}</h2><p class="quiet">${dates(ballot)}</p>
<p>${counted.includes(ballot) ? html`<a href="${resultsName(ballot)}">${french.seeResultsOf(ballot.title)}</a>` : 'Les résultats ne sont pas encore publiés ici.'}</p></li>`)}
${questions.items.length > 0 ? html`<li><a href="faq.html">${french.questions}</a></li>` : ''}
${timelines.length > 0 ? html`<li><a href="feedback.html">${french.feedback}</a></li>` : ''}
</ul>
${offlineBox({ lang: locale, say: french }, c)}
${placesBox(await places.list({ consultation }, { locale }))}
${c.organiser.contact === undefined ? '' : html`<p>${french.ask(c.organiser.contact)}</p>`}`, true);
}

const resultsName = ({ id }: Ballot): string => `resultats-${id}.html`;

/** From when until when: a page that stays cannot say what is open. */
function dates({ opensAt, closesAt }: { opensAt?: string | undefined; closesAt?: string | undefined }): string {
  const at = (instant: string) => moment(instant, locale);
  if (opensAt !== undefined && closesAt !== undefined) return `Du ${at(opensAt)} au ${at(closesAt)}.`;
  if (closesAt !== undefined) return `Jusqu’au ${at(closesAt)}.`;
  return opensAt === undefined ? '' : `À partir du ${at(opensAt)}.`;
}

const placesBox = ({ items, lang }: PlaceList): Markup | '' => (items.length === 0 ? '' : html`
<section aria-labelledby="lieux"><h2 id="lieux">Où aller</h2>
<ul${marked(lang)}>${items.map(({ name, address, hours, access, phone }) => html`<li><strong>${name}</strong>, ${[address, ...hours, access, phone].filter((line) => line !== undefined).join(' · ')}</li>`)}</ul></section>`);
