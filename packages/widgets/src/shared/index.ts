export { registerAdapter, type AdapterLoader } from './backends.ts';
export { defineOnce } from './define.ts';
export { ParvisElement } from './element.ts';
export { failing, giving, never, type Example } from './example.ts';
export type { Message, Messages } from './messages.ts';
export { shared } from './shared.messages.ts';
