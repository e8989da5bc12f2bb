import { codeInAddress } from '@parvis/contract/access-codes';
import { groupCode } from '@parvis/contract/codes';

/**
 * The access code of whoever sits in front of this page: one for all its ballots. It lives in the page only, so that the
 * next person at the same screen never finds it.
 */
let typed = '';
let given = false;

/** Fields that show it, so that the square of another letter, opened in the same tab, changes them too. */
const fields = new Set<HTMLInputElement>();

/** As it was typed. */
export const pageCode = (): string => typed;

/** It came with the address or from another ballot of the page; nobody has to type it. */
export const isGiven = (): boolean => given;

export function setPageCode(text: string, isGivenNow = false): void {
  typed = text;
  given = isGivenNow;
}

/** A field shows the code from now on. */
export function follow(field: HTMLInputElement): void {
  for (const one of fields) if (!one.isConnected) fields.delete(one);
  fields.add(field);
}

/** Takes the code out of the address, where it would go along when somebody passes the address on, and stay in the history. */
export function takeFromAddress(): void {
  const code = codeInAddress(location.hash);
  if (code === undefined) return;
  setPageCode(groupCode(code), true);
  const address = new URL(location.href);
  address.hash = address.hash.slice(1).split('&').filter((part) => !part.startsWith('code=')).join('&');
  history.replaceState(history.state, '', address);
  for (const field of fields) field.value = typed;
}

let listening = false;

/** Once for the page, however many ballots it has. */
export function listen(): void {
  takeFromAddress();
  if (!listening) addEventListener('hashchange', takeFromAddress);
  listening = true;
}
