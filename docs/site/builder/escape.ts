const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags, or in an attribute between double quotes. */
export const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** ` name="value"` for each that has a value. */
export const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values).filter(([, value]) => value !== '').map(([name, value]) => ` ${name}="${html(value)}"`).join('');

/** JSON inside an HTML comment, as WordPress keeps the attributes of a block. */
export const inComment = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\\"', '\\u0022').replaceAll('--', '\\u002d\\u002d').replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

/**
 * A value of a shortcode, between double quotes where it needs them. Brackets and quotes would end it, and these systems know no way to write them: the
 * word processors' quotes and round brackets stand for them.
 */
export function shortcodeValue(text: string): string {
  const plain = text.replaceAll('"', '”').replace(/[[{<]/g, '(').replace(/[\]}>]/g, ')').replace(/\s+/g, ' ');
  return /^[\w.~-]+$/.test(plain) ? plain : `"${plain}"`;
}
