// What the types for React, Vue and Svelte in `types/` have in common: what can be set on each tag, and its events.
import { elementOf, tagNames } from './manifest.ts';
import type { Described, ElementDeclaration, Manifest } from './shape.ts';

/** @returns the text of `tags.d.ts`. */
export function tagTypes(manifest: Manifest): string {
  const elements = tagNames.map((name) => elementOf(manifest, name));
  const imports = manifest.modules.flatMap(({ path, exports }) => {
    const names = exports.filter(({ kind }) => kind === 'js').map(({ name }) => name).filter((name) => name !== 'ParvisElement');
    return names.length > 0 ? [`import type { ${names.join(', ')} } from '${path.replace('dist/', './')}';`] : [];
  });
  const props = elements.map((element) => `/** ${element.description} */\nexport interface ${element.name}Props {\n${lines(propsOf(element))}\n}`);
  const classes = elements.map(({ tagName, name }) => `  '${tagName}': ${name};`).join('\n');
  const events = elements.map(({ tagName, events: list = [] }) => `  '${tagName}': { ${list.map(({ name, type }) => `'${name}': ${type?.text}`).join('; ')} };`).join('\n');
  const tags = elements.map(({ tagName, name }) => `  '${tagName}': ${name}Props;`).join('\n');
  return `${imports.join('\n')}

${props.join('\n\n')}

/** The class of each tag. */
export interface ParvisElements {
${classes}
}

/** What a template may set on each tag. */
export interface ParvisProps {
${tags}
}

/** The events of each tag, by name. */
export interface ParvisEvents {
${events}
}

/** Handlers of a tag's events: \`onparvis-voted\`. */
export type Handlers<Tag extends keyof ParvisEvents> = {
  [Name in keyof ParvisEvents[Tag] & string as \`on\${Name}\`]?: ((event: ParvisEvents[Tag][Name]) => void) | undefined;
};
`;
}

/** Attributes and properties, once where their names are the same. */
function propsOf({ name, attributes = [], members = [] }: ElementDeclaration): [Described, type: string][] {
  const fields = members.filter((member) => member.kind === 'field' && !member.static).map((member): [Described, string] => [member, `${name}['${member.name}']`]);
  const others = attributes.filter((attribute) => attribute.name !== attribute.fieldName).map((attribute): [Described, string] => [attribute, `${attribute.type?.text} | string`]);
  return [...fields, ...others];
}

const lines = (props: [Described, string][]): string =>
  props.map(([{ name, description }, type]) => `  /** ${description} */\n  '${name}'?: ${type} | undefined;`).join('\n');
