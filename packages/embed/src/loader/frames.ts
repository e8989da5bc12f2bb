/** What a page inside a frame says of itself. `top`: what comes next begins at its top. */
export interface FrameWord {
  parvis: number;
  top?: boolean;
}

/** Gives frames the height of their pages. Only a frame of this page that shows the server itself may say so. */
export function followFrames(origin: string): void {
  addEventListener('message', ({ data, origin: from, source }: MessageEvent<FrameWord | undefined>) => {
    if (from !== origin || !(Number(data?.parvis) > 0)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${data?.parvis}px`;
      if (data?.top) frame.scrollIntoView();
    }
  });
}
