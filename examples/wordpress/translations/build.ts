// Writes what WordPress reads from parvis-fr_FR.po: node --conditions=parvis-source examples/wordpress/translations/build.ts
import { writeFile } from 'node:fs/promises';
import { made } from './made.ts';

for (const [path, content] of await made()) await writeFile(path, content);
