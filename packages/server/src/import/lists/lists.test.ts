import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { ImportError } from '../errors.ts';
import { Findings } from '../findings.ts';
import { parseOptions } from '../options.ts';
import type { Source } from '../source.ts';
import { guessColumn, guessSeparator } from './columns.ts';
import { planList } from './plan.ts';
import { readStatus } from './statuses.ts';

const sourceOf = (text: string): Source => ({
  path: 'liste.csv', bytes: text.length, encoding: 'utf-8', head: text.slice(0, 1_000),
  async *chunks() {
    for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
  },
});

async function plan(text: string, ...argv: string[]) {
  const findings = new Findings();
  const made = await planList(sourceOf(text), 'liste', parseOptions(['liste.csv', ...argv]), findings, () => {});
  return { ...made, findings, bad: findings.bad, ...made.merge(undefined).definition };
}

describe('a list of proposals', () => {
  const list = 'edition;id;titre;categorie;quartier;cout_eur;votes;points;latitude\r\n'
    + '2019;4;Bancs;Cadre de vie;Nord;390000;471;1090;\r\n2022;4;"Jardin ""Rose""";Éco-mobilité;Sud;4000.0;9;;\r\n2022;5;=1+1;;Sud;;;;\r\n';

  it('becomes public proposals with theme, place, cost and supports', async () => {
    const { proposals, leftOut, bad, proposalForm } = await plan(list);
    assert.deepEqual(bad, []);
    assert.deepEqual(proposals.map(({ id, title, category, place, supports }) => [id, title, category, place, supports]), [
      ['2019-4', 'Bancs', 'cadre-de-vie', 'Nord', 471], ['2022-4', 'Jardin "Rose"', 'eco-mobilite', 'Sud', 9], ['2022-5', '=1+1', undefined, 'Sud', 0],
    ]);
    assert.match(proposals[0]?.text ?? '', /^Coût estimé : 390\s000\s€\.$/);
    assert.deepEqual(leftOut, ['points', 'latitude']);
    assert.deepEqual(proposalForm?.categories.map(({ label }) => label), ['Cadre de vie', 'Éco-mobilité']);
    assert.ok(Date.parse(proposalForm?.closesAt ?? '') <= Date.now(), 'importing a list opens no form');
  });

  it('keeps what a spreadsheet would take for a formula as plain text', async () => {
    const { proposals } = await plan('titre;texte\n=HYPERLINK("http://x");@SUM(A1)\n');
    assert.deepEqual([proposals[0]?.title, proposals[0]?.text], ['=HYPERLINK("http://x")', '@SUM(A1)']);
  });

  it('joins a consultation that exists: new entries are added, the same numbers replaced', async () => {
    const first = await plan(list);
    const { definition, replaced } = (await plan('id;edition;titre;categorie\n4;2022;Jardin fleuri;Sport\n9;2022;Mare;Sport\n')).merge(first.merge(undefined).definition);
    assert.deepEqual(definition.proposals.map(({ title }) => title), ['Bancs', 'Jardin fleuri', '=1+1', 'Mare']);
    assert.equal(replaced, 1);
    assert.deepEqual(definition.proposalForm?.categories.map(({ id }) => id), ['cadre-de-vie', 'eco-mobilite', 'sport']);
  });

  it('names rows that cannot be kept by their line', async () => {
    const { proposals, bad } = await plan('id,titre,budget,votes\n1,Bancs,10,2\n2,,10,2\n1,Mare,10,2\n3,Puits,beaucoup,2\n4,Pont,10,x\n5,Rue,"1,234",2\n6,"a\nb",1,2\n7,Parc,1,2,stray\n');
    assert.deepEqual(proposals.map(({ id }) => id), ['1', '6']);
    assert.deepEqual(bad.map(({ line, code }) => [line, code]), [
      [3, 'title-missing'], [4, 'repeated'], [5, 'amount-malformed'], [6, 'number-malformed'], [7, 'amount-ambiguous'], [10, 'cells-too-many'],
    ]);
    assert.match(bad[1]?.message ?? '', /déjà pris par la ligne 2/);
  });

  it('takes columns as --map says, over what their headers suggest', async () => {
    const { proposals, leftOut } = await plan('titre;Nom complet;projet\nx;Bancs;y\n', '--map', 'nom COMPLET=title,projet=text');
    assert.deepEqual([proposals[0]?.title, proposals[0]?.text], ['Bancs', 'y']);
    assert.deepEqual(leftOut, ['titre']);
    await assert.rejects(plan('titre\nx\n', '--map', 'Nom=title'), (error) => error instanceof ImportError && /Ses colonnes : titre/.test(error.message));
  });

  it('makes numbers from titles where there are none', async () => {
    const { proposals } = await plan('titre\nDes bancs à l’ombre\n日本\n');
    assert.deepEqual(proposals.map(({ id }) => id), ['des-bancs-a-l-ombre', 'ligne-3']);
  });

  it('reads the separator that a spreadsheet states in the first line, and still counts lines from the top', async () => {
    const { proposals, bad } = await plan('sep=|\r\ntitre|texte\r\na;b|c\r\n|d\r\n');
    assert.equal(proposals[0]?.title, 'a;b');
    assert.deepEqual(bad.map(({ line }) => line), [4]);
  });

  it('stops at a quote that is never closed, and names its line', async () => {
    await assert.rejects(plan('titre\na\n"b\nc\n'), (error) => error instanceof ImportError && error.line === 3);
  });

  it('throws nothing but its own errors, and names only lines of the file', async () => {
    const piece = fc.constantFrom('a', ';', '"', '\n', '1', '-', ' ', 'é', '\u0000', ',', '2024-05', 'FIN');
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = `id;titre;cout;statut;date de livraison\n${pieces.join('')}`;
      const lines = text.split('\n').length;
      try {
        for (const { line } of (await plan(text)).bad) assert.ok(line > 1 && line <= lines);
      } catch (error) {
        assert.ok(error instanceof ImportError, String(error));
      }
    }), { numRuns: 300 });
  });
});

