import { checkEveryState } from '../testing/every-state.ts';
import './define.ts';
import { examples } from './proposal-form.examples.ts';

checkEveryState('parvis-proposal-form', examples);
