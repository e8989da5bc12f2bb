// Loaded by every page. Everything works without it: it adds buttons to copy code, finds pages while somebody writes, opens the menu on wide screens, and takes keyboard stops away where nothing scrolls.
import { addCopyButtons } from './copy.ts';
import { openFoldsWhereWide } from './folds.ts';
import { startSearch } from './search.ts';
import { stopOnlyWhereItScrolls } from './scroll.ts';

openFoldsWhereWide();
addCopyButtons();
stopOnlyWhereItScrolls();
const form = document.querySelector<HTMLFormElement>('form.search');
if (form) startSearch(form);
