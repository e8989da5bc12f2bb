import type { Lang } from './languages.ts';

const fr = {
  site: 'Parvis, la documentation',
  skip: 'Aller au contenu',
  menu: 'Sommaire',
  pages: 'Pages de la documentation',
  onThisPage: 'Sur cette page',
  home: 'Accueil',
  youAreHere: 'Vous êtes ici',
  language: 'Langue',
  otherLanguage: 'Cette page existe en français seulement',
  onlyHere: '(en anglais)',
  foreign: 'Cette page existe en anglais seulement pour le moment.',
  previous: 'Page précédente',
  next: 'Page suivante',
  neighbours: 'Pages voisines',
  search: 'Chercher dans la documentation',
  searchButton: 'Chercher',
  table: 'Tableau',
  map: 'Plan du site',
  mapIntro: 'Toutes les pages, par lecteur.',
  source: 'Fichier de cette page',
  noTracking: 'Aucun cookie, aucune mesure d’audience, rien qui vienne d’ailleurs.',
  copy: 'Copier',
  copied: 'Copié',
  copiedStatus: 'Le code est copié.',
  notCopied: 'Le navigateur ne permet pas de copier : sélectionnez le texte.',
  inRepository: 'dans le dépôt',
};

export type FrameWords = typeof fr;

const en: FrameWords = {
  site: 'Parvis, the documentation',
  skip: 'Skip to the content',
  menu: 'Contents',
  pages: 'Pages of the documentation',
  onThisPage: 'On this page',
  home: 'Home',
  youAreHere: 'You are here',
  language: 'Language',
  otherLanguage: 'This page exists in English only',
  onlyHere: '(in French)',
  foreign: 'This page exists in French only for now.',
  previous: 'Previous page',
  next: 'Next page',
  neighbours: 'Neighbouring pages',
  search: 'Search the documentation',
  searchButton: 'Search',
  table: 'Table',
  map: 'Map of the site',
  mapIntro: 'All pages, by reader.',
  source: 'File of this page',
  noTracking: 'No cookie, no measuring of visitors, nothing that comes from elsewhere.',
  copy: 'Copy',
  copied: 'Copied',
  copiedStatus: 'The code is copied.',
  notCopied: 'The browser does not allow copying: select the text.',
  inRepository: 'in the repository',
};

/** Every sentence that the frame of the site says. */
export const words: Readonly<Record<Lang, FrameWords>> = { fr, en };
