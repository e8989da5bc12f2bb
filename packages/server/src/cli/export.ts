import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isParvisError } from '@parvis/contract';
import { createServerBackend } from '../domain/backend.ts';
import { writeStatic } from '../files/index.ts';
import type { Store } from '../store/store.ts';
import { asCsv, asJson } from '../tables/table.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { defaultFolder, openFolder } from './data-folder.ts';
import { tablesOf } from './export-tables.ts';
import { misuse, Stop } from './stop.ts';

export const exportCommand: Command = {
  help: `parvis export --consultation ID [options]
parvis export --static DOSSIER [--consultation ID] [--data DOSSIER]

Écrit les propositions et les questions, les résultats, et les votes des scrutins terminés (sans les personnes).

  --consultation ID   la consultation
  --data DOSSIER      dossier des données (${defaultFolder})
  --format json|csv   csv par défaut : points-virgules et UTF-8, pour un tableur en français
  --out DOSSIER       où écrire (export-ID)
  --static DOSSIER    écrit plutôt ce que tout le monde peut lire, pour n’importe quel hébergement : des fichiers pour
                      les widgets (backend="static:…") et des pages. Toutes les consultations, ou celle qui est nommée.
                      Remplace ce que cette commande y avait écrit, et rien d’autre. Le serveur peut rester en marche.`,

  async run(args) {
    const { values } = readArguments('export', args, {
      consultation: { type: 'string' },
      data: { type: 'string', default: defaultFolder },
      format: { type: 'string', default: 'csv' },
      out: { type: 'string' },
      static: { type: 'string' },
    });
    const { consultation, format } = values;
    if (values.static !== undefined && values.out !== undefined) throw misuse('--static et --out ne vont pas ensemble. Écrivez : parvis export --static DOSSIER');
    if (values.static !== undefined) return exportStatic(values.static, values.data, consultation);
    if (consultation === undefined) throw misuse('Quelle consultation ? Écrivez : parvis export --consultation ID');
    if (format !== 'csv' && format !== 'json') throw misuse(`--format attend json ou csv, pas « ${format} ».`);
    const { store, close } = openFolder(values.data, { exclusive: false });
    try {
      await exportAll(store, consultation, format, values.out ?? `export-${consultation}`);
    } finally {
      await close();
    }
    return 0;
  },
};

async function exportStatic(folder: string, data: string, consultation: string | undefined): Promise<number> {
  const { store, close } = openFolder(data, { exclusive: false });
  try {
    const files = await writeStatic(createServerBackend(store, () => new Date()), folder, consultation);
    console.log(`${folder} : ${files} fichiers. Copiez le dossier entier sur votre site.`);
  } catch (error) {
    if (error instanceof Stop || isParvisError(error)) throw error;
    throw unwritable(folder, error);
  } finally {
    await close();
  }
  return 0;
}

const unwritable = (folder: string, error: unknown): Stop => new Stop(`Parvis ne peut pas écrire dans ${folder} : ${(error as Error).message}`, { cause: error });

async function exportAll(store: Store, consultation: string, format: 'csv' | 'json', folder: string): Promise<void> {
  const definition = await store.getConsultation(consultation);
  if (!definition) throw new Stop(`Il n’y a pas de consultation « ${consultation} » dans ces données.`);
  try {
    mkdirSync(folder, { recursive: true });
    for (const table of await tablesOf(store, createServerBackend(store, () => new Date()), definition)) {
      const file = join(folder, `${table.name}.${format}`);
      await pipeline(Readable.from(format === 'csv' ? asCsv(table) : asJson(table)), createWriteStream(file));
      console.log(file);
    }
  } catch (error) {
    if (isParvisError(error)) throw error;
    throw unwritable(folder, error);
  }
}
