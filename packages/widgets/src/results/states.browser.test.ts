import { checkEveryState } from '../testing/every-state.ts';
import './define.ts';
import { examples } from './results.examples.ts';

checkEveryState('parvis-results', examples);
