import { isParvisError } from '@parvis/contract';
import type { Store } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './commands.ts';
import { defaultFolder, openFolder } from './data-folder.ts';
import { readDefinition } from './definition-file.ts';
import { misuse, Stop } from './stop.ts';

export const open: Command = {
  help: `parvis open FICHIER… [--data DOSSIER]

Ouvre une consultation à partir d’un fichier JSON. L’ouvrir une seconde fois remplace ses textes et ses dates ; les
règles d’un scrutin qui a déjà des votes ne changent plus. Le serveur peut rester en marche.

  --data DOSSIER  dossier des données (${defaultFolder})`,

  async run(args) {
    const { values, positionals } = readArguments('open', args, { data: { type: 'string', default: defaultFolder } });
    if (positionals.length === 0) throw misuse('Quel fichier ouvrir ? Écrivez : parvis open FICHIER');
    // Every file is read before the first is opened: a slip in the last one costs nothing.
    const files = await Promise.all(positionals.map(readDefinition));
    const { store, close } = openFolder(values.data, { exclusive: false });
    try {
      for (const file of files) {
        const outcome = await put(store, file);
        console.log(outcome === 'new' ? `La consultation ${file.definition.id} est ouverte.` : `La consultation ${file.definition.id} est à jour.`);
      }
    } finally {
      await close();
    }
    return 0;
  },
};

/** @throws Stop with every problem and its place in the file */
export const openFile = async (store: Store, file: string): Promise<'new' | 'replaced'> => put(store, await readDefinition(file));

async function put(store: Store, { definition, complaint }: Awaited<ReturnType<typeof readDefinition>>): Promise<'new' | 'replaced'> {
  try {
    return await store.putConsultation(definition);
  } catch (error) {
    if (!isParvisError(error)) throw error;
    if (error.code === 'rules-changed') throw new Stop(complaint(error.issues), { cause: error });
    throw new Stop(`La consultation n’a pas pu être enregistrée : ${error.message}`, { cause: error });
  }
}
