// Loaded by every page. Everything works without it: it adds buttons to copy code, finds pages while somebody writes, and takes keyboard stops away where nothing scrolls.
import { addCopyButtons } from './copy.ts';
import { startSearch } from './search.ts';
import { stopOnlyWhereItScrolls } from './scroll.ts';

addCopyButtons();
stopOnlyWhereItScrolls();
const form = document.querySelector<HTMLFormElement>('form.search');
if (form) startSearch(form);
