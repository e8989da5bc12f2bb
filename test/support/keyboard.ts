import type { Locator, Page } from 'playwright-core';

/** Presses Tab (or Shift+Tab) until the control has focus. @throws when it cannot be reached so */
export async function tabTo(page: Page, target: Locator, { back = false, max = 150 } = {}): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses <= max; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`${max} presses of Tab do not lead to ${target}`);
}

/** Whether it has focus, inside shadow roots as well. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((e) => (e.getRootNode() as Document | ShadowRoot).activeElement === e);

/** Goes there by Tab and presses a key. */
export async function tabAndPress(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes there by Tab and types. */
export async function tabAndType(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
