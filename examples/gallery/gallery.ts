import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chunkOf } from '../../packages/embed/src/build/bundle.ts';
import { languages, widgetNames } from '../../packages/embed/src/build/widgets.ts';
import { themes } from '../../packages/embed/src/looks/themes.ts';

/** One page of the gallery, as `index.json` lists it. */
export interface Entry {
  widget: string;
  state: string;
  title: string;
  /** From the root of the site. */
  url: string;
}

const here = new URL('./', import.meta.url);
const embed = new URL('../../packages/embed/dist/', import.meta.url);

/** Every named state of every widget, in the order in which the widget lists them. */
export async function findEntries(): Promise<Entry[]> {
  const lists = await Promise.all(
    widgetNames.map(async (widget) => {
      const { examples } = (await import(`../../packages/widgets/src/${widget}/${widget}.examples.ts`)) as { examples: { name: string; title: string }[] };
      return examples.map(({ name, title }) => ({ widget, state: name, title, url: `/gallery/${widget}/${name}/` }));
    }),
  );
  return lists.flat();
}

/**
 * Writes the gallery: a list, and one page per state. The pages show the very files that towns load, which must have been
 * built before. Meant to be served at `/gallery/`; links inside are relative.
 */
export async function buildGallery(out: URL): Promise<void> {
  const entries = await findEntries();
  const { code } = await chunkOf('page', fileURLToPath(new URL('page.ts', here)), [], { minify: true });
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const taken = ['integrity.json', 'parvis-ballot-more.js', 'parvis-recount.js', ...themes.map(({ name }) => `themes/${name}.css`), ...widgetNames.flatMap((name) => [`parvis-${name}.js`, ...languages.map((lang) => `parvis-${name}.${lang}.json`)])];
  await Promise.all([
    ...taken.map((name) => cp(new URL(name, embed), new URL(name, out))),
    cp(new URL('page.css', here), new URL('page.css', out)),
    writeFile(new URL('page.js', out), code),
    writeFile(new URL('index.json', out), `${JSON.stringify(entries, null, 1)}\n`),
    writeFile(new URL('index.html', out), listPage(entries)),
    ...entries.map(async (entry) => {
      const folder = new URL(`${entry.widget}/${entry.state}/`, out);
      await mkdir(folder, { recursive: true });
      await writeFile(new URL('index.html', folder), statePage(entry));
    }),
  ]);
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const document = (title: string, toTop: string, body: string, more = '') => `<!doctype html>
<html lang="fr"${more && ` ${more}`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${toTop}page.css">
${body}
</html>
`;

const statePage = ({ widget, state, title }: Entry) =>
  document(
    `parvis-${widget} : ${title}`, '../../',
    `<script type="module" src="../../parvis-${widget}.js"></script>
<script type="module" src="../../page.js"></script>
</head>
<body>
<main>
<h1 lang="fr" dir="ltr">parvis-${widget} : ${escape(title)}</h1>
</main>
</body>`,
    `data-widget="${widget}" data-state="${state}"`,
  );

function listPage(entries: readonly Entry[]): string {
  const sections = widgetNames.map((widget) => {
    const own = entries.filter((entry) => entry.widget === widget);
    const items = own.map(({ state, title }) => `<li><a href="${widget}/${state}/">${escape(title)}</a> <code>${state}</code></li>`);
    return `<h2>parvis-${widget}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  return document('Galerie des widgets Parvis', '', `</head>
<body>
<main>
<h1>Galerie des widgets Parvis</h1>
<p>Chaque état de chaque widget a son adresse. On peut y ajouter <code>?lang=en</code>, <code>?dir=rtl</code>, <code>?theme=dark</code>, <code>?preset=compact</code> ou <code>?copies=2</code>.</p>
${sections.join('\n')}
</main>
</body>`);
}
