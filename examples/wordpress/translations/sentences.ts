import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from './po.ts';

const PLUGIN = join(import.meta.dirname, '..', 'parvis');
const CALL = /\b(?:__|esc_html__|esc_attr__)\(\s*(?:\/\*.*?\*\/\s*)?'((?:[^'\\]|\\.)*)',\s*'parvis'\s*\)/g;

type Sentence = Omit<Entry, 'translation'>;

/** Every sentence of the plugin that can be translated; `inScripts`: those of the editor's scripts. Each once. */
export async function sentences(): Promise<{ all: Sentence[]; inScripts: Sentence[] }> {
  const files = (await readdir(PLUGIN, { recursive: true })).filter((name) => !name.startsWith('embed')).sort();
  const found = (ending: string) => files.filter((name) => name.endsWith(ending)).flatMap((name) => inCode(readFileSync(join(PLUGIN, name), 'utf8')));
  const inScripts = once(found('.js'));
  return { inScripts, all: once([...described(), ...found('.php'), ...inScripts]) };
}

const inCode = (text: string): Sentence[] => [...text.matchAll(CALL)].map(([, words = '']) => ({ source: words.replace(/\\(.)/g, '$1') }));

/** WordPress translates the description of a plugin and of a block by itself, the latter with a context. */
function described(): Sentence[] {
  const [, description = ''] = /^ \* Description: +(.*)$/m.exec(readFileSync(join(PLUGIN, 'parvis.php'), 'utf8')) ?? [];
  const block = JSON.parse(readFileSync(join(PLUGIN, 'block', 'block.json'), 'utf8')) as { description: string; keywords: string[] };
  return [
    { source: description },
    { context: 'block description', source: block.description },
    ...block.keywords.map((source) => ({ context: 'block keyword', source })),
  ];
}

const once = (list: readonly Sentence[]): Sentence[] => [...new Map(list.map((one) => [`${one.context}|${one.source}`, one])).values()];
