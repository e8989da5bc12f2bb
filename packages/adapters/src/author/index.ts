/** Small pieces for those who write an adapter; the memory adapter is made of them. */
export * from './intentions.ts';
export * from './page.ts';
export * from './replays.ts';
export * from './verb.ts';
