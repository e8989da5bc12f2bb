import type { Words } from '../languages.ts';

/** What is known not to be tested, or not to work, written by hand. `widget` absent: of all widgets. A limit goes when the test is there. */
export interface Limit {
  widget?: string;
  text: Words;
}

export const limits: readonly Limit[] = [
  { text: { fr: 'Aucun audit RGAA n’a été fait par une personne.', en: 'No person has done an RGAA audit.' } },
  { text: { fr: 'Aucun essai avec des personnes handicapées.', en: 'No trial with disabled people.' } },
  {
    text: {
      fr: 'Aucun essai avec un vrai lecteur d’écran, une vraie plage braille ou une vraie commande vocale : les tests lisent ce que le navigateur leur donnerait.',
      en: 'No trial with a real screen reader, braille display or speech control: the tests read what the browser would give them.',
    },
  },
  { text: { fr: 'WebKit veut dire WebKitGTK : pas Safari sur un Mac ou un téléphone.', en: 'WebKit means WebKitGTK: not Safari on a Mac or a telephone.' } },
  { text: { fr: 'Ce qui est imprimé n’est pas vérifié dans chaque état.', en: 'What is printed is not checked in every state.' } },
  { text: { fr: 'Les phrases n’ont pas été essayées avec des lecteurs ; elles ne sont pas du FALC.', en: 'The sentences were not tried with readers; they are not easy-to-read (FALC) texts.' } },
  {
    text: {
      fr: 'Les tests en trois moteurs montrent le widget seul dans une page simple. La page qui l’accueille peut changer le résultat, surtout par ses titres et ses couleurs.',
      en: 'The tests in three engines show the widget alone in a plain page. The page around it can change the result, above all by its headings and colours.',
    },
  },
  { widget: 'ballot', text: { fr: 'Les pages sans JavaScript de ce widget ont leurs propres tests, qui ne sont pas comptés ici.', en: 'The pages without JavaScript of this widget have tests of their own, which are not counted here.' } },
];
