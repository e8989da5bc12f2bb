import { ask, list, rate } from '@parvis/contract/operations/faq';
import { ParvisFaq } from '@parvis/widgets/faq';
import { install } from '../install.ts';

export { registerAdapter } from '../index.ts';

install('faq', ParvisFaq, { faq: { list, ask, rate } });
