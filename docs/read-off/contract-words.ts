import type { ErrorCode } from '../../packages/contract/src/errors.ts';

const en = {
  title: 'The contract',
  readOff: 'Written by `docs/build.ts` from `packages/contract`: do not edit this page.',
  intro: (version: string) =>
    `Version ${version}. What a backend offers to widgets: groups of verbs, each with one input and one answer. An adapter is an object that has these groups ([how to write one](adapters/writing-an-adapter.md)). Over HTTP, every verb lies below \`/api/v1\`; the reference server describes the same schemas as OpenAPI 3.1 at \`/api/v1/openapi.json\`.`,
  lists: 'In the lists, `name?` may be left out. Times are ISO 8601 with a zone, money is a whole number of minor units (cents) beside an ISO 4217 currency. Unknown fields are ignored. Texts come in the closest language the backend has to `locale` (a BCP 47 tag): part of the context of a call for an adapter, `?locale=` over HTTP, else the `Accept-Language` header.',
  errors: 'Errors',
  errorsIntro: 'Every verb rejects with a `ParvisError` and with nothing else: a stable `code`, `retryable`, and where known `retryAfter` (seconds) and `issues` (`{pointer, code, limit?, actual?}`, pointers as in RFC 6901). Over HTTP it travels as problem details (RFC 9457).',
  errorHead: '| code | status | worth trying again | what it means |',
  always: 'Any verb may also answer `invalid`, `offline`, `aborted`, `unsupported`, `backend-fault` or `quota`; the lists below name the others.',
  verbs: 'Verbs',
  every: 'Every backend',
  yes: 'yes', no: 'no', or: 'or', input: 'input:', answer: 'answer:', verbErrors: 'errors:', nothing: 'nothing', colon: ':',
  meanings: {
    invalid: 'the content does not fit; `issues` points to each place',
    closed: 'it is over, or was never open',
    quota: 'too many calls; `retryAfter` says when to come back',
    already: 'it was done before and cannot be done twice',
    'already-voted': 'this device or access code has voted, with another key',
    'not-eligible': 'this person may not; an issue at `/voter/code` says what is the matter with an access code: `unknown`, `foreign` (of another ballot), `void`, `mistyped`, `missing`',
    'rules-changed': 'the ballot is no longer the one the voter saw',
    'not-yet': 'it has not begun, or is not shown yet',
    'not-found': 'there is no such thing, or it is not public',
    'consent-required': 'an address came without consent',
    'too-large': 'the file or the body is too large',
    'type-refused': 'this type of file or body is not taken',
    unsupported: 'this backend does not offer it',
    offline: 'nobody answered in time; made by the adapter',
    aborted: 'the caller gave up; made by the adapter',
    'backend-fault': 'the backend has a problem of its own',
  } satisfies Record<ErrorCode, string>,
};

/** Everything the page of the contract says of its own; what describes a verb comes from the code. */
export type ContractWords = typeof en;

const fr: ContractWords = {
  title: 'Le contrat',
  readOff: 'Écrit par `docs/build.ts` d’après `packages/contract` : ne modifiez pas cette page. Ce que fait chaque opération est dit en anglais, comme dans le code.',
  intro: (version) =>
    `Version ${version}. Ce qu’un service offre aux widgets : des groupes d’opérations, chacune avec une entrée et une réponse. Un adaptateur est un objet qui a ces groupes ([comment en écrire un](adapters/writing-an-adapter.md)). En HTTP, chaque opération est sous \`/api/v1\` ; le serveur de référence décrit les mêmes schémas en OpenAPI 3.1, à \`/api/v1/openapi.json\`.`,
  lists: 'Dans les listes, `name?` peut manquer. Les dates sont en ISO 8601 avec un fuseau, l’argent est un nombre entier de petites unités (centimes) à côté d’une monnaie ISO 4217. Les champs inconnus sont laissés de côté. Les textes viennent dans la langue du service la plus proche de `locale` (une étiquette BCP 47) : une partie du contexte d’un appel pour un adaptateur, `?locale=` en HTTP, sinon l’en-tête `Accept-Language`.',
  errors: 'Les erreurs',
  errorsIntro: 'Chaque opération échoue avec une `ParvisError` et rien d’autre : un `code` stable, `retryable`, et quand on les connaît `retryAfter` (en secondes) et `issues` (`{pointer, code, limit?, actual?}`, des pointeurs comme dans la RFC 6901). En HTTP, elle voyage en « problem details » (RFC 9457).',
  errorHead: '| code | statut | un autre essai peut aider | ce que cela veut dire |',
  always: 'Toute opération peut aussi répondre `invalid`, `offline`, `aborted`, `unsupported`, `backend-fault` ou `quota` ; les listes plus bas nomment les autres.',
  verbs: 'Les opérations',
  every: 'Tous les services',
  yes: 'oui', no: 'non', or: 'ou', input: 'entrée :', answer: 'réponse :', verbErrors: 'erreurs :', nothing: 'rien', colon: ' :',
  meanings: {
    invalid: 'le contenu ne va pas ; `issues` montre chaque endroit',
    closed: 'c’est fini, ou cela n’a jamais été ouvert',
    quota: 'trop d’appels ; `retryAfter` dit quand revenir',
    already: 'c’est déjà fait, et ne se fait pas deux fois',
    'already-voted': 'cet appareil ou ce code d’accès a voté, avec une autre clé',
    'not-eligible': 'cette personne ne peut pas ; un détail à `/voter/code` dit ce qu’a un code d’accès : `unknown`, `foreign` (d’un autre vote), `void`, `mistyped`, `missing`',
    'rules-changed': 'le bulletin n’est plus celui que la personne a vu',
    'not-yet': 'cela n’a pas commencé, ou ne se montre pas encore',
    'not-found': 'il n’y a rien de tel, ou ce n’est pas public',
    'consent-required': 'une adresse est venue sans accord',
    'too-large': 'le fichier ou le corps est trop gros',
    'type-refused': 'ce type de fichier ou de corps n’est pas pris',
    unsupported: 'ce service ne l’offre pas',
    offline: 'personne n’a répondu à temps ; dit par l’adaptateur',
    aborted: 'l’appel a été abandonné ; dit par l’adaptateur',
    'backend-fault': 'le service a un problème à lui',
  },
};

export const contractWords = { fr, en } as const;
