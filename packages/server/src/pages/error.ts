import { html } from 'hono/html';
import { type InFrame, layout } from './layout.ts';

const missing = ['Cette page n’existe pas', 'L’adresse a peut-être changé.'] as const;
const broken = ['La page ne s’affiche pas pour le moment', 'Rien n’est perdu. Réessayez dans quelques minutes.'] as const;
const known: Record<number, readonly [title: string, text: string]> = {
  403: ['Ce formulaire vient d’un autre site', 'Rien n’est parti. Ouvrez la page de la consultation, et remplissez son formulaire.'],
  404: missing,
  413: ['Votre texte est trop long pour être envoyé', 'Rien n’est parti. Revenez à la page d’avant : votre texte y est encore. Raccourcissez-le.'],
  429: ['Attendez une minute', 'Beaucoup de personnes participent en ce moment. Revenez à la page d’avant, ou rechargez celle-ci dans une minute. Rien n’est perdu.'],
};

/** Nothing is here, or something broke: what to do. */
export function errorPage(status: number): InFrame {
  const [title, text] = known[status] ?? broken;
  return layout({ title, content: html`<p>${text} <a href="/">Voir toutes les consultations</a></p>` });
}
