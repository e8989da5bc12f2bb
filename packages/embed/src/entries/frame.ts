import { followFrames } from '../loader/frames.ts';

const { src } = document.currentScript as HTMLScriptElement;
followFrames(new URL(src).origin);
