import { html } from 'hono/html';
import { layout } from './layout.ts';
import type { Markup } from './words.ts';

/** Nothing is here, or something broke: what to do. */
export const errorPage = (missing: boolean): Markup => layout({
  title: missing ? 'Cette page n’existe pas' : 'La page ne s’affiche pas pour le moment',
  content: html`<p>${missing ? 'L’adresse a peut-être changé.' : 'Rien n’est perdu. Réessayez dans quelques minutes.'} <a href="/">Voir toutes les consultations</a></p>`,
});
