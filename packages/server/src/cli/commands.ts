export interface Command {
  help: string;
  /** @returns the exit code. @throws Stop */
  run(args: readonly string[]): Promise<number>;
}

/** Each command is loaded when it is called: `open` does not wait for what `import` needs. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  open: async () => (await import('./open.ts')).open,
  import: async () => (await import('./import.ts')).importCommand,
  count: async () => (await import('./count.ts')).countCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  codes: async () => (await import('./codes.ts')).codesCommand,
};

export const commandNamed = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(commands, name) ? commands[name]?.() : undefined;

export const helpForAll = `parvis COMMANDE

  serve     démarre le serveur
  open      ouvre une consultation à partir d’un fichier JSON
  import    reprend un scrutin Pabulib (.pb) ou une liste (.csv)
  count     compte un scrutin Pabulib (.pb) et dit pourquoi chaque projet est retenu ou non
  export    écrit les propositions, les votes et les résultats dans des fichiers
  codes     crée des codes d’accès et les lettres à imprimer, une voix par logement

Aide d’une commande : parvis COMMANDE --help`;
