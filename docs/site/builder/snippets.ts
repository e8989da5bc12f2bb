import { lookCss } from '../../../packages/embed/src/looks/css.ts';
import { accentPair } from './accent.ts';
import { usable, widgets, type Choices } from './choices.ts';
import { attributes, html, inComment, shortcodeValue } from './escape.ts';
import { frameTexts, linkTexts } from './link-texts.ts';

/** What `integrity.json` of a build says. */
export interface Integrity {
  build: string;
  files: Readonly<Record<string, string>>;
}

/** Ways to put a widget into a page, in the order of the documentation. */
export const snippetNames = ['link', 'tag', 'frame', 'look', 'csp', 'trusted-types', 'integrity', 'wordpress', 'shortcode', 'spip', 'dokuwiki', 'drupal', 'joomla', 'typo3'] as const;
export type SnippetName = (typeof snippetNames)[number];

/** Text to paste for each way. Nothing in it is HTML that a person typed. @param integrity of the build that the documentation belongs to */
export function snippetsOf(choices: Choices, integrity: Integrity): Record<SnippetName, string> {
  const chosen = usable(choices);
  const { widget, backend, consultation, ballot, lang, scheme, heading, look } = chosen;
  const text = chosen.text || linkTexts[lang || 'fr'][widget];
  const page = `${backend}/c/${consultation}/${widgets[widget].page}${ballot && `/${ballot}`}`;
  const level = heading === '2' ? '' : heading;
  const link = `<a href="${html(page)}">${html(text)}</a>`;
  const file = `parvis-${widget}.js`;
  const asked = { consultation, ballot, 'heading-level': level, theme: scheme, lang };
  const tagWith = (more: Record<string, string>, line = '') => `<parvis-${widget}${attributes({ ...more, ...asked })}>${line}${line && '  '}${link}${line}</parvis-${widget}>`;
  const meta = `<meta name="parvis-backend" content="${html(backend)}">`;
  const loader = `<script src="${html(backend)}/embed/parvis-loader.js" defer></script>`;
  const words = (values: Record<string, string>, join: (name: string, value: string) => string) => Object.entries(values).filter(([, value]) => value !== '').map(([name, value]) => join(name, value));
  const named = words({ ...asked, text: chosen.text }, (name, value) => `${name}=${shortcodeValue(value)}`);
  const code = ['parvis', widget, ...named].join(' ');
  return {
    link: `${loader}\n\n<p>${link}</p>`,
    tag: `${meta}\n<script type="module" src="${html(backend)}/embed/${file}"></script>\n\n${tagWith({}, '\n')}`,
    frame: `<iframe${attributes({ title: text, src: page + (lang && `?locale=${lang}`), width: '100%', height: '1600' })}></iframe>\n<p>${frameTexts[lang || 'fr']} ${link}</p>\n<script src="${html(backend)}/embed/parvis-frame.js"></script>`,
    look: lookOf(chosen),
    csp: policyOf(backend, look),
    'trusted-types': `require-trusted-types-for 'script';\ntrusted-types parvis-${widget} parvis-loader`,
    integrity: `<script type="module" src="${html(backend)}/embed/v/${integrity.build}/${file}"\n  integrity="${integrity.files[file] ?? ''}" crossorigin></script>`,
    wordpress: block(chosen, text, page),
    shortcode: `[${['parvis', `widget=${widget}`, ...words({ consultation, ballot, heading: level, theme: scheme, lang, text: chosen.text }, (name, value) => `${name}=${shortcodeValue(value)}`)].join(' ')}]`,
    spip: `<parvis-${widget}${words({ ...asked, text: chosen.text.replace(/[|<>]/g, ' ') }, (name, value) => `|${name}=${value}`).join('')}>`,
    dokuwiki: `{{parvis>${widget}?${words(asked, (name, value) => `${name}=${value}`).join('&')}${chosen.text && `|${chosen.text.replace(/[{}|\n]/g, ' ')}`}}}`,
    drupal: `[${code}]`,
    joomla: `{${code}}`,
    typo3: tagWith({ backend }),
  };
}

/** The theme and the colour. Where neither is chosen: high contrast for those who ask their device for it, which suits any page. */
function lookOf(chosen: Choices): string {
  const { backend, look, accent } = chosen;
  const sheetOf = (name: string, media = '') => `<link rel="stylesheet"${media && ` media="${media}"`} href="${html(backend)}/embed/themes/${html(name)}.css">`;
  const sheet = look ? sheetOf(look) : accent ? '' : sheetOf('high-contrast', '(prefers-contrast: more)');
  const colour = accent && `<style>\n${lookCss({ colours: { accent: accentPair(chosen) }, measures: {} }, ':root')}</style>`;
  return [sheet, colour].filter(Boolean).join('\n');
}

function policyOf(backend: string, look: string): string {
  const { origin } = new URL(backend);
  const lines = [`script-src ${origin}`, `connect-src ${origin}`, ...(look ? [`style-src ${origin}`] : []), `frame-src ${origin}`];
  return lines.join(';\n');
}

/** As the block editor saves it: what is shown without the plugin is the link. */
function block({ widget, consultation, ballot, lang, scheme, heading }: Choices, text: string, link: string): string {
  const values = Object.fromEntries(Object.entries({ widget: widget === 'ballot' ? '' : widget, consultation, ballot, lang, theme: scheme, text, link }).filter(([, value]) => value !== ''));
  const all = heading === '2' ? values : { ...values, heading: Number(heading) };
  return `<!-- wp:parvis/widget ${inComment(all)} -->\n<p><a href="${html(link)}">${html(text)}</a></p>\n<!-- /wp:parvis/widget -->`;
}
