import { codeInAddress, readAccessCode } from '@parvis/contract/access-codes';
import { groupCode } from '@parvis/contract/codes';

/**
 * The access code of whoever sits in front of this page: one for all its ballots, and every field for it shows the same. It lives in
 * the page only, so that the next person at the same screen never finds it.
 */
let typed = '';
let given = false;
let arrived = false;

/** A ballot that asks for the code. */
interface Asking extends Element {
  reload(): Promise<void>;
}

const roots = new Set<ShadowRoot>();

/** As it was typed. */
export const pageCode = (): string => typed;

/** The bare code; undefined where what was typed is none. */
export function bareCode(): string | undefined {
  const read = readAccessCode(typed);
  return 'code' in read ? read.code : undefined;
}

/** It came with the address or from another ballot of the page; nobody has to type it. */
export const isGiven = (): boolean => given;

/** A code has come with the address of this page. */
export const hasArrived = (): boolean => arrived;

export function setPageCode(text: string, isGivenNow = false): void {
  typed = text;
  given = isGivenNow;
  for (const root of roots) show(root);
}

/** A ballot shows the code from now on, wherever it changes. */
export function follow(root: ShadowRoot): void {
  roots.add(root);
  show(root);
}

function show(root: ShadowRoot): void {
  if (!root.host.isConnected) roots.delete(root);
  const field = root.querySelector<HTMLInputElement>('.pv-access');
  if (field && field.value !== typed) field.value = typed;
}

/**
 * Takes a code out of the address: whoever passes the address on would pass the code on. The browser's own history has seen it all the same.
 * @returns whether there was one
 */
function takeFromAddress(): boolean {
  const code = codeInAddress(location.hash);
  if (code === undefined) return false;
  arrived = true;
  setPageCode(groupCode(code), true);
  const address = new URL(location.href);
  address.hash = address.hash.slice(1).split('&').filter((part) => !part.startsWith('code=')).join('&');
  history.replaceState(history.state, '', address);
  return true;
}

/** Another letter, opened in the same tab: its ballots begin anew. */
function letterCame(): void {
  if (takeFromAddress()) for (const { host } of roots) void (host as Asking).reload();
}

let listening = false;

/** Once for the page, however many ballots it has. */
export function listen(): void {
  takeFromAddress();
  if (!listening) addEventListener('hashchange', letterCame);
  listening = true;
}
