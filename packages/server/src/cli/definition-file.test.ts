import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { file } from '../testing/consultation.ts';
import { readDefinition } from './definition-file.ts';
import { Stop } from './stop.ts';

/** What an organiser is told about a file, with the folder taken away. */
async function told(text: string | Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-open-'));
  const path = join(folder, 'bp.json');
  writeFileSync(path, text);
  try {
    await readDefinition(path);
    return [];
  } catch (error) {
    assert.ok(error instanceof Stop, String(error));
    return error.message.replaceAll(`${folder}/`, '').split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lines = (change: (text: string) => string) => told(change(JSON.stringify(file, null, 2)));

describe('A consultation file', () => {
  it('that is right is opened', async () => {
    assert.deepEqual(await lines((text) => text), []);
  });

  it('with a misspelt name says which name was meant, and where', async () => {
    assert.deepEqual(await lines((text) => text.replace('"summary"', '"sumary"')), [
      'bp.json:4:3: Parvis ne connaît pas "sumary". Vouliez-vous écrire "summary" ?',
    ]);
  });

  it('with a name nothing resembles says to take it away', async () => {
    assert.deepEqual(await lines((text) => text.replace('"title": "Une fontaine"', '"title": "Une fontaine", "couleurPreferee": 1')), [
      `bp.json:${(await lineOf('"title": "Une fontaine"'))}:32: Parvis ne connaît pas "couleurPreferee". Enlevez-le.`,
    ]);
  });

  it('tells every problem at once, in the order of the file', async () => {
    const problems = await lines((text) => text
      .replace('"2026-03-01T09:00:00+01:00"', '"1er mars"')
      .replace('"method": "budget"', '"method": "budjet"')
      .replace('"cost": 200000', '"cost": "2000 €"'));
    assert.equal(problems.length, 3);
    assert.match(problems[0] ?? '', /"opensAt" n’a pas la bonne forme\. Écrivez une date avec l’heure et le fuseau, comme "2026-03-01T09:00:00\+01:00"\./);
    assert.match(problems[1] ?? '', /"method" n’a pas la bonne forme\. Écrivez un de ces mots : "single", "approval", "budget"/);
    assert.match(problems[2] ?? '', /"cost" n’a pas la bonne forme\. Écrivez un nombre entier, 0 au moins\./);
  });

  it('that lacks what another field calls for says what to write', async () => {
    const [problem] = await lines((text) => text.replace('"ceiling": 500000,', ''));
    assert.match(problem ?? '', /^bp\.json:\d+:5: il manque "ceiling" : un vote par budget a un plafond\. Écrivez .*"ceiling": 30000000/);
  });

  it('with a counting rule that does not fit says which rules do, and what else to write or take away', async () => {
    const counted = (counting: object, more = '') => lines((text) => text.replace('"method": "budget",', `"method": "budget", ${more}"counting": ${JSON.stringify(counting)},`));
    assert.deepEqual(await counted({ rule: 'greedy' }), []);
    assert.match((await counted({ rule: 'borda' }))[0] ?? '', /: la règle "borda" ne compte pas un vote "budget"\. Écrivez une de ces règles : "plurality", "greedy", /);
    assert.match((await counted({ rule: 'greedy', seats: 2 }))[0] ?? '', /: "seats" ne change rien à ce dépouillement\. Enlevez-le\.$/);
    assert.match((await counted({ rule: 'equal-shares', utility: 'points' }))[0] ?? '', /Écrivez "cost" ou "cardinality"\.$/);
    assert.match((await counted({ rule: 'greedi' }))[0] ?? '', /"rule" n’a pas la bonne forme\. Écrivez un de ces mots : "plurality"/);
    assert.match((await counted({ rule: 'greedy' }, '"paper": { "places": 3, "counted": 4 }, '))[0] ?? '', /"counted" dépasse "places"\. Écrivez 3 au plus\.$/);
    const [problem] = await lines((text) => text.replace('"method": "points",', '"method": "points", "counting": { "rule": "greedy" },'));
    assert.match(problem ?? '', /: il manque "seats" : les options n’ont pas de coût\. Écrivez combien .*"seats": 3\.$/);
  });

  it('with an id twice, or dates the wrong way round, says so', async () => {
    assert.match((await lines((text) => text.replace('"id": "b"', '"id": "a"')))[0] ?? '', /"id" sert déjà plus haut/);
    assert.match((await lines((text) => text.replace('2026-04-01T20', '2026-02-01T20')))[0] ?? '', /"closesAt" vient avant "opensAt"/);
  });

  it('that is not JSON says what should come where', async () => {
    assert.deepEqual(await told('{"id": "a",\n}'), ['bp.json:2:1: ici doit venir un nom entre guillemets : enlevez la virgule avant « } ».']);
    assert.deepEqual(await told('{"id" "a"}'), ['bp.json:1:7: ici doit venir « : ».']);
    assert.deepEqual(await told('{"id": "a'), ['bp.json:1:8: ici doit venir un texte fermé par un guillemet, sur une seule ligne.']);
    assert.deepEqual(await told('{"id": "a"}}'), ['bp.json:1:12: ici doit venir la fin du fichier.']);
    assert.deepEqual(await told(Uint8Array.of(0x7b, 0xe9)), ['bp.json n’est pas un texte en UTF-8. Enregistrez-le en UTF-8, puis recommencez.']);
  });
});

const lineOf = async (part: string) => JSON.stringify(file, null, 2).split('\n').findIndex((line) => line.includes(part)) + 1;
