import type { ParvisError } from '@parvis/contract/errors';
import type { SharedSay } from './views.ts';

/** The sentence for a call that failed while something typed or chosen is at stake. */
export const troubleText = ({ code }: ParvisError, say: SharedSay): string =>
  say(code === 'offline' ? 'sendOffline' : code === 'quota' ? 'busyText' : 'sendFailed');
