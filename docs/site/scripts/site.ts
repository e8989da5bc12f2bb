// Loaded by every page. Everything works without it: it adds buttons to copy code.
import { addCopyButtons } from './copy.ts';

addCopyButtons();
