/**
 * What every page of results says, in French. Holes with money or amounts come written out ("45 000 €", "471 votes"). A reason has the name of its
 * code, a rule `by-` and its name. Short on purpose: it travels in the widget's file. What is seldom needed is in `part.messages.ts`.
 */
export const fr = {
  title: 'Résultats',
  number: '{n}',
  votes: { one: '{n} vote', other: '{n} votes' },
  points: { one: '{n} point', other: '{n} points' },
  'unit-votes': 'votes',
  'unit-points': 'points',

  later: 'Les résultats ne sont pas encore là',
  laterText: 'Ils seront ici après la fin du vote{end}.',

  provisional: 'Résultat provisoire',
  stillOpen: 'Le vote est encore ouvert.',
  until: 'Fin du vote : {date}.',
  paperCounted: 'Votes papier comptés : {n} sur {places} lieux.',
  mayChange: 'Le résultat peut encore changer.',

  nobody: 'Personne n’a voté.',
  received: 'Voici les votes reçus.',
  noRule: 'Ce vote n’a pas de règle qui désigne un gagnant.',
  soFar: 'C’est provisoire.',
  takenTitle: { one: '{n} projet est retenu.', other: '{n} projets sont retenus.' },
  takenNone: 'Rien n’est retenu.',
  spent: { one: 'Il coûte {spent} sur {budget}.', other: 'Ils coûtent {spent} sur {budget}.' },
  wins: '« {label} » gagne : {value}.',
  unverified: 'Vote ouvert à tous. L’identité n’est pas vérifiée.',

  voters: 'Votes',
  turnout: 'Participation',
  turnoutOf: '{n} sur {electorate}',
  blank: 'Votes blancs',
  online: 'en ligne',
  paper: 'sur papier',
  assisted: 'avec de l’aide',
  total: 'total',
  via: '{n} {channel}',

  listTaken: 'Retenus',
  listOthers: 'Non retenus',
  listWinner: 'Le choix gagnant',
  listRest: 'Les autres choix',
  listAll: 'Votes reçus',

  kept: 'Retenu : {value}.',
  won: 'Gagne : {value}.',
  not: 'Pas retenu : {value}.',
  taken: 'Il coûte {cost} et il restait {left}.',
  most: 'Aucun autre ne fait mieux.',
  withdrawn: 'Il a été retiré du vote.',
  'no-support': 'C’est trop peu.',
  'over-budget': 'Il coûte {cost}, plus que tout le budget ({left}).',
  'no-money': 'Il coûte {cost} et il ne restait que {left}.',
  tie: 'C’est autant que « {other} ».',
  'tie-cost': 'À égalité, le moins cher passe avant.',
  'tie-votes': 'À égalité, celui que plus de personnes ont choisi passe avant.',
  'tie-number': 'À égalité, le plus petit numéro passe avant.',
  fewer: '« {other} » fait mieux : {others}.',

  ruleTitle: 'Comment on compte',
  'by-plurality': 'Le choix qui a le plus de votes gagne.',
  'by-greedy': 'Les projets qui ont le plus de {unit} passent en premier. Un projet est retenu s’il reste assez d’argent. Sinon, on passe au suivant.',
  ties: 'À égalité : le moins cher, puis celui que plus de personnes ont choisi, puis le plus petit numéro.',
  'ties-free': 'À égalité : celui que plus de personnes ont choisi, puis le plus petit numéro.',

  tableTitle: 'Tous les nombres',
  caption: '{unit} par choix, dans l’ordre du bulletin',
  option: 'Choix',
  result: 'Résultat',
  allVotes: 'Votes en tout',

  checkTitle: 'Vérifiez vous-même',
  checkText: 'Votre appareil peut lire tous les votes, sans les noms, les compter et comparer.',
  check: 'Recompter sur cet appareil',
  blocked: 'Cette page ne le permet pas, ou la connexion a manqué. Les résultats sont aussi ici :',

  downloads: 'Télécharger',
  countedAt: 'Compté le {date}.',
} as const;
