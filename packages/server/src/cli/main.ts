#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { Stop } from './stop.ts';
import { commandNamed, helpForAll } from './commands.ts';

// Compiled sources are kept in the system's temporary folder: the next start takes a third less.
enableCompileCache();
const [name = '', ...args] = process.argv.slice(2);

try {
  const command = await commandNamed(name);
  if (command === undefined || name === '') {
    const asked = name === '' || name === 'help' || name === '--help' || name === '-h';
    (asked ? console.log : console.error)(asked ? helpForAll : `La commande « ${name} » n’existe pas.\n\n${helpForAll}`);
    process.exitCode = asked ? 0 : 2;
  } else if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
  } else {
    process.exitCode = await command.run(args);
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
