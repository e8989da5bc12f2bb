/** Sentences of one finding: what it is, why it matters, how to mend it. */
export interface Told {
  what: string;
  why: string;
  mend: string;
}

const told = <F extends Record<string, Told>>(findings: F): { [N in keyof F]: Told } => findings;

/** What the check says. `{holes}` are filled in. */
export const fr = {
  title: 'Parvis : vérification de cette page',
  fine: 'Rien ne gêne Parvis sur cette page.',
  stops: { one: '{n} chose empêche Parvis de marcher ici.', other: '{n} choses empêchent Parvis de marcher ici.' },
  betters: { one: '{n} chose peut être mieux.', other: '{n} choses peuvent être mieux.' },
  looked: 'Regardé : scripts, règles de sécurité, serveur, consultation, titres, langue, largeur, cadres. Rien n’a été envoyé, sauf les lectures que font les widgets.',
  stop: 'Bloque',
  better: 'À améliorer',
  why: 'Pourquoi :',
  mend: 'Comment faire :',
  copyLine: 'Copier cette ligne',
  copyAll: 'Copier tout',
  copied: 'C’est copié.',
  copyFailed: 'La copie n’a pas marché. Sélectionnez le texte et copiez-le à la main.',
  close: 'Fermer',
  findings: told({
    'csp-script': {
      what: 'La règle de sécurité de la page (CSP) bloque les scripts de {what}.',
      why: 'Sans ces scripts, seuls les liens restent.',
      mend: 'Ajoutez cette adresse à script-src. Voici la règle entière :',
    },
    'csp-connect': {
      what: 'La règle de sécurité de la page (CSP) bloque les appels vers {what}.',
      why: 'Les widgets n’arrivent pas à joindre le serveur.',
      mend: 'Ajoutez cette adresse à connect-src. Voici la règle entière :',
    },
    'csp-frame': {
      what: 'La règle de sécurité de la page (CSP) bloque le cadre de {what}.',
      why: 'À la place du cadre, la page montre un vide ou une erreur.',
      mend: 'Ajoutez cette adresse à frame-src. Voici la règle entière :',
    },
    'csp-trusted-types': {
      what: 'La règle de sécurité de la page (CSP) n’accepte pas ces noms de Trusted Types : {what}.',
      why: 'Chaque fichier de Parvis a besoin du nom qu’il porte, sinon il ne peut rien montrer.',
      mend: 'Ajoutez ces noms à trusted-types. Voici la règle entière :',
    },
    'nothing-here': {
      what: 'Il n’y a rien de Parvis sur cette page.',
      why: 'La page n’a ni balise, ni lien, ni cadre, ni script de Parvis. Le CMS les a peut-être enlevés.',
      mend: 'Regardez le code de la page publiée. Un simple lien passe partout : collez l’adresse de la page du serveur.',
    },
    'tag-as-text': {
      what: 'Une balise de Parvis est écrite dans la page comme du texte.',
      why: 'Le CMS n’accepte pas cette balise : les habitants lisent du code.',
      mend: 'Mettez un simple lien à la place, ou collez la balise en mode HTML, si votre CMS en a un.',
    },
    'no-script': {
      what: 'La balise <{tag}> est là, mais aucun script ne la fait marcher.',
      why: 'Le navigateur ne connaît pas cette balise. Seul le lien dedans se voit.',
      mend: 'Ajoutez cette ligne dans le modèle des pages :',
    },
    'no-scheme': {
      what: 'L’adresse « {scheme}: » a besoin du fichier {file}, qui n’est pas dans la page.',
      why: 'Sans lui, les widgets ne savent pas où lire.',
      mend: 'Ajoutez cette ligne dans la page :',
    },
    'links-only': {
      what: 'Les liens vers Parvis restent des liens.',
      why: 'Ils marchent. Pour voir le widget dans la page, il faut un script.',
      mend: 'Si vous le voulez, ajoutez cette ligne dans le modèle des pages :',
    },
    'script-absent': {
      what: 'Ce script n’arrive pas : {src}',
      why: 'L’adresse est fausse, ou le serveur ne répond pas.',
      mend: 'Ouvrez cette adresse dans un onglet. Si rien ne vient, corrigez l’adresse, ou voyez si le serveur est en marche.',
    },
    mixed: {
      what: 'La page est en https, mais {address} est en http.',
      why: 'Les navigateurs bloquent ce qui n’est pas chiffré dans une page chiffrée.',
      mend: 'Écrivez l’adresse avec https. Le serveur doit y répondre :',
    },
    'two-copies': {
      what: 'La page charge Parvis depuis plusieurs endroits : {folders}',
      why: 'Deux versions côte à côte peuvent se contredire, et la page est plus lourde.',
      mend: 'Gardez un seul endroit. Ce script suffit pour tous les widgets :',
    },
    'no-backend': {
      what: 'La balise <{tag}> ne dit pas où est le serveur.',
      why: 'Le widget ne sait pas où lire ni où envoyer.',
      mend: 'Ajoutez cette ligne dans la page, avec l’adresse de votre serveur :',
    },
    'backend-unreadable': {
      what: 'L’adresse « {backend} » de <{tag}> ne mène nulle part.',
      why: 'Ce n’est pas une adresse que Parvis connaît.',
      mend: 'Écrivez l’adresse entière du serveur, comme https://participer.ville.example, ou appelez registerAdapter avant.',
    },
    silent: {
      what: 'Le serveur {backend} ne répond pas.',
      why: 'Il est arrêté, ou son adresse est fausse, ou votre réseau le bloque.',
      mend: 'Ouvrez {address} dans un onglet. Si rien ne vient, prévenez qui s’occupe du serveur.',
    },
    'not-parvis': {
      what: 'À l’adresse {backend}, quelque chose répond, mais ce n’est pas Parvis.',
      why: 'Les widgets attendent une réponse à {address}.',
      mend: 'Vérifiez l’adresse : celle du serveur, sans /embed ni /c à la fin.',
    },
    'no-folder': {
      what: 'Ce fichier n’arrive pas : {file}',
      why: 'C’est par lui que commence un dossier de Parvis. Il n’est pas là, ou son hébergement ne laisse pas ce site le lire.',
      mend: 'Corrigez l’adresse après « static: », et copiez le dossier entier sur le site. Cette commande l’écrit :',
    },
    'not-allowed': {
      what: 'Le serveur {backend} ne connaît pas ce site.',
      why: 'Il ne répond qu’aux sites de sa liste, et {site} n’y est pas.',
      mend: 'Le serveur doit démarrer avec cette option (pour un essai depuis le dossier de Parvis : npm start -- --allow {site}) :',
    },
    'frame-not-allowed': {
      what: 'Le serveur {backend} ne veut pas être montré dans un cadre de ce site.',
      why: 'Il ne se laisse montrer que par les sites de sa liste, et {site} n’y est pas.',
      mend: 'Le serveur doit démarrer avec cette option (pour un essai depuis le dossier de Parvis : npm start -- --allow {site}) :',
    },
    'no-consultation': {
      what: 'La balise <{tag}> ne dit pas quelle consultation montrer.',
      why: 'Un serveur peut en avoir plusieurs.',
      mend: 'Ajoutez son nom dans la balise :',
    },
    'no-consultations': {
      what: 'Le serveur répond, mais il n’a aucune consultation.',
      why: '<{tag}> demande « {consultation} ».',
      mend: 'Ouvrez la consultation sur le serveur : parvis open FICHIER.',
    },
    'unknown-consultation': {
      what: 'Le serveur ne connaît pas la consultation « {consultation} » de <{tag}>.',
      why: 'Il connaît : {known}.',
      mend: 'Corrigez le nom dans la page. Le plus proche :',
    },
    'no-ballot': {
      what: 'La balise <{tag}> ne dit pas quel vote montrer.',
      why: 'La consultation « {consultation} » a : {known}.',
      mend: 'Ajoutez le vote dans la balise :',
    },
    'unknown-ballot': {
      what: 'La consultation « {consultation} » n’a pas de vote « {ballot} ».',
      why: 'Elle a : {known}.',
      mend: 'Corrigez le nom dans la page. Le plus proche :',
    },
    'no-lang': {
      what: 'La page ne dit pas dans quelle langue elle est.',
      why: 'Un lecteur d’écran ne sait pas comment la lire, et les widgets parlent français par défaut.',
      mend: 'Ajoutez la langue à la balise html :',
    },
    'heading-skips': {
      what: 'Le titre de <{tag}> est de niveau {level}, juste après un titre de niveau {before}.',
      why: 'Un niveau manque. Qui lit de titre en titre se perd.',
      mend: 'Donnez au widget le niveau qui suit :',
    },
    narrow: {
      what: '<{tag}> n’a que {width} pixels de large.',
      why: 'Les widgets ont besoin de {least} pixels, sinon des mots sont coupés.',
      mend: 'Mettez-le dans une colonne plus large, ou ajoutez cette ligne à la feuille de style :',
    },
    'no-fallback': {
      what: 'Il n’y a pas de lien dans <{tag}>.',
      why: 'Sans JavaScript, ou si le widget ne démarre pas, les habitants n’ont rien.',
      mend: 'Mettez dans la balise un lien vers la page du serveur :',
    },
    base: {
      what: 'La page a une balise <base href="{base}"> : « {written} » veut dire {means}.',
      why: 'Ce n’est pas l’adresse qu’on lit dans la page.',
      mend: 'Écrivez l’adresse entière. Si vous vouliez dire celle de ce site :',
    },
    'frame-title': {
      what: 'Un cadre n’a pas de titre : {src}',
      why: 'Un lecteur d’écran dit « cadre », sans dire lequel.',
      mend: 'Ajoutez un titre qui dit ce que c’est :',
    },
    'frame-sandbox': {
      what: 'L’attribut sandbox bloque les formulaires dans ce cadre : {src}',
      why: 'On y voit le vote, mais on ne peut pas l’envoyer.',
      mend: 'Enlevez sandbox, ou écrivez :',
    },
    'double-ids': {
      what: 'Plusieurs éléments ont le même id : {ids}.',
      why: 'Les liens et les étiquettes peuvent mener au mauvais endroit.',
      mend: 'Donnez à chacun un id à lui.',
    },
    'old-browser': {
      what: 'Ce navigateur est trop ancien pour les widgets.',
      why: 'Il lui manque : {lacks}.',
      mend: 'Rien à changer dans la page : le lien dans la balise mène à une page qui marche partout.',
    },
    unexplained: {
      what: '<{tag}> dit : « {trouble} »',
      why: 'Cette vérification n’en voit pas la cause.',
      mend: 'Ouvrez la console du navigateur : Parvis y écrit ce qui ne va pas. Copiez ce texte et envoyez-le à qui s’occupe du serveur.',
    },
  }),
};
