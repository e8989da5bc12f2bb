import { find, type Hit, type SearchIndex } from '../search/find.ts';
import { frameWords } from './words.ts';

const words = frameWords();
/** How many are shown under the field while somebody writes. */
const few = 8;

/** Finds pages while somebody writes. The index is asked for when the field first gets focus; where it does not come, the form leads to the map of the site. */
export function startSearch(form: HTMLFormElement): void {
  const field = form.querySelector('input') as HTMLInputElement;
  const { index: address = '', top = '' } = form.dataset;
  const list = document.createElement('ol');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const box = document.createElement('div');
  box.className = 'found';
  box.hidden = true;
  box.append(status, list);
  form.append(box);

  let loading: Promise<SearchIndex> | undefined;
  const load = (): Promise<SearchIndex> => {
    loading ??= fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))));
    loading.catch(() => (loading = undefined));
    return loading;
  };

  async function show(): Promise<void> {
    const query = field.value.trim();
    if (query === '') return close();
    const index = await load().catch(() => undefined);
    // Somebody may have written on while the index was on its way.
    if (index === undefined || query !== field.value.trim()) return;
    const hits = find(index, query);
    list.replaceChildren(...hits.slice(0, few).map((hit) => item(hit, top)), ...(hits.length > few ? [allOf(query, form.action)] : []));
    status.textContent = told(hits.length, query);
    box.hidden = false;
  }

  function close(): void {
    box.hidden = true;
    status.textContent = '';
    list.replaceChildren();
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void show(), 150);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !box.hidden) {
      event.preventDefault();
      close();
      field.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event);
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });

  /** Up and down go through the field and the pages found. */
  function move(event: KeyboardEvent): void {
    const stops = [field, ...list.querySelectorAll('a')] as HTMLElement[];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (box.hidden || !next) return;
    event.preventDefault();
    next.focus();
  }

  void showAll(field, load, top);
}

/** On the map of the site, everything that was found for the words in its address. */
async function showAll(field: HTMLInputElement, load: () => Promise<SearchIndex>, top: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('#found-pages');
  const query = new URLSearchParams(location.search).get('q')?.trim();
  if (!place || !query) return;
  field.value = query;
  const index = await load().catch(() => undefined);
  if (!index) return;
  const hits = find(index, query);
  const [heading, list] = [document.createElement('h2'), document.createElement('ol')];
  heading.textContent = told(hits.length, query);
  heading.tabIndex = -1;
  list.className = 'map';
  list.append(...hits.map((hit) => item(hit, top)));
  place.replaceChildren(heading, list);
  // The form led here: its answer is where reading goes on.
  heading.focus();
  document.title = `${heading.textContent} – ${document.title}`;
}

function item({ url, title, heading, lang }: Hit, top: string): HTMLElement {
  const [line, link] = [document.createElement('li'), document.createElement('a')];
  link.href = top + url;
  if (lang !== document.documentElement.lang) link.lang = lang;
  link.textContent = heading === '' ? title : heading;
  line.append(link);
  if (heading !== '') {
    const page = document.createElement('small');
    page.textContent = title;
    link.append(' ', page);
  }
  return line;
}

function allOf(query: string, action: string): HTMLElement {
  const [line, link] = [document.createElement('li'), document.createElement('a')];
  link.href = `${action}?q=${encodeURIComponent(query)}`;
  link.textContent = words.allFound;
  line.append(link);
  return line;
}

const told = (count: number, query: string): string => (count === 0 ? words.foundNone : count === 1 ? words.foundOne : words.foundMany).replace('{count}', String(count)).replace('{query}', query);
