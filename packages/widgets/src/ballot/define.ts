import { defineOnce } from '../shared/define.ts';
import { ParvisBallot } from './ballot.ts';

ParvisBallot.loadMore = () => import('./more.ts').then(({ more }) => more);
defineOnce('parvis-ballot', ParvisBallot);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-ballot': ParvisBallot;
  }
}
