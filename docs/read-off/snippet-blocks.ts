import { start } from '../site/builder/choices.ts';
import { snippetNames, snippetsOf } from '../site/builder/snippets.ts';

const formats: Readonly<Record<string, string>> = { csp: '', 'trusted-types': '', shortcode: '', spip: '', dokuwiki: '', drupal: '', joomla: '' };

/** The snippets of the builder before anything is filled in: what its page shows where no script runs. By the name of their place in the page. */
export function snippetBlocks(): Record<string, string> {
  const example = snippetsOf(start, { build: 'BUILD', files: { 'parvis-ballot.js': 'sha384-…' } });
  return Object.fromEntries(snippetNames.map((name) => [`snippet-${name}`, `\`\`\`${formats[name] ?? 'html'}\n${example[name]}\n\`\`\``]));
}
