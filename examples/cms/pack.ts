// Writes every plugin as a zip archive, and as a folder to be copied: npm run cms:pack -- FOLDER
import { join } from 'node:path';
import { layPlugin, packPlugin, plugins } from './plugins.ts';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('say where to: npm run cms:pack -- FOLDER');
for (const name of Object.keys(plugins)) {
  console.log(await packPlugin(name, target));
  await layPlugin(name, join(target, name));
}
