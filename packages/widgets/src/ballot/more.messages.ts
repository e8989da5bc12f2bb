/** What the ballots say that most people never meet, in French; it travels in a file of its own. */
export const fr = {
  gone: '« {label} » ne peut plus être choisi.',
  nowCosts: '« {label} » coûte maintenant {money}.',

  pointsHow: { one: 'Vous avez {n} point à donner.', other: 'Vous avez {n} points à donner.' },
  pointsCap: { one: 'Donnez au plus {n} point à un même choix.', other: 'Donnez au plus {n} points à un même choix.' },
  pointsLeft: { one: 'Il vous reste {n} point sur {purse}.', other: 'Il vous reste {n} points sur {purse}.' },
  pointsOver: { one: 'Il y a {n} point de trop. Enlevez-le où vous voulez.', other: 'Il y a {n} points de trop. Enlevez-les où vous voulez.' },
  points: { one: '{n} point', other: '{n} points' },
  pointsOf: { one: '« {label} » : {n} point.', other: '« {label} » : {n} points.' },
  pointsTotal: { one: 'Total : {n} point sur {purse}.', other: 'Total : {n} points sur {purse}.' },
  plus: 'Un point de plus : {label}',
  minus: 'Un point de moins : {label}',
  noPoints: '« {label} » n’a pas de point à enlever.',
  capReached: { one: '« {label} » a déjà {n} point. C’est le plus possible.', other: '« {label} » a déjà {n} points. C’est le plus possible.' },
  overCap: { one: 'Donnez au plus {n} point à « {label} ».', other: 'Donnez au plus {n} points à « {label} ».' },
  wholeNumber: 'Pour « {label} », écrivez un nombre entier, de 0 à {n}.',
} as const;