describe('a list of decided projects', () => {
  const header = 'Numéro;Titre du projet;Avancement du projet;Adresse;Arrondissement du projet;Projet en quartier populaire;Budget global;Echelle du budget;'
    + 'Date de début des études;Date de lancement des travaux;Date prévisionnelle de livraison;Date d\'ouverture au public\n';
  const timeline = async (row: string) => (await plan(`${header}1;Parc;${row}\n`)).feedback[0];

  it('becomes timelines whose steps follow the status', async () => {
    const works = await timeline('TRAVAUX;1 rue A;75004;Non;1500000;Ville;2017-07;2018-01;2030-06;');
    assert.deepEqual([works?.progress, works?.place, works?.cost, works?.currency], ['in-progress', '1 rue A, 75004', 150_000_000, 'EUR']);
    assert.deepEqual(works?.steps.map(({ title, date, state }) => [title, date, state]), [
      ['Études', '2017-07', 'done'], ['Travaux', '2018-01', 'now'], ['Livraison', '2030-06', 'planned'],
    ]);
    const done = await timeline('FIN;;;;;;2017-07;;2018-06;2018-07');
    assert.deepEqual(done?.steps.map(({ state }) => state), ['done', 'done', 'done']);
    assert.deepEqual((await timeline('(non démarré);;;;;;;;2020-01;'))?.steps.map(({ state }) => state), ['planned'], 'a date that has passed is not done');
    assert.equal((await timeline('ABANDONNÉ;;;;;;;;;'))?.progress, 'abandoned');
  });

  it('shows the step under way even without its date', async () => {
    assert.deepEqual((await timeline('Études en cours;;;;;;;;;'))?.steps, [{ id: 'etudes', title: 'Études', state: 'now' }]);
  });

  it('takes « Non ouvert » for no date and keeps dates that go backwards, saying so', async () => {
    const { feedback, findings } = await plan(`${header}1;Parc;NON DEMARRE;;;;;;;;2019-05;Non ouvert\n2;Mare;FIN;;;;;;2019-01;2018-01;;\n3;Pont;FIN;;;;;;2018;2018-03;;\n`);
    assert.deepEqual(feedback.map(({ steps }) => steps.length), [1, 2, 2]);
    assert.deepEqual(findings.notes.map(({ code, lines }) => [code, lines]), [['dates-backwards', [3]]]);
  });

  it('leaves out a row with an unknown status or date, and says which words are known', async () => {
    const { bad } = await plan(`${header}1;Parc;BIENTOT;;;;;;;;;\n2;Mare;FIN;;;;;;juin;;;\n`);
    assert.match(bad[0]?.message ?? '', /« BIENTOT » n’est pas connu\. Écrivez l’un de ces mots/);
    assert.match(bad[1]?.message ?? '', /« juin » n’est pas une date/);
  });

  it('keeps two dates of one step apart', async () => {
    const { feedback } = await plan('titre;statut;date de début des travaux;date de fin des travaux\nParc;travaux;2024-01;2024-09\n');
    assert.deepEqual(feedback[0]?.steps.map(({ title, state }) => [title, state]), [['Début des travaux', 'now'], ['Fin des travaux', 'planned']]);
  });
});

describe('headers and words', () => {
  it('are known in French and English, with or without accents', () => {
    const known: [string, string | undefined][] = [
      ['Titre', 'title'], ['INTITULÉ', 'title'], ['Nom du projet', 'title'], ['name', 'title'], ['Thématique', 'category'], ['Catégorie', 'category'],
      ['Arrondissement du projet lauréat', 'place'], ['Nom du quartier', 'place'], ['Coût (€)', 'cost'], ['cout_eur', 'cost'], ['Coût en k€', undefined],
      ['Montant (en milliers d’euros)', undefined], ['Echelle du Budget participatif', undefined], ['Projet en Quartier populaire', undefined],
      ['Nombre de voix', 'votes'], ['Delivery date', 'step'], ['Date de dépôt', 'published'], ['Dernière mise à jour', 'updated'], ['Réponse de la ville', 'answer'],
    ];
    for (const [header, column] of known) assert.equal(guessColumn(header), column, header);
  });

  it('give the separator away, quotes aside', () => {
    assert.deepEqual(['a;b;"c,d,e,f"', 'a,b', 'a\tb', 'a'].map(guessSeparator), [';', ',', '\t', ';']);
  });

  it('of a status are read with what they mean', () => {
    assert.deepEqual(['ETUDES', 'en étude', 'Non retenu', 'RETENU', 'Livré', 'retiré', '', 'études et travaux'].map((word) => readStatus(word)?.progress), [
      'in-progress', 'studied', 'not-retained', 'accepted', 'done', 'withdrawn', undefined, undefined,
    ]);
  });
});
