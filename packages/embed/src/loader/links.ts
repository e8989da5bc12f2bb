/** The widgets by the pages that show the same. */
export const widgets: Readonly<Record<string, string>> = {
  vote: 'parvis-ballot', results: 'parvis-results', propose: 'parvis-proposal-form', faq: 'parvis-faq', feedback: 'parvis-feedback',
};

/** Links among others stay links: a form in the place of an entry would break the menu or the list. So do those that wait inside a tag, and those that somebody is writing. */
const among = 'nav,header,footer,li,[consultation],[contenteditable]';

/** What an address shows, read as `c/CONSULTATION/PAGE[/BALLOT][?ballot=BALLOT]` behind that of the server. With `#page` at its end the page itself is meant. */
export function readAddress(address: string, server: string): [tag?: string | undefined, consultation?: string | undefined, ballot?: string | undefined] {
  const [before, path = ''] = address.split(server);
  const [, consultation, page = '', inPath, inQuery] = /^c\/([^/?#]+)\/(\w+)(?:\/([^/?#]+)|\?ballot=([^&#]+))?(?!.*#page$)/.exec(before || path) ?? [];
  return [widgets[page], consultation, inPath ?? inQuery];
}

/** Whether a link is all there is in its block, as when an editor puts an address on a line of its own. */
const standsAlone = (link: HTMLElement): boolean =>
  !link.closest(among) && link.closest<HTMLElement>('p,div,section,figure,td')?.innerText.trim() === link.innerText.trim();

/** One level under the heading before it, so that the outline of the page goes on. */
function levelAt(place: Element): string {
  const before = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((heading) => heading.compareDocumentPosition(place) & 4);
  return `${+(before.pop()?.localName[1] ?? 1) + 1}`;
}

/** Puts the tag in the place of a link that stands alone. The link stays inside: usable until the widget is ready, and if it fails. */
export async function upgrade(link: HTMLAnchorElement, server: string): Promise<void> {
  const [name, consultation, named] = readAddress(link.href, server);
  if (!name || !standsAlone(link)) return;
  const ballot = named ?? (name === widgets['vote'] ? await onlyBallot(`${server}api/v1/consultations/${consultation}`) : '');
  if (ballot === undefined) return;
  const tag = document.createElement(name);
  tag.setAttribute('backend', server);
  tag.setAttribute('consultation', consultation as string);
  tag.setAttribute('ballot', ballot);
  tag.setAttribute('heading-level', levelAt(link));
  link.replaceWith(tag);
  tag.append(link);
}

/** Id of the one ballot of a consultation. Undefined: there are several, or nobody knows now. */
const onlyBallot = (address: string): Promise<string | undefined> =>
  fetch(address).then((answer) => answer.json()).then(({ ballots: [only, another] }) => (another ? undefined : only.id)).catch(() => undefined);
