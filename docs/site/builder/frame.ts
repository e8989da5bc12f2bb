import { top } from './top.ts';

/** A frame with the page `preview.html`, as high as what it shows. */
export interface Preview {
  element: HTMLIFrameElement;
  /** Shows what the fragment says; see `preview.ts`. Nothing happens where it is shown already. */
  show(fragment: string): void;
}

export function previewFrame(title: string): Preview {
  const element = Object.assign(document.createElement('iframe'), { title, className: 'pb-frame' });
  let shown: string | undefined;
  element.addEventListener('load', () => {
    const root = element.contentDocument?.documentElement;
    if (!root) return;
    new ResizeObserver(() => {
      element.height = `${Math.ceil(root.getBoundingClientRect().height)}`;
    }).observe(root);
  });
  return {
    element,
    show(fragment) {
      if (fragment === shown) return;
      shown = fragment;
      element.src = `${top}preview.html#${fragment}`;
    },
  };
}
