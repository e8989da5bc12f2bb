import { more } from '@parvis/widgets/ballot/more';
import { moreKey } from '../more-key.ts';

Object.assign(globalThis, { [moreKey]: more });
