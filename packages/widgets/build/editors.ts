// What editors complete and explain while somebody writes a page, in the formats of VS Code and JetBrains.
import { elementOf, tagNames } from './manifest.ts';
import type { Described, ElementDeclaration, Manifest, Typed } from './shape.ts';

/** For the setting `html.customData` of VS Code. */
export function vscodeHtml(manifest: Manifest): object {
  const tags = elements(manifest).map(({ tagName, attributes = [], ...element }) => ({
    name: tagName,
    description: markdown(`${text(element)}${eventsAndSlots(element)}`),
    attributes: attributes.map(({ type, ...attribute }) => ({ name: attribute.name, description: markdown(text(attribute)), ...(choices(type) && { values: choices(type)?.map((name) => ({ name })) }) })),
  }));
  return { version: 1.1, tags };
}

/** For the setting `css.customData` of VS Code. */
export function vscodeCss(manifest: Manifest): object {
  return { version: 1.1, properties: cssOf(manifest).map((property) => ({ name: property.name, description: markdown(`${text(property)}${left(property.default)}`) })) };
}

/** For JetBrains' editors, which find it by the field `web-types` of package.json. */
export function webTypes(manifest: Manifest, { name, version }: { name: string; version: string }): object {
  const all = elements(manifest).map(({ tagName, attributes = [], members = [], events = [], slots = [], ...element }) => ({
    name: tagName,
    description: text(element),
    attributes: attributes.map((attribute) => ({ ...named(attribute), value: { type: attribute.type?.text ?? 'string' } })),
    slots: slots.map(named),
    js: {
      properties: members.filter((member) => member.kind === 'field' && !member.static).map((member) => ({ ...named(member), type: member.type?.text })),
      events: events.map((event) => ({ ...named(event), type: event.type?.text })),
    },
  }));
  return { $schema: 'https://json.schemastore.org/web-types', name, version, 'description-markup': 'markdown', 'js-types-syntax': 'typescript', contributions: { html: { elements: all }, css: { properties: cssOf(manifest).map(named) } } };
}

const elements = (manifest: Manifest): ElementDeclaration[] => tagNames.map((name) => elementOf(manifest, name));
/** Custom properties, once each: tags share them. */
const cssOf = (manifest: Manifest) => [...new Map(elements(manifest).flatMap(({ cssProperties = [] }) => cssProperties.map((property) => [property.name, property]))).values()];
const text = ({ description = '' }: { description?: string }): string => description;
const markdown = (value: string) => ({ kind: 'markdown', value });
const named = ({ name, description, default: value }: Described & Typed) => ({ name, description, ...(value !== undefined && { default: value }) });
const left = (value: string | undefined): string => (value === undefined ? '' : ` Default: \`${value}\`.`);

/** The words an attribute takes. Absent: any. */
const choices = (type: Typed['type']): string[] | undefined =>
  type && /^'[\w-]+'( \| '[\w-]+')*$/.test(type.text) ? type.text.split(' | ').map((word) => word.slice(1, -1)) : undefined;

/** VS Code has no place of their own for them. */
function eventsAndSlots({ events = [], slots = [] }: Pick<ElementDeclaration, 'events' | 'slots'>): string {
  const lists = Object.entries({ Events: events, Slots: slots }).filter(([, list]) => list.length > 0);
  return lists.map(([title, list]) => `\n\n**${title}**\n${list.map((entry) => `- ${entry.name ? `\`${entry.name}\`` : '(none)'} - ${text(entry)}`).join('\n')}`).join('');
}
