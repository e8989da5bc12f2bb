import type { Words } from '../languages.ts';

/** Tests that look at one thing, by the words they have in the code. */
export interface Check {
  /** Path of the file, or its beginning; `NAME` is the widget. */
  file: string;
  /** What it is called: `${widget}` is the widget, any other hole is anything. */
  title: string;
  /** The part of the title that stands in the code, where the rest is put together elsewhere. */
  written?: string;
  /** Where the title is written, when not in the file that runs it. */
  writtenIn?: string;
}

/** One thing that the criteria of the RGAA (4.1.2) and of WCAG 2.2 ask for, and the tests that look at it. A test shows single cases, never that a criterion is met. */
export interface Criterion {
  rgaa: readonly string[];
  wcag: readonly string[];
  what: Words;
  checks: readonly Check[];
}

const gallery = 'test/journeys/gallery.journey.ts';
const town = 'test/journeys/town-site-ways.journey.ts';
const widgets = 'packages/widgets/src';
const inBallot = (title: string, part = 'ballot'): Check => ({ file: `${widgets}/ballot/${part}.browser.test.ts`, title });
const inForm = (title: string, part = 'proposal-form'): Check => ({ file: `${widgets}/proposal-form/${part}.browser.test.ts`, title });
const inResults = (title: string, part = 'results'): Check => ({ file: `${widgets}/results/${part}.browser.test.ts`, title });
const inFaq = (title: string): Check => ({ file: `${widgets}/faq/faq.browser.test.ts`, title });
const inFeedback = (title: string): Check => ({ file: `${widgets}/feedback/feedback.browser.test.ts`, title });
const inEvery = (title: string): Check => ({ file: `${widgets}/shared/element.browser.test.ts`, title });

/** axe on every state, in all engines; in Chromium also on whole pages. */
const everyState: Check = { file: `${widgets}/NAME/`, title: '${name} (${title}): accessible in light and dark, left to right and right to left', writtenIn: `${widgets}/testing/every-state.ts` };
const onPhone: Check = { file: gallery, title: '${widget}, ${state}: light, on a phone; then with wide text spacing and letters twice as large' };
const inWays: readonly Check[] = ['dark, from right to left, in Arabic, on a phone', 'two copies on one page, in English'].map((way) => ({ file: gallery, title: `\${widget}, \${state}: ${way}`, written: way }));

