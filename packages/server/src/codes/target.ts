import type { ConsultationDefinition, Unit } from '@parvis/contract';
import { misuse, Stop } from '../cli/stop.ts';
import type { Store } from '../store/store.ts';
import { serverPage } from './batch.ts';
import { letterLanguages } from './letters/words.ts';
import type { CodesOptions } from './options.ts';

/** The consultation and those of its ballots that codes are for. */
export interface Target {
  consultation: ConsultationDefinition;
  ballots: ConsultationDefinition['ballots'];
}

/** @throws Stop when it is not clear which is meant, or none of its ballots asks for a code */
export async function findTarget(store: Store, options: CodesOptions): Promise<Target> {
  const [only, ...others] = await findTargets(store, options);
  if (!only || others.length > 0) throw misuse(`Quelle consultation ? Ajoutez --consultation avec l’un de ces noms : ${[only, ...others].map((target) => target?.consultation.id).join(', ')}.`);
  return only;
}

/** All that may be meant, at least one: a code tells which. @throws Stop when there is none */
export async function findTargets(store: Store, options: CodesOptions): Promise<Target[]> {
  if (options.consultation === undefined) return (await fitting(store, options.ballots)).map((consultation) => targetIn(consultation, options));
  return [targetIn(await store.getConsultation(options.consultation), options)];
}

function targetIn(consultation: ConsultationDefinition | undefined, { consultation: id, ballots: named }: CodesOptions): Target {
  if (!consultation) throw new Stop(`Il n’y a pas de consultation « ${id} » dans ces données. Ouvrez-la d’abord : parvis open FICHIER`);
  for (const ballot of named) {
    const found = consultation.ballots.find((b) => b.id === ballot);
    if (!found) throw new Stop(`La consultation ${consultation.id} n’a pas de vote « ${ballot} ».`);
    if (found.eligibility !== 'code') throw new Stop(`Le vote « ${ballot} » est ouvert à tous. Pour demander un code, écrivez "eligibility": "code" dans le fichier de la consultation.`);
  }
  const ballots = consultation.ballots.filter((b) => b.eligibility === 'code' && (named.length === 0 || named.includes(b.id)));
  if (ballots.length === 0) throw new Stop(`Aucun vote de ${consultation.id} ne demande de code. Écrivez "eligibility": "code" dans le fichier de la consultation.`);
  return { consultation, ballots };
}

async function fitting(store: Store, named: readonly string[]): Promise<ConsultationDefinition[]> {
  const { items } = await store.listConsultations({ limit: 10_000 });
  const found = items.filter((c) => c.ballots.some((b) => (named.length === 0 ? b.eligibility === 'code' : named.includes(b.id))));
  if (found.length === 0 && named.length > 0) throw new Stop(`Aucune consultation n’a de vote « ${named.join(', ')} » dans ces données.`);
  if (found.length === 0) throw new Stop('Aucun vote ne demande de code dans ces données. Écrivez "eligibility": "code" dans le fichier de la consultation, puis : parvis open FICHIER');
  return found;
}

/** Who gets one code. @throws Stop when the ballots do not agree */
export function unitOf({ ballots }: Target): Unit {
  const units = new Set(ballots.map((ballot) => ballot.unit ?? 'dwelling'));
  if (units.size > 1) throw new Stop('Ces votes ne comptent pas les mêmes voix ("unit"). Faites des codes pour chacun, avec --ballot.');
  return [...units][0] ?? 'dwelling';
}

/** Where people vote. @throws Stop when nobody said */
export function pageOf({ consultation, ballots }: Target, { page, server }: CodesOptions): string {
  if (page !== undefined) return page;
  if (server === undefined) throw misuse('Où votera-t-on ? Écrivez l’adresse de ce serveur avec --url, ou celle d’une page de votre site avec --page.');
  return serverPage(server, consultation.id, ballots);
}

/** Those asked for; else the first language of the consultation that letters are written in. */
export const langsOf = ({ consultation }: Target, { langs }: CodesOptions): string[] => langs ?? [consultation.languages.find((lang) => letterLanguages.includes(lang)) ?? 'fr'];
