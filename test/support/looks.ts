import type { Page } from 'playwright-core';

/** What a page's own CSS must not do to the widgets, computed in the page. Each returns sentences about what is wrong. */

/** Words too small, in capitals, crowded, or pushed aside. `atLeast` in pixels. */
export const badWords = (page: Page, atLeast: number): Promise<string[]> =>
  page.evaluate((smallest) => {
    const inside = [...document.querySelectorAll('*')].flatMap((e) => [...(e.shadowRoot?.querySelectorAll<HTMLElement>('.pv-root *') ?? [])]);
    const wrong = new Set<string>();
    for (const e of inside) {
      const words = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.textContent?.trim()).join('');
      if (!words || e.getClientRects().length === 0 || e.closest('.pv-visually-hidden')) continue;
      const s = getComputedStyle(e);
      const about = `${e.localName}.${e.className} "${words.slice(0, 30)}"`;
      if (parseFloat(s.fontSize) < smallest) wrong.add(`${about} is ${s.fontSize} high`);
      if (s.textTransform !== 'none') wrong.add(`${about} is written in ${s.textTransform}`);
      // A legend is floated by the widgets themselves, to lie inside its frame.
      if (s.float !== 'none' && e.localName !== 'legend') wrong.add(`${about} floats ${s.float}`);
      if (s.textAlign === 'justify') wrong.add(`${about} is justified`);
      if (parseFloat(s.lineHeight) < parseFloat(s.fontSize) * 1.25) wrong.add(`${about} has lines of ${s.lineHeight} for letters of ${s.fontSize}`);
    }
    return [...wrong];
  }, atLeast);

/** Controls under 44 × 44 px; links inside a sentence are exempt (WCAG 2.2, 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inside = [...document.querySelectorAll('*')].flatMap((e) => [...(e.shadowRoot?.querySelectorAll<HTMLElement>('button, select, summary, textarea, input, a') ?? [])]);
    return inside
      .map((e) => (e.matches('[type=checkbox], [type=radio]') ? (e.closest<HTMLElement>('.pv-choice') ?? e) : e))
      .filter((e) => e.getClientRects().length > 0 && !(e.localName === 'a' && getComputedStyle(e).display === 'inline'))
      .filter((e) => e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5)
      .map((e) => `${e.localName} "${(e.textContent ?? '').trim().slice(0, 30)}" ${Math.round(e.getBoundingClientRect().width)} × ${Math.round(e.getBoundingClientRect().height)}`);
  });

/** Parts that stick out of their widget at the side, and words that do not fit their box and cannot be scrolled to. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const host of document.querySelectorAll<HTMLElement>('*')) {
      if (!host.shadowRoot) continue;
      const frame = host.getBoundingClientRect();
      for (const e of host.shadowRoot.querySelectorAll<HTMLElement>('.pv-root *')) {
        if (e.getClientRects().length === 0 || e.closest('.pv-visually-hidden, .pv-scroll')) continue;
        const about = `${e.localName}.${e.getAttribute('class') ?? ''} "${(e.textContent ?? '').trim().slice(0, 30)}"`;
        const box = e.getBoundingClientRect();
        if (box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1)) wrong.push(`${about} sticks out`);
        const hides = getComputedStyle(e).overflow !== 'visible' && !e.matches('textarea, input, select, svg, svg *');
        if (hides && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) wrong.push(`${about} is cut off`);
      }
    }
    return wrong;
  });

/** How far the page scrolls sideways, in pixels. */
export const sidewaysScroll = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export interface FocusLook {
  /** What has focus, for messages. */
  what: string;
  /** Whether it is inside a widget. */
  inWidget: boolean;
  /** Width of its outline in pixels; 0: none. */
  outline: number;
  /** Contrast between the outline and the surface around it. */
  contrast: number;
  /** What covers it, or how it lies outside the window; empty: all of it can be seen. */
  hidden: string;
}

/** How the element that has focus looks, or the row that shows focus for it. */
export const focusLook = (page: Page): Promise<FocusLook> =>
  page.evaluate(() => {
    let focused = document.activeElement as HTMLElement;
    const host = focused;
    while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement as HTMLElement;
    const shown = focused.closest<HTMLElement>('.pv-choice') ?? focused;
    const style = getComputedStyle(shown);
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = channels(color).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const card = shown.closest('.pv-card, .pv-notice');
    const [a, b] = [light(style.outlineColor), light(card ? getComputedStyle(card).backgroundColor : 'rgb(255,255,255)')].sort((x, y) => y - x) as [number, number];
    const box = shown.getBoundingClientRect();
    const at = (x: number, y: number): Element | null => {
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; inner = hit?.shadowRoot?.elementFromPoint(x, y)) hit = inner;
      return hit;
    };
    const covering = ([[box.left + 8, box.top + 3], [box.left + box.width / 2, box.top + box.height / 2], [box.left + 8, box.bottom - 3]] as const)
      .filter(([, y]) => y >= 0 && y < innerHeight)
      .map(([x, y]) => at(x, y))
      .find((hit) => hit && !shown.contains(hit) && !hit.contains(shown));
    const hidden = box.bottom < 1 || box.top > innerHeight - 1 ? 'outside the window'
      : covering ? `under ${covering.localName}.${covering.className}` : '';
    return {
      what: `${focused.localName} "${(focused.getAttribute('aria-label') ?? shown.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`,
      inWidget: host.shadowRoot !== null,
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      contrast: (a + 0.05) / (b + 0.05),
      hidden,
    };
  });
