import type { Answer } from './facts.ts';

/** Milliseconds until something that is asked for counts as not there. */
export const patience = 8_000;

/** By hand, since `AbortSignal.timeout` is younger than some browsers that are checked. */
function patient(): AbortSignal {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), patience);
  return stop.signal;
}

interface Consultation {
  id: string;
  ballots: { id: string }[];
}

interface Listed {
  items?: Consultation[];
  next?: string;
}

/** Nothing: it answers with something that is no JSON. Rejects where nothing can be read. */
const readJson = async <T>(address: string): Promise<T | undefined> => {
  const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: patient() });
  return answer.json().catch(() => undefined) as Promise<T | undefined>;
};

/** The list of a server, or that of a folder in its first language. */
async function listOf(backend: string): Promise<Listed | undefined> {
  if (!backend.startsWith('static:')) return readJson<Listed>(`${backend}/api/v1/consultations?limit=100`);
  const folder = backend.slice('static:'.length);
  const [lang] = (await readJson<{ languages?: string[] }>(`${folder}/parvis.json`))?.languages ?? [];
  return lang === undefined ? undefined : readJson<Listed>(`${folder}/consultations.${lang}.json`);
}

/** Those of the wanted ones that a list of a server stopped before. */
async function beyond(backend: string, { items = [], next }: Listed, wanted: readonly string[]): Promise<Consultation[]> {
  const missing = next === undefined ? [] : wanted.filter((id) => items.every((item) => item.id !== id));
  const found = await Promise.all(missing.map((id) => readJson<Partial<Consultation>>(`${backend}/api/v1/consultations/${encodeURIComponent(id)}`)));
  return found.flatMap((answer, at) => (Array.isArray(answer?.ballots) ? [{ id: missing[at] ?? '', ballots: answer.ballots }] : []));
}

/**
 * What a backend says of itself.
 * @param backend as `Answer` names it
 * @param wanted ids of consultations that the page asks it for
 */
export async function ask(backend: string, wanted: readonly string[]): Promise<Answer> {
  const nothing = { backend, consultations: {} };
  try {
    const list = await listOf(backend);
    if (!Array.isArray(list?.items)) return { ...nothing, state: 'other' };
    const items = [...list.items, ...await beyond(backend, list, wanted)];
    return { backend, state: 'parvis', consultations: Object.fromEntries(items.map(({ id, ballots }) => [id, ballots.map((ballot) => ballot.id)])) };
  } catch {
    // Something that answers without letting this page read it, or nothing.
    const isThere = await fetch(backend.replace(/^static:/, ''), { mode: 'no-cors', credentials: 'omit', signal: patient() }).then(() => true, () => false);
    return { ...nothing, state: isThere ? 'no-cors' : 'silent' };
  }
}
