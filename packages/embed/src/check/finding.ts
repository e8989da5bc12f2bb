import type { fr } from './words.fr.ts';

/** What a page was found to have. Sentences are in `words.fr.ts` and `words.en.ts` under the same name. */
export interface Finding {
  name: keyof typeof fr.findings;
  /** `stop`: a widget, or a part of it, does not work. `better`: it works, and less well for somebody. */
  weight: 'stop' | 'better';
  /** What is filled into the sentences. */
  holes?: Readonly<Record<string, string>>;
  /** The exact line to paste, or command to run. Absent: the sentence says what to do. */
  paste?: string;
}

/** One finding of each name and place is told once. */
export const once = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
