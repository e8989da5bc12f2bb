import { delimiter, dirname } from 'node:path';
import { runInForeground } from './child.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureEmbed } from './ensure-embed.mjs';
import { ensureNode } from './ensure-node.mjs';
import { pnpmBin } from './ensure-pnpm.mjs';
import { root } from './paths.mjs';
import { SetupError } from './setup-error.mjs';
import { tasks } from './tasks.mjs';

/**
 * Sets up what is missing, then runs one task.
 * @param {string} name
 * @param {readonly string[]} args what the person wrote after `--`
 * @returns {Promise<number>} exit code
 */
export async function runTask(name, args) {
  const task = tasks[name];
  if (!task) throw new SetupError(`there is no task "${name}"; the tasks are: ${Object.keys(tasks).join(', ')}.`);
  const node = await ensureNode();
  await ensureDependencies(node);
  if (task.embed) await ensureEmbed(node, { force: task.embed === 'always' });
  const env = { ...process.env, PATH: [dirname(node), pnpmBin, process.env['PATH']].join(delimiter) };
  for (const command of task.commands(args)) {
    const code = await runInForeground(node, command, { env, cwd: task.inCallersFolder ? callersFolder() : root });
    if (code !== 0) return code;
  }
  return 0;
}

/** npm moves to the top folder before it runs a script; paths that people write are meant from where they stand. */
function callersFolder() {
  return process.env['INIT_CWD'] ?? process.cwd();
}

