import { Stop } from '../../cli/stop.ts';
import { newFolder, type NewFolder } from '../files.ts';

/** @throws Stop with what to do: what is there is never written over */
export function makeFolder(out: string): NewFolder {
  try {
    return newFolder(out);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Stop(code === 'EEXIST' ? `${out} existe déjà. Choisissez un autre dossier avec --out.` : `Parvis ne peut pas écrire dans ${out} : ${message}`, { cause: error });
  }
}
