const en = {
  attributes: 'Attributes and properties',
  attributeHead: '| attribute | property | type | what it is |',
  methods: 'Methods',
  methodHead: '| method | does |',
  slots: 'Inside the tag',
  slotHead: '| slot | holds |',
  noName: '(no name)',
  events: 'Events',
  eventHead: '| event | carries | says |',
  travels: 'Every event bubbles and leaves the shadow root (`bubbles`, `composed`).',
  none: 'None.',
  nothing: 'nothing',
  properties: 'Custom properties',
  seeColours: '[What each colours](../themes.md#every-property). Nothing inside can be reached from outside by other means: there is no `::part`.',
  tokenHead: '| custom property | light | dark | for |',
  measureHead: '| custom property | default | for |',
};

/** What stands around the tables that are read off the manifest. */
export type ApiWords = typeof en;

const fr: ApiWords = {
  attributes: 'Attributs et propriétés',
  attributeHead: '| attribut | propriété | type | ce que c’est |',
  methods: 'Méthodes',
  methodHead: '| méthode | effet |',
  slots: 'Dans la balise',
  slotHead: '| zone (slot) | contient |',
  noName: '(sans nom)',
  events: 'Événements',
  eventHead: '| événement | porte | dit |',
  travels: 'Chaque événement remonte et sort du shadow root (`bubbles`, `composed`).',
  none: 'Aucun.',
  nothing: 'rien',
  properties: 'Propriétés personnalisées',
  seeColours: '[Ce que chacune colore](../themes.md#toutes-les-propriétés). Rien d’autre à l’intérieur ne s’atteint de l’extérieur : il n’y a pas de `::part`.',
  tokenHead: '| propriété | clair | sombre | pour |',
  measureHead: '| propriété | par défaut | pour |',
};

export const apiWords = { fr, en } as const;

/** The sentences of the manifest, which are those of the code, in French. One that is missing here fails the build of the pages. */
export const french: Readonly<Record<string, string>> = {
  'Address of the backend; the property also takes an adapter object. Absent: `<meta name="parvis-backend">` of the page.':
    'Adresse du serveur ; la propriété prend aussi un objet adaptateur. Sans lui : `<meta name="parvis-backend">` de la page.',
  'Id of the consultation. Needed.': 'Identifiant de la consultation. Nécessaire.',
  'Level of the widget\'s first heading, 1 to 6. Absent: 2.': 'Niveau du premier titre du widget, de 1 à 6. Sans lui : 2.',
  'Colours of the widget. Absent: as the page\'s `color-scheme`.': 'Couleurs du widget. Sans lui : comme le `color-scheme` de la page.',
  'Id of the ballot in the consultation. Needed.': 'Identifiant du bulletin dans la consultation. Nécessaire.',
  'Id of one contribution: only its timeline is shown. Absent: the list.': 'Identifiant d’une contribution : seules ses étapes sont montrées. Sans lui : la liste.',
  'Ring around what has the focus.': 'Anneau autour de ce qui a le focus.',
  'Rounding of corners.': 'Arrondi des coins.',
  'Space around and between the parts of the card; inside them, half of it.': 'Espace autour des parties de la carte et entre elles ; à l’intérieur, la moitié.',
  'Loads again from the start.': 'Charge à nouveau depuis le début.',
  'The fallback: a plain link that works without JavaScript. It stays until the widget is ready, and when it fails.':
    'La solution de repli : un simple lien, qui marche sans JavaScript. Il reste jusqu’à ce que le widget soit prêt, et quand il échoue.',
  'The fallback: a plain link that works without JavaScript. It stays until the form is ready, and when it fails.':
    'La solution de repli : un simple lien, qui marche sans JavaScript. Il reste jusqu’à ce que le formulaire soit prêt, et quand il échoue.',
  'The fallback: a plain link that works without JavaScript.': 'La solution de repli : un simple lien, qui marche sans JavaScript.',
  'The fallback: a plain link that works without JavaScript. Also shown where a page forbids counting again.':
    'La solution de repli : un simple lien, qui marche sans JavaScript. Il est montré aussi là où une page interdit de recompter.',
  'A link to the town\'s own page on how votes are counted.': 'Un lien vers la page de la ville qui dit comment les votes sont comptés.',
  'How to reach the organisers; shown when a count on the device differs.': 'Comment joindre qui organise ; montré quand un compte sur l’appareil est différent.',
  'A proposal has arrived. Says its id and whether it waits to be read; its tracking code stays with its author.':
    'Une proposition est arrivée. Dit son identifiant et si elle attend d’être lue ; son code de suivi reste à qui l’a écrite.',
  'A vote arrived. Says of which ballot, never what was voted.': 'Un vote est arrivé. Dit pour quel bulletin, jamais ce qui a été voté.',
  'A question arrived. Says nothing of it.': 'Une question est arrivée. N’en dit rien.',
  'Background of the widget, and text on filled buttons.': 'Fond du widget, et texte des boutons pleins.',
  'Background of quiet areas: notices, an option under the pointer.': 'Fond des zones calmes : avis, choix sous le pointeur.',
  'Text and headings.': 'Texte et titres.',
  'Hints and details.': 'Aides et détails.',
  'Edge of the card, lines between parts.': 'Bord de la carte, lignes entre les parties.',
  'Edges of what can be used: fields, options, buttons.': 'Bords de ce qui s’utilise : champs, choix, boutons.',
  'What can be used or is chosen: links, buttons, focus, bars.': 'Ce qui s’utilise ou est choisi : liens, boutons, focus, barres.',
  'Background of what is chosen or under the pointer.': 'Fond de ce qui est choisi ou sous le pointeur.',
  'Headings and edges of what went well.': 'Titres et bords de ce qui s’est bien passé.',
  'Background of what went well.': 'Fond de ce qui s’est bien passé.',
  'Edges and words of warnings.': 'Bords et mots des avertissements.',
  'Background of warnings.': 'Fond des avertissements.',
  'Words and edges of mistakes.': 'Mots et bords des erreurs.',
  'Background of mistakes.': 'Fond des erreurs.',
  'Width the widget does not exceed.': 'Largeur que le widget ne dépasse pas.',
};
