import { checkEveryState } from '../testing/every-state.ts';
import { examples } from './ballot.examples.ts';
import './define.ts';

checkEveryState('parvis-ballot', examples);
