/** What is not French prose: blocks and spans of code, parts read off the code, targets of links, tags, headings (their text makes an address). */
const notProse = /^(`{3,}).*?^\1$|<!-- ([\w-]+) -->.*?<!-- \/\2 -->|`[^`\n]*`|\]\([^)\s]*\)|<[^>\n]*>|^#+ [^\n]*$/gms;

/**
 * French typography for a page in Markdown: a no-break space before `: ; ! ? »` and after `«`, inside numbers and before their unit; ’ for an apostrophe.
 * A page that has it all stays as it is.
 */
export function withFrenchSigns(page: string): string {
  let result = '';
  let from = 0;
  for (const { index, 0: other } of page.matchAll(notProse)) {
    result += prose(page.slice(from, index)) + other;
    from = index + other.length;
  }
  return result + prose(page.slice(from));
}

const prose = (text: string): string =>
  text
    .replaceAll(/(?<=\p{L})'(?=[\p{L}*[]|$)/gu, '’')
    .replaceAll(/(?<=\S) (?=[;!?»]|:(?!-))/g, '\u00a0')
    .replaceAll(/^ (?=[:;!?»])/gm, '\u00a0')
    .replaceAll(/« /g, '«\u00a0')
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d)|[€%])/g, '\u00a0');
