import { ofPage } from '../scripts/words.ts';

const fr = {
  start: 'Partir de', looks: { '': 'Calme (par défaut)', 'high-contrast': 'Contraste élevé', 'french-state': 'Valeurs du Système de design de l’État', compact: 'Compact' },
  scheme: 'Clair ou sombre', light: 'Clair', dark: 'Sombre', colours: 'Couleurs', colour: '{name}, en {scheme}', measures: 'Mesures',
  preview: 'Aperçu des widgets', css: 'La feuille de style', cssHint: 'Elle ne contient que ce qui diffère de l’apparence par défaut.', copy: 'Copier', copied: 'Le code est copié.', notCopied: 'Le navigateur ne permet pas de copier : sélectionnez le texte.',
  fine: 'Tous les contrastes suffisent : 7:1 ou plus pour le texte, 3:1 ou plus pour les lignes.',
  weakText: 'Le texte {a} sur {b} a un contraste de {found}:1, en {scheme}. Il en faut 7:1 pour tout le monde, 4,5:1 au moins.',
  weakLine: 'La ligne {a} sur {b} a un contraste de {found}:1, en {scheme}. Il en faut 3:1.',
};
export type ThemeWords = typeof fr;
const en: ThemeWords = {
  start: 'Begin with', looks: { '': 'Calm (default)', 'high-contrast': 'High contrast', 'french-state': 'Values of the French State\'s design system', compact: 'Compact' },
  scheme: 'Light or dark', light: 'Light', dark: 'Dark', colours: 'Colours', colour: '{name}, {scheme}', measures: 'Measures',
  preview: 'Preview of the widgets', css: 'The style sheet', cssHint: 'It has only what differs from the default look.', copy: 'Copy', copied: 'The code is copied.', notCopied: 'The browser does not allow copying: select the text.',
  fine: 'All contrasts are enough: 7:1 or more for text, 3:1 or more for lines.',
  weakText: 'The text {a} on {b} has a contrast of {found}:1, {scheme}. It takes 7:1 for everybody, 4.5:1 at least.',
  weakLine: 'The line {a} on {b} has a contrast of {found}:1, {scheme}. It takes 3:1.',
};
/** The sentences of the page that lets people try a look, in its language. */
export const themeWords = (): ThemeWords => ofPage({ fr, en });
