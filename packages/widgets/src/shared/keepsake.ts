/** Puts words on the clipboard. False: the browser does not allow it (no secure context, refused). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Prints a sheet with a title and lines, not the page around the widget. The frame has no address of its own and its
 * words are text nodes, so a strict Content-Security-Policy has nothing to forbid.
 */
export function printSheet(title: string, lines: readonly (string | { title: string })[], lang: string): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.hidden = true;
  document.body.append(frame);
  const view = frame.contentWindow;
  if (!view) return;
  const { document: sheet } = view;
  sheet.documentElement.lang = lang;
  sheet.title = title;
  const add = (tag: string, text: string) => {
    const element = sheet.createElement(tag);
    element.textContent = text;
    element.dir = 'auto';
    sheet.body.append(element);
  };
  add('h1', title);
  for (const line of lines) {
    if (typeof line === 'string') add('p', line);
    else add('h2', line.title);
  }
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}
