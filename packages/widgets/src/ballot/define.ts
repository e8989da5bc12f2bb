import { defineOnce } from '../shared/define.ts';
import { ParvisBallot } from './ballot.ts';

defineOnce('parvis-ballot', ParvisBallot);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-ballot': ParvisBallot;
  }
}
