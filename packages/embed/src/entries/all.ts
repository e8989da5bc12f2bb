import { ParvisBallot } from '@parvis/widgets/ballot';
import { more } from '@parvis/widgets/ballot/more';
import './ballot.ts';
import './faq.ts';
import './feedback.ts';
import './proposal-form.ts';
import './results.ts';

export { registerAdapter } from '../index.ts';

ParvisBallot.loadMore = () => Promise.resolve(more);
