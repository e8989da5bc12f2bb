import './ballot.ts';
import './faq.ts';
import './feedback.ts';
import './proposal-form.ts';

export { registerAdapter } from '../index.ts';
