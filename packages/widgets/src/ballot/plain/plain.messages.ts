import type { Say } from '../../shared/messages.ts';

/** What only pages without JavaScript say about a ballot. */
export const fr = {
  unanswered: 'Sans réponse',
  rankEach: 'Donnez une place aux choix que vous voulez classer. La place 1 est celle que vous préférez.',
  unranked: 'Pas classé',
  samePlace: '« {label} » a la même place que « {other} ». Donnez-leur deux places différentes.',
  clear: 'Tout effacer',
  voted: 'Vous avez déjà voté ici',
  votedText: 'Le premier vote compte. Un vote envoyé ne peut plus changer.',
  late: 'Votre vote est arrivé trop tard. Il n’est pas compté.',
  stale: 'Vérifiez vos choix',
  staleText: 'Cette page était trop ancienne. Vos choix sont encore là. Vous n’avez pas encore voté.',
  busy: 'Attendez un peu, puis votez de nouveau',
  busyText: 'Beaucoup de personnes participent en ce moment. Votre vote n’est pas encore parti. Attendez une minute, puis essayez de nouveau.',
  unsure: 'Votre vote n’est pas encore confirmé',
  unsureText: 'Le problème vient de nous. Essayez de nouveau dans quelques minutes. Votre vote ne sera compté qu’une fois.',
  keep: 'Notez ce code. Cette page ne le montre que pendant une heure.',
  gone: 'Cette page ne montre plus le reçu',
  goneText: 'Votre vote est arrivé et il est compté. Le reçu n’est montré que pendant une heure après le vote.',
} as const;

export type PlainSay = Say<keyof typeof fr>;
