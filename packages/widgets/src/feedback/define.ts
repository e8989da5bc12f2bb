import { defineOnce } from '../shared/define.ts';
import { ParvisFeedback } from './feedback.ts';

defineOnce('parvis-feedback', ParvisFeedback);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-feedback': ParvisFeedback;
  }
}
