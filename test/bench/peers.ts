import { readFile } from 'node:fs/promises';
import { brotliSize } from '../support/brotli.ts';
import { decimal, whole, type Row } from './table.ts';

const dist = new URL('../../packages/embed/dist/', import.meta.url);

/**
 * Scripts and styles that others send for one form or one vote, in kilobytes of brotli. Measured once, when Parvis was designed, from what
 * each project publishes; not measured again by this command.
 */
const peers = [
  { name: 'GOV.UK Frontend, a form', kilobytes: 23 },
  { name: 'SurveyJS, a form', kilobytes: 321 },
  { name: 'OpenStad, a vote on a budget', kilobytes: 498 },
  { name: 'Open Forms SDK, a form', kilobytes: 771 },
] as const;

/** One vote and one form of Parvis, with the loader, beside what others send for the same. */
export async function besidePeers(): Promise<Row[]> {
  const sizes = new Map(await Promise.all(['loader', 'ballot', 'ballot-more', 'proposal-form'].map(async (name) => [name, brotliSize(await readFile(new URL(`parvis-${name}.js`, dist)))] as const)));
  const sum = (...names: string[]) => names.reduce((total, name) => total + (sizes.get(name) ?? NaN), 0);
  const vote = sum('loader', 'ballot');
  return [
    { what: 'all that is sent for one vote: loader and ballot, brotli (styles are inside)', measured: whole(vote) },
    { what: 'the same for a long ballot, a ranking or one with codes: the second file too', measured: whole(sum('loader', 'ballot', 'ballot-more')) },
    { what: 'all that is sent for one proposal: loader and form', measured: whole(sum('loader', 'proposal-form')) },
    ...peers.map(({ name, kilobytes }) => ({ what: `beside it: ${name} (measured once)`, measured: `${kilobytes} kB, ${decimal((kilobytes * 1000) / vote)} × one vote of Parvis` })),
    { what: 'requests to a usable form of peers (measured once)', measured: '4 to 78; Parvis: see below' },
    { what: 'time to a first control of peers, same network (measured once)', measured: 'survey library 9 s, suite for towns 13.6 s, forms SDK 28 s' },
  ];
}
