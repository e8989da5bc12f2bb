import { groupCode, words, type ConsultationDefinition, type Text, type Unit } from '@parvis/contract';
import { html, raw } from 'hono/html';
import { direction, type Markup, moment } from '../../pages/words.ts';
import type { ListedUnit } from '../units.ts';
import { linkIn } from './link.ts';
import { qrPath } from './qr.ts';
import { letterWords, type LetterWords } from './words.ts';

/** What all letters of a consultation share. */
export interface LetterFrame {
  consultation: ConsultationDefinition;
  /** The ballots that a code is good for. */
  ballots: ConsultationDefinition['ballots'];
  unit: Unit;
  /** Whether results will be told apart by building. */
  byBuilding: boolean;
  /** The page where people vote, without a code. */
  page: string;
  /** It is one of this server. */
  serverPages: boolean;
  madeAt: Date;
}

export interface Letter {
  to: Pick<ListedUnit, Exclude<keyof ListedUnit, 'line'>>;
  code: string;
  /** The page with the code behind its `#`. */
  link: string;
  test: boolean;
}

/** A document of letters to be printed, one on each page, black on white. Each is written once in every language. */
export async function letterDocument(frame: LetterFrame, css: string, letters: readonly { letter: Letter; langs: readonly string[] }[]): Promise<string> {
  const pages = letters.flatMap(({ letter, langs }) => langs.map((lang) => letterPage(frame, letter, lang)));
  return String(await html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words(frame.consultation.title, 'fr')} : lettres à imprimer</title>
<style>${raw(css)}</style>
</head>
<body>
${pages}
</body>
</html>
`);
}

function letterPage(frame: LetterFrame, { to, code, link, test }: Letter, lang: string): Markup {
  const { consultation, ballots, unit, serverPages } = frame;
  const { organiser } = consultation;
  const say = wordsIn(lang);
  const said = saidIn(lang, consultation);
  const paper = ballots.find((ballot) => ballot.offline)?.offline ?? consultation.offline;
  const { side, path } = qrPath(linkIn(link, lang, serverPages));
  const contact = organiser.contact ?? words(organiser.name, lang);
  return html`<section class="letter" lang="${lang}" dir="${direction(lang)}">
<div class="from"><p><b>${words(organiser.name, lang)}</b></p><p>${organiser.contact}</p></div>
${addressOf(to, unit, wordsIn(consultation.languages[0]))}
${test ? html`<p class="test">${say.test}</p>` : ''}
<h1>${said(consultation.title)}</h1>
${consultation.summary === undefined ? '' : html`<p>${said(consultation.summary)}</p>`}
<p>${say.voice[unit]} <b>${datesOf(frame, say, lang)}</b></p>
<h2>${say.questions(ballots.length)}</h2>
<ul>${ballots.map((ballot) => html`<li>${said(ballot.title)}</li>`)}</ul>
<div class="code">
<div><p><b>${say.yourCode}</b></p><p class="signs">${groupCode(code)}</p><p>${say.worth[unit]}</p></div>
<svg viewBox="0 0 ${side} ${side}" role="img" aria-label="QR" shape-rendering="crispEdges"><path d="${path}"/></svg>
</div>
<h2>${say.ways}</h2>
<ol>
<li><b>${say.byPhone}</b> ${say.byPhoneHow}</li>
<li><b>${say.byComputer}</b> ${withAddress(say, serverPages ? frame.page : linkIn(frame.page, lang, false))}</li>
<li><b>${say.otherwise}</b> ${paper === undefined ? say.otherwiseHow(contact) : said(paper)}</li>
</ol>
<p>${say.secrecy}${frame.byBuilding ? ` ${say.byBuilding}` : ''}</p>
<p>${say.lost(contact)}</p>
</section>`;
}

/** When all of its ballots are open together. A beginning that is over when letters are made is left out. */
function datesOf({ consultation, ballots, madeAt }: LetterFrame, say: LetterWords, lang: string): string {
  const inOrder = (dates: readonly (string | undefined)[]) => dates.filter((date) => date !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b));
  const from = inOrder(ballots.map((ballot) => ballot.opensAt ?? consultation.opensAt)).filter((date) => Date.parse(date) > madeAt.getTime()).at(-1);
  const [until] = inOrder(ballots.map((ballot) => ballot.closesAt ?? consultation.closesAt));
  const [first, last] = [from, until].map((date) => date && moment(date, lang));
  if (first && last) return say.fromUntil(first, last);
  return first ? say.from(first) : last ? say.until(last) : '';
}

const wordsIn = (lang = 'fr'): LetterWords => letterWords[lang] ?? (letterWords['fr'] as LetterWords);

/** As it is typed: nobody types `https://`. */
const typed = (page: string): string => page.replace(/^https?:\/\//, '').replace(/\/$/, '');

function withAddress(say: LetterWords, page: string): Markup {
  const mark = '\u0000';
  const [before = '', after = ''] = say.byComputerHow(mark).split(mark);
  return html`${before}<bdi class="address">${typed(page)}</bdi>${after}`;
}

/** Words of the organiser, in the language asked for or the one there is. */
function saidIn(lang: string, { languages }: ConsultationDefinition): (text: Text) => Markup {
  return (text) => {
    const own = typeof text === 'string' ? languages[0] : lang in text ? lang : Object.keys(text)[0];
    return html`<bdi lang="${own}">${words(text, lang).replace(/\s*\n\s*/g, ' ')}</bdi>`;
  };
}

/** What fits behind the window of an envelope at the size of the letter; more is written smaller. */
const window = { lines: 6, signs: 34 };

/** The lines behind the window of the envelope. They are for the post, so they are in the organiser's own language, whatever the letter's. */
function addressOf(to: Letter['to'], unit: Unit, say: LetterWords): Markup {
  const place = [to.building && say.building(to.building), to.stair && say.stair(to.stair), to.floor && say.floor(to.floor), to.door && say.door(to.door)];
  const lines = [unit === 'lease' && capital(say.lease(to.reference)), capital(filled(place).join(', ')), to.address, filled([to.postcode, to.town]).join(' ')];
  const [name, ...rest] = [to.name === '' ? say.toWhom[unit] : to.name, ...filled(lines)];
  const needed = [name, ...rest].reduce((sum, line) => sum + Math.ceil(line.length / window.signs), 0);
  return html`<div class="to${needed > window.lines ? ' long' : ''}"><p><b>${name}</b></p>${rest.map((line) => html`<p>${line}</p>`)}</div>`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const filled = (parts: readonly (string | false)[]): string[] => parts.filter((part) => part !== '' && part !== false) as string[];
