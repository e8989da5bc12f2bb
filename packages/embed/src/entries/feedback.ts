import { follow, list, rate, timeline } from '@parvis/contract/operations/feedback';
import { ParvisFeedback } from '@parvis/widgets/feedback';
import { install } from '../install.ts';

export { registerAdapter } from '../index.ts';

install('feedback', ParvisFeedback, { feedback: { list, timeline, follow, rate } });
