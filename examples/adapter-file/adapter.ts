import { mkdirSync } from 'node:fs';
import { page, verb } from '@parvis/adapters/author';
import { checkDefinition, closestLanguage, ConsultationDefinition, consultationFor, contractVersion, parse, ParvisError } from '@parvis/contract';
import type { Backend, ConsultationFile } from '@parvis/contract';
import * as own from '@parvis/contract/operations/backend';
import * as consultations from '@parvis/contract/operations/consultations';
import { faqGroup } from './faq.ts';
import { votesGroup } from './votes.ts';

/** What every group needs: the consultations, the folder, and what one reader sees. */
export interface Town {
  folder: string;
  find(input: { consultation: string }): ConsultationDefinition;
  reader(consultation: ConsultationDefinition, locale: string | undefined): { lang: string; now: Date };
}

/** Keeps what residents do in JSON files in a folder; the consultations themselves come with each start. */
export function createFileBackend(files: readonly ConsultationFile[], folder: string): Backend {
  mkdirSync(folder, { recursive: true });
  const all = files.map(checked);
  const town: Town = {
    folder,
    find({ consultation }) {
      const found = all.find((c) => c.id === consultation);
      if (!found) throw new ParvisError('not-found');
      return found;
    },
    reader: (c, locale) => ({ lang: closestLanguage(c.languages, locale), now: new Date() }),
  };
  return {
    describe: verb(own.describe, () => ({
      contract: contractVersion, name: 'files', groups: ['consultations', 'faq', 'votes'], limits: {},
      languages: [...new Set(all.flatMap((c) => c.languages))],
    })),
    check: verb(own.check, () => ({ items: [{ id: 'folder', ok: true }] })),
    consultations: {
      list: verb(consultations.list, ({ cursor, limit = 20 }, { locale }) => {
        const newestFirst = page(all, (c) => [-(Date.parse(c.opensAt ?? '') || 0), c.id], { cursor, limit });
        return { ...newestFirst, items: newestFirst.items.map((c) => consultationFor(c, town.reader(c, locale))) };
      }),
      get: verb(consultations.get, (input, { locale }) => {
        const c = town.find(input);
        return consultationFor(c, town.reader(c, locale));
      }),
    },
    faq: faqGroup(town, all),
    votes: votesGroup(town, all),
  };
}

function checked(file: ConsultationFile): ConsultationDefinition {
  const parsed = parse(ConsultationDefinition, file);
  const issues = parsed.ok ? checkDefinition(parsed.value) : parsed.issues;
  if (parsed.ok && issues.length === 0) return parsed.value;
  throw new ParvisError('invalid', { issues });
}
