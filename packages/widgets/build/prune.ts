import type { ElementDeclaration, Manifest, Member } from './shape.ts';

/** Statics that lit reads: no page and no subclass of a page sets them. */
const ofLit = new Set(['styles', 'properties']);

/** Leaves what others may rely on: classes, their public members, events with a name of the house. Mends what an attribute can hold. */
export function prune(read: Manifest): Manifest {
  const modules = read.modules.map((module) => {
    const declarations = module.declarations.filter((declaration) => declaration.kind === 'class').map(publicPart);
    const exports = module.exports.filter(({ declaration }) => declarations.some(({ name }) => name === declaration.name));
    return { ...module, declarations, exports };
  });
  return { ...read, modules };
}

function publicPart(declaration: ElementDeclaration): ElementDeclaration {
  const { members = [], attributes = [], events = [], ...others } = declaration;
  const kept = {
    members: members.filter((member) => (member.privacy ?? 'public') === 'public' && !(member.static && ofLit.has(member.name))).map(mended),
    // The analyzer also lists what a class dispatches, by the name it has in the code, or by none.
    events: events.filter(({ name }) => name?.startsWith('parvis-')),
    attributes: attributes.map((attribute) => ({ ...attribute, type: { text: asText(attribute.type?.text ?? 'string') } })),
  };
  return { ...others, ...Object.fromEntries(Object.entries(kept).filter(([, list]) => list.length > 0)) };
}

/** A value that only the code can read is left out; a function that may be absent gets its brackets. */
function mended({ default: value, type, ...member }: Member): Member {
  const text = type?.text.replace(/^(\(.*\) => .*) \| undefined$/, '($1) | undefined');
  return { ...member, ...(text && { type: { text } }), ...(value !== undefined && !member.static && !member.readonly && { default: value }) };
}

/** An attribute is there or not, and holds no object. */
const asText = (type: string): string => type.split(' | ').filter((part) => part !== 'undefined' && part !== 'PartialBackend').join(' | ');
