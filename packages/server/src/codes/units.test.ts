import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Unit } from '@parvis/contract';
import { ImportError } from '../import/errors.ts';
import { Findings } from '../import/findings.ts';
import { openSource } from '../import/source.ts';
import { describeUnit, readUnits, rules } from './units.ts';

/** Reads a list; what is said of its rows comes as `line: sentence`. */
async function reading(content: string | Uint8Array, unit: Unit = 'dwelling') {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-units-'));
  const file = join(folder, 'logements.csv');
  writeFileSync(file, content);
  const findings = new Findings();
  try {
    const { units, layout } = await readUnits(await openSource(file, rules[unit].list), unit, ['fr', 'en', 'ar'], findings);
    return { units, layout, bad: findings.bad.map(({ line, message }) => `${line}: ${message}`), error: '' };
  } catch (error) {
    assert.ok(error instanceof ImportError, String(error));
    return { units: [], bad: [], error: `${error.line ?? ''}: ${error.message}`, layout: undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('A list of dwellings', () => {
  it('is read with the headers people write, with semicolons, commas or tabs', async () => {
    const expected = ['bâtiment A, escalier 2, étage 1, porte 14, Mme Diallo'];
    for (const separator of [';', ',', '\t']) {
      const rows = [['Bât.', 'Cage', 'Étage', 'N° de logement', 'Locataire', 'Code postal', 'Loyer'], ['A', '2', '1', '14', 'Mme Diallo', '99340', '412']];
      const { units, layout } = await reading(rows.map((row) => row.join(separator)).join('\r\n'));
      assert.deepEqual(units.map(describeUnit), expected, separator);
      assert.deepEqual([units[0]?.postcode, layout?.leftOut], ['99340', ['Loyer']]);
    }
  });

  it('is read as Excel saves it: with a mark at the start, a line `sep=;`, or the accents of Windows', async () => {
    for (const content of ['\uFEFFbâtiment;porte\r\nÉglantine;1\r\n', 'sep=;\r\nbâtiment;porte\r\nÉglantine;1\r\n', Buffer.from('b\xe2timent;porte\r\n\xc9glantine;1\r\n', 'latin1')]) {
      assert.deepEqual((await reading(content)).units.map(({ building, door }) => [building, door]), [['Églantine', '1']]);
    }
  });

  it('with a dwelling twice names both rows, however the door is written', async () => {
    const { bad } = await reading('bâtiment;étage;porte\nA;1;4\nB;1;4\nA;2;4\n a ;1;04\n');
    assert.deepEqual(bad, ['5: Ce logement est déjà à la ligne 2 (bâtiment a, étage 1, porte 04). Gardez une seule ligne.']);
  });

  it('with a door or a building missing names every such row, and leaves empty rows alone', async () => {
    const { bad, units } = await reading('Bâtiment;Porte\nA;1\nA;\n;\n\n;3\nB;4\n');
    assert.deepEqual(bad, ['3: Il manque « Porte ». Remplissez cette case.', '6: Il manque « Bâtiment ». Remplissez cette case.']);
    assert.equal(units.length, 2);
  });

  it('with cells that do not fit, texts too long or a language without letters says so', async () => {
    const { bad } = await reading(`porte;langue\n1;fr\n2;fr;5 rue; du Puits\n3;klingon\n${'4'.repeat(101)};\n5;AR\n`);
    assert.match(bad[0] ?? '', /^3: Cette ligne a 4 cases pour 2 colonnes/);
    assert.match(bad[1] ?? '', /^4: « klingon » : il n’y a pas de lettre dans cette langue\. Écrivez fr, en, ar/);
    assert.match(bad[2] ?? '', /^5: « porte » a plus de 100 signes/);
    assert.equal(bad.length, 3);
  });

  it('that cannot be one says what to do', async () => {
    assert.match((await reading('nom;ville\nDiallo;Merlaval\n')).error, /Aucune colonne ne dit « porte ».*nom, ville/);
    assert.match((await reading('bâtiment;porte\n')).error, /que la ligne des titres/);
    assert.match((await reading('porte\n"1\n2\n')).error, /guillemet/);
    assert.match((await reading(Buffer.from('porte\n\xc3\xa9t\xe9 \xc3\xa0 \xc3\xa7\n', 'latin1'))).error, /mêle deux façons d’écrire les accents/);
    assert.match((await reading('PK\u0003\u0004…')).error, /classeur/);
  });

  it('that a Mac or DOS wrote is refused instead of losing the buildings, and the line and how to save it are said', async () => {
    const mac = Buffer.from('b\x89timent;porte\nA;1\n', 'latin1');
    assert.match((await reading(mac)).error, /^1: « b‰timent » : les accents de ce fichier ne sont pas lisibles\..*« CSV UTF-8 »/);
    for (const broken of ['porte;\x8etage\n1;2\n', 'porte;nom\n1;Ren\x8e\n', 'porte;nom\n1;H\x8fl\x8fne\n', 'porte;nom\n1;D\x82j\x85\n']) assert.match((await reading(Buffer.from(broken, 'latin1'))).error, /ne sont pas lisibles/, broken);
    for (const broken of ['porte;nom\n1;Ren\uFFFD\n', 'bÃ¢timent;porte\nA;1\n']) assert.match((await reading(broken)).error, /ne sont pas lisibles/, broken);
  });

  it('with names and signs of many countries is not taken for a broken one', async () => {
    const names = ['Žižek', 'Škoda', 'L’Haÿ', 'Cœur', 'SÃO', 'Łukasz', 'Đặng', 'ديالو', 'n° 5 – « Côté cour »', 'A…B', 'Œuvre'];
    const { units, error } = await reading(['porte;nom', ...names.map((name, i) => `${i};${name}`)].join('\n'));
    assert.deepEqual([error, units.map(({ name }) => name)], ['', names]);
    assert.equal((await reading(Buffer.from('porte;nom\n1;L\x92\xcele \x97 \x8cuvre \x8aar\n', 'latin1'))).error, '');
  });

  it('that is no text at all is told what to give: a list of dwellings', async () => {
    for (const bytes of [Uint8Array.from({ length: 4_000 }, (_, i) => (i * i * 7 + i) % 256), Uint8Array.of(0x89, 0x50, 0x02, 0x1b, 0x41, 0x0a, 0x42)]) {
      assert.match((await reading(bytes)).error, /ne contient pas de texte\. Donnez la liste des logements au format CSV\.$/);
    }
  });

  it('that a spreadsheet would have run as formulas comes back as it was', async () => {
    assert.equal((await reading("porte\n'-1\n")).units[0]?.door, '-1');
  });
});

describe('A list of persons or leases', () => {
  it('is told apart by name and address, or by the number of the lease', async () => {
    const persons = await reading('nom;adresse\nAna Roy;1 rue du Puits\nAna Roy;2 rue du Puits\nana roy;1, rue du Puits\n', 'person');
    assert.deepEqual(persons.bad.map((line) => line.slice(0, 40)), ['4: Cette personne est déjà à la ligne 2 ']);
    const leases = await reading('n° de bail;nom\nL-01;Roy\nL-1;Diallo\n;Petit\n', 'lease');
    assert.deepEqual(leases.bad, ['3: Ce bail est déjà à la ligne 2 (Diallo, bail L-1). Gardez une seule ligne.', '4: Il manque « n° de bail ». Remplissez cette case.']);
  });
});
