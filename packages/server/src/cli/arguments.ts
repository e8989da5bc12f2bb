import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { misuse } from './stop.ts';

/** Reads options with `node:util`, and says in one sentence what it did not understand. */
export function readArguments<O extends ParseArgsOptionsConfig>(command: string, args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' } } as O & { help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw misuse(`${sentence(error as Error & { code?: string })} Voyez : parvis ${command} --help`);
  }
}

function sentence(error: Error & { code?: string }): string {
  const option = /'?(--?[\w-]+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `L’option ${option} n’existe pas.`;
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return /does not take/.test(error.message) ? `L’option ${option} s’écrit seule, sans valeur.` : `L’option ${option} attend une valeur.`;
  }
  return error.message;
}

/** @throws Stop when it is not a whole number of that range */
export function wholeNumber(option: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to) throw misuse(`${option} attend un nombre entre ${from} et ${to}, pas « ${text} ».`);
  return value;
}
