// Puts beside the compiled modules what they read from beside their sources: style sheets, scripts of the pages, pictures.
// `node packages/server/build.ts`
import { cp, glob } from 'node:fs/promises';
import { join } from 'node:path';

const [sources, compiled] = ['src', 'dist'].map((name) => join(import.meta.dirname, name)) as [string, string];
for await (const path of glob('**/*.{css,js,svg}', { cwd: sources })) await cp(join(sources, path), join(compiled, path));
