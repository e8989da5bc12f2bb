/**
 * What a ballot says, in French. `money` holes are amounts with their currency. Short on purpose: it travels in the widget's
 * file. "choix" is the same for one and for many; other languages give such a sentence all their plural forms.
 */
export const fr = {
  stepChoose: 'choisir',
  stepReview: 'vérifier',
  legend: 'Vos choix',
  open: 'Ce vote est ouvert à tous. L’identité des votants n’est pas vérifiée.',
  givenBack: 'Vos choix sont encore là. Vous n’avez pas encore voté.',

  howOne: 'Choisissez une réponse.',
  howAny: 'Choisissez ce que vous voulez.',
  howMax: 'Faites jusqu’à {n} choix.',
  howBudget: 'Choisissez des projets pour {money} au plus.',
  tooFew: 'Faites au moins {n} choix.',
  left: 'Il vous reste {n} choix.',
  made: 'Vous avez fait {n} choix.',
  moneyLeft: 'Il reste {left} sur {money}.',
  tooMany: 'Enlevez {n} choix.',
  tooDear: 'Il y a {money} de trop. Enlevez par exemple « {label} ».',

  about: 'En savoir plus',
  chosen: 'choisi',
  beyond: 'dépasse la limite',
  withdrawn: 'retiré du vote',
  review: 'Vérifier mon vote',
  blank: 'Voter blanc',
  clear: 'Effacer mon choix',

  blankText: 'Vous votez blanc. Aucun choix ne sera compté.',
  total: 'Total : {money}.',
  final: 'Un vote envoyé ne peut plus changer.',
  cast: 'Voter définitivement',
  change: 'Changer mon vote',
  unsure: 'Votre vote n’est pas encore confirmé\nNous n’avons pas reçu de réponse. Vérifiez votre connexion, puis essayez de nouveau. Il ne sera compté qu’une fois.',
  changed: 'Le bulletin a changé. Vous n’avez pas encore voté.',
  refused: 'Votre vote n’a pas été accepté\nRechargez la page, ou votez autrement.',

  received: 'Votre vote est bien arrivé',
  receivedText: 'Nous avons reçu votre vote le {date} : {title}',
  receipt: 'Votre reçu :',
  secret: 'Votre reçu ne dit pas ce que vous avez voté.',
  next: 'Les résultats viendront après la fin du vote{end}.',
  voted: 'Cet appareil a déjà voté',
  closed: 'Le vote est terminé',
  until: 'Fin du vote : {date}.',
  late: 'Votre vote est arrivé trop tard. Il n’est pas compté.',
  lateUnsure: 'Nous ne savons pas si votre vote est arrivé à temps.',
  upcoming: 'Le vote n’est pas encore ouvert',
  from: 'Début du vote : {date}.',
  otherWay: 'Voter autrement',
} as const;
