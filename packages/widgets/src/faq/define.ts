import { defineOnce } from '../shared/define.ts';
import { ParvisFaq } from './faq.ts';

defineOnce('parvis-faq', ParvisFaq);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-faq': ParvisFaq;
  }
}
