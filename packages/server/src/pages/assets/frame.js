/** Inside a frame: tells the page around how high this page is, and when something new begins at its top. See parvis-frame.js. */
const tell = (top) => parent.postMessage({ parvis: Math.ceil(document.documentElement.getBoundingClientRect().height), top }, '*');

/** Whether this frame has shown a page before. Browsers that keep nothing for frames: it has not. */
function cameBefore() {
  try {
    const before = sessionStorage.getItem('parvis-frame');
    sessionStorage.setItem('parvis-frame', 'shown');
    return before !== null;
  } catch {
    return false;
  }
}

if (parent !== window) {
  tell(cameBefore());
  new ResizeObserver(() => tell(false)).observe(document.documentElement);
  // After a step a widget gives focus to its heading.
  addEventListener('focusin', (event) => {
    if (event.composedPath()[0]?.classList?.contains('pv-title')) tell(true);
  });
}
