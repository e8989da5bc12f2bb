import { more, type More } from '@parvis/widgets/ballot/more';
import { moreKey } from '../more-key.ts';

// Several ballots of a page may ask for this file at once, and so run it several times: all share what the first brought.
(globalThis as { [moreKey]?: More })[moreKey] ??= more;
