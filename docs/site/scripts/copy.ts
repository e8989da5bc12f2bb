import { frameWords } from './words.ts';

/** Gives every block of code a button that copies it. The result is written on the button and said by a status line. */
export function addCopyButtons(): void {
  const words = frameWords();
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  document.body.append(status);
  for (const block of document.querySelectorAll<HTMLElement>('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    button.addEventListener('click', async () => {
      const copied = await navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '').then(() => true, () => false);
      status.textContent = copied ? words.copiedStatus : words.notCopied;
      button.textContent = copied ? words.copied : words.copy;
      // The next press is said again, even where the sentence is the same.
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        button.textContent = words.copy;
        status.textContent = '';
      }, 4_000);
    });
    block.append(button);
  }
}
