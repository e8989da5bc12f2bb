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
export async function findTarget(store: Store, { consultation: id, ballots: named }: CodesOptions): Promise<Target> {
  const consultation = id === undefined ? await onlyOne(store, named) : await store.getConsultation(id);
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

async function onlyOne(store: Store, named: readonly string[]): Promise<ConsultationDefinition> {
  const { items } = await store.listConsultations({ limit: 10_000 });
  const fitting = items.filter((c) => c.ballots.some((b) => (named.length === 0 ? b.eligibility === 'code' : named.includes(b.id))));
  const [only] = fitting;
  if (fitting.length > 1) throw misuse(`Quelle consultation ? Ajoutez --consultation avec l’un de ces noms : ${fitting.map(({ id }) => id).join(', ')}.`);
  if (!only && named.length > 0) throw new Stop(`Aucune consultation n’a de vote « ${named.join(', ')} » dans ces données.`);
  if (!only) throw new Stop('Aucun vote ne demande de code dans ces données. Écrivez "eligibility": "code" dans le fichier de la consultation, puis : parvis open FICHIER');
  return only;
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