export const criteria: readonly Criterion[] = [
  {
    rgaa: ['7.1', '8.2', '8.9', '9.1', '9.3', '11.1', '11.5', '11.6'], wcag: ['1.3.1', '4.1.2'],
    what: { fr: 'Noms, rôles et structure : ce que le moteur axe peut voir, dans chaque état', en: 'Names, roles and structure: what the axe engine can see, in every state' },
    checks: [everyState, onPhone, ...inWays],
  },
  {
    rgaa: ['7.1', '11.1', '11.2'], wcag: ['4.1.2', '2.4.6', '3.3.2'],
    what: { fr: 'Chaque champ et chaque bouton a un nom qui dit à quoi il sert', en: 'Every field and every button has a name that says what it is for' },
    checks: [
      { file: gallery, title: '${widget}: nothing is chosen beforehand, and a screen reader hears what is kept in its snapshot' },
      inBallot('every option is a real control whose name is its number, its label and its cost'),
      inBallot('each option has a field with its name, and a button for one point more and one less, named with the option', 'methods/points'),
      inBallot('nothing is ranked beforehand, and every button is named with its option', 'methods/ranking'),
      inForm('every control has a name; optional ones say so, the others say nothing'),
      inFaq('every question is a heading with a button that says whether its answer is open'),
      inFeedback('each link to steps names its subject'),
    ],
  },
  {
    rgaa: ['3.2', '10.5'], wcag: ['1.4.3', '1.4.6'],
    what: { fr: 'Contraste du texte (7:1 avec les couleurs d’origine)', en: 'Contrast of text (7:1 in the default colours)' },
    checks: [{ file: `${widgets}/shared/tokens.test.ts`, title: '${theme}: ${text} on ${on} can be read by everybody (7:1)' }, onPhone, ...inWays],
  },
  {
    rgaa: ['3.3'], wcag: ['1.4.11'],
    what: { fr: 'Contraste des bords et des barres qui portent un sens (3:1 avec les couleurs d’origine)', en: 'Contrast of edges and bars that carry meaning (3:1 in the default colours)' },
    checks: [{ file: `${widgets}/shared/tokens.test.ts`, title: '${theme}: ${line} on ${on} can be seen (3:1)' }],
  },
  {
    rgaa: ['3.1'], wcag: ['1.4.1'],
    what: { fr: 'Ce qui est choisi se voit aussi quand le système impose ses couleurs', en: 'What is chosen also shows when the system forces its colours' },
    checks: [{ file: gallery, title: '${widget}, ${state}: in colours forced by the system, what can be pressed or is chosen still shows' }],
  },
  {
    rgaa: ['10.4', '10.11', '10.12'], wcag: ['1.4.4', '1.4.10', '1.4.12'],
    what: { fr: '320 pixels de large, texte deux fois plus grand, texte espacé : rien n’est coupé, rien ne défile de côté', en: '320 pixels wide, text twice as large, text spaced out: nothing is cut off, nothing scrolls sideways' },
    checks: [onPhone, ...inWays, everyState],
  },
  {
    rgaa: [], wcag: ['2.5.8'],
    what: { fr: 'Les cibles ont au moins 44 pixels (le RGAA ne le demande pas)', en: 'Targets have at least 44 pixels (not asked by the RGAA)' },
    checks: [everyState, onPhone, ...inWays],
  },
  {
    rgaa: ['7.3', '12.9'], wcag: ['2.1.1', '2.1.2'],
    what: { fr: 'Tout se fait au clavier, sans piège', en: 'Everything can be done by keyboard, without a trap' },
    checks: [
      { file: town, title: 'everything goes with the keyboard alone, and whoever sees it always sees where they are' },
      inBallot('by keyboard alone: Tab reaches a choice, Space ticks it, Tab and Enter lead to the review'),
      inBallot('by keyboard alone: a number is typed, Tab goes on to more and less, Enter reviews', 'methods/points'),
      inBallot('by keyboard alone: add two, put the second first, review', 'methods/ranking'),
      inBallot('by keyboard alone: arrows move the answer inside an option, Tab goes on to the next option', 'methods/values'),
      inForm('can be done with the keyboard alone, and focus is never lost'),
      inFaq('by keyboard alone: Tab reaches a question, Enter opens it, Space closes it, focus stays'),
      inFeedback('by keyboard alone: from the list to the steps and back to the same entry'),
      { file: 'test/journeys/results.journey.ts', title: 'everything goes by keyboard, and focus ends on what came of the count' },
    ],
  },
  {
    rgaa: ['10.7', '12.8'], wcag: ['2.4.3', '2.4.7', '2.4.11'],
    what: { fr: 'Le focus se voit, n’est pas caché, et suit ce qui se passe', en: 'Focus can be seen, is not hidden, and follows what happens' },
    checks: [
      { file: town, title: 'everything goes with the keyboard alone, and whoever sees it always sees where they are' },
      { file: town, title: 'going through the page backwards, no control hides under the header and each shows its focus' },
      inEvery('trying again loads again, and focus does not get lost'),
      inBallot('on a wide screen what is left stays in view, and never lies over the control that has focus'),
      inResults('shows sixty options, and more on demand, with focus on the first that came'),
      inFeedback('showing more adds entries and puts focus on the first new one'),
    ],
  },
  {
    rgaa: ['7.5'], wcag: ['4.1.3'],
    what: { fr: 'Ce qui change sans déplacer le focus est dit, après une pause, dans une zone qui était déjà là', en: 'What changes without moving focus is said, after a pause, in a region that was there before' },
    checks: [
      inEvery('says nothing of loading to those who wait less than 400 ms, and says it to those who wait longer'),
      inBallot('what is left is written at once, and said after a pause in a region that was there before'),
      inForm('says that it is sending, in a region that was there before', 'sending'),
      inForm('is not said while there is room, said after a pause near the limit, and never at each letter'),
      inFaq('a search shows what fits and says how many after a pause, in a region that was there before'),
      inFeedback('a search waits for a pause, asks once, and says how many were found'),
      inResults('shows how far it is, and says so only at the start and at half', 'recount'),
    ],
  },
  {
    rgaa: ['11.10', '11.11'], wcag: ['3.3.1', '3.3.3'],
    what: { fr: 'Une erreur est nommée, dit quoi faire et mène à sa place', en: 'A mistake is named, says what to do and leads to its place' },
    checks: [
      inBallot('the review is refused with a summary that takes focus and a link that leads to the first choice'),
      inBallot('notices a slip before anything is sent: focus on what is wrong, a link to the field, the vote still there', 'access/code'),
      inForm('one summary takes focus and leads to each field'),
      inForm('each field with a mistake is marked and described by what to do'),
      inFeedback('an unknown or empty code says what to do, beside the field, with focus in it'),
      inFeedback('an address without consent is not sent: the summary takes focus and leads to the box'),
    ],
  },
  {
    rgaa: ['11.12'], wcag: ['3.3.4', '3.3.7'],
    what: { fr: 'On vérifie avant d’envoyer ; revenir garde tout', en: 'One reviews before sending; going back keeps everything' },
    checks: [
      inBallot('shows what was chosen in the order of the ballot, the total, and that a vote is final'),
      inBallot('going back keeps everything'),
      inForm('can be read when nothing can be sent any more: copied and printed'),
      inForm('comes back when the page is loaded again, whole, with a word that says so', 'drafts'),
    ],
  },
  {
    rgaa: ['8.7'], wcag: ['3.1.2'],
    what: { fr: 'Le widget parle la langue qui l’entoure, et l’indique', en: 'The widget speaks the language around it, and says so in the code' },
    checks: [inEvery('is that of the nearest `lang`, when there are sentences in it'), { file: 'test/journeys/host-pages.journey.ts', title: 'each widget speaks the language around it, from right to left where it should, and only those languages are fetched' }],
  },
  {
    rgaa: ['9.1'], wcag: ['2.4.6'],
    what: { fr: 'Les titres prennent leur place parmi ceux de la page', en: 'Headings take their place among those of the page' },
    checks: [inEvery('has the heading level the page asks for, from 1 to 6')],
  },
  {
    rgaa: ['1.1'], wcag: ['1.1.1'],
    what: { fr: 'Les images des choix ont leurs mots', en: 'Pictures of options have their words' },
    checks: [inBallot('have their words, come only when they are looked at, and have their room before they come', 'long/long')],
  },
  {
    rgaa: ['13.8'], wcag: ['2.2.2', '2.3.3'],
    what: { fr: 'Rien ne bouge quand on a demandé moins de mouvement', en: 'Nothing moves when less motion was asked for' },
    checks: [onPhone],
  },
  {
    rgaa: ['13.10'], wcag: ['2.5.1', '2.5.7'],
    what: { fr: 'Classer se fait avec des boutons : rien n’est à glisser', en: 'Ranking is done with buttons: nothing has to be dragged' },
    checks: [inBallot('by its place in a list: the option goes there, the lists of the others follow, focus stays on its own', 'methods/ranking')],
  },
];
