import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { widgetNames } from '../../packages/embed/src/build/widgets.ts';
import { embedHash } from '../../packages/tooling/src/ensure-embed.mjs';
import type { StageRecord, TestResult } from '../../test/run/record.ts';
import { root } from '../../test/support/machine.ts';
import { tempDir } from '../../test/support/temp.ts';
import { criteria } from '../site/statement/criteria.ts';
import { concerns } from '../site/statement/judge.ts';
import { readRecords } from '../site/statement/records.ts';
import { statementOf } from '../site/statement/statement.ts';

const file = 'packages/widgets/src/faq/faq.browser.test.ts';
const keyboard = 'by keyboard alone: Tab reaches a question, Enter opens it, Space closes it, focus stays';
const test = (title: string, outcome: TestResult['outcome'] = 'passed', where = file): TestResult => ({ file: where, title, outcome });
const record = (stage: string, engine: string, tests: TestResult[]): StageRecord => ({ stage, engine, system: 'Debian', sources: 'x', finishedAt: '2027-01-02T03:04:05Z', tests });
/** What is written under the words of a test. */
const resultOf = (title: string, page: string): string => page.split('\n').find((_, at, lines) => lines[at - 1]?.includes(title))?.trim() ?? '';

describe('The accessibility statement of a widget', () => {
  for (const check of new Set(criteria.flatMap(({ checks }) => checks))) {
    it(`the test it names exists: ${check.title}`, async () => {
      const widgets = widgetNames.filter((widget) => concerns(check, widget));
      assert.notEqual(widgets.length, 0, 'it is about no widget');
      const text = await readFile(join(root, check.writtenIn ?? check.file), 'utf8');
      const title = check.written ?? check.title;
      assert.ok(text.includes(title.replaceAll("'", "\\'")) || text.includes(title), 'no test has this title');
    });
  }

  it('without results it claims nothing: every criterion says that it is not tested', () => {
    for (const widget of widgetNames) {
      const page = statementOf(widget, 'en', []);
      assert.match(page, /\*\*Not tested in this build of the site\.\*\*/);
      assert.doesNotMatch(page, /passed/);
      assert.equal(page.match(/ {2}Result: /g)?.length, page.match(/ {2}Result: not tested in this build of the site\./g)?.length);
    }
  });

  it('a test that passed in one engine is told for that engine alone, and the stages that did not run are named', () => {
    const page = statementOf('faq', 'en', [record('firefox', 'Firefox 153', [test(keyboard)])]);
    assert.equal(resultOf(keyboard, page), `Result: Firefox 153: 1 test passed. \`${file}\``);
    assert.match(page, /Not tested in this build of the site: Chromium; WebKitGTK; whole journeys, Chromium; computed, without a browser\./);
    assert.match(page, /\| Firefox 153 \| Debian \| January 2, 2027 \| 1 \| 0 \| 0 \|/);
  });

  it('a failure is said beside what passed, and a test that was left out is no success', () => {
    const inGallery = (state: string, outcome: TestResult['outcome']) =>
      test(`faq, ${state}: light, on a phone; then with wide text spacing and letters twice as large`, outcome, 'test/journeys/gallery.journey.ts');
    const page = statementOf('faq', 'en', [record('journeys', 'Chromium 1', [inGallery('ready', 'passed'), inGallery('empty', 'failed'), inGallery('open', 'skipped')])]);
    assert.match(resultOf('faq, each state: light, on a phone', page), /Chromium 1: \*\*1 test failed\*\*, 1 test passed, 1 left out/);
    const skipped = statementOf('faq', 'en', [record('firefox', 'Firefox 153', [test(keyboard, 'skipped')])]);
    assert.equal(resultOf(keyboard, skipped), `Result: Firefox 153: 1 left out. \`${file}\``);
  });

  it('tests of one widget say nothing of another', () => {
    const page = statementOf('feedback', 'en', [record('firefox', 'Firefox 153', [test(keyboard), test('faq, ready: light', 'passed', 'test/journeys/gallery.journey.ts')])]);
    assert.doesNotMatch(page, /Firefox 153: /);
  });

  it('declares no conformity, and names what nobody has tried', () => {
    for (const lang of ['fr', 'en'] as const) {
      const page = statementOf('ballot', lang, []);
      assert.match(page, lang === 'fr' ? /Aucune conformité n’est déclarée/ : /No conformity is declared/);
      assert.match(page, lang === 'fr' ? /Aucun audit RGAA n’a été fait/ : /No person has done an RGAA audit/);
    }
  });

  it('results of other sources are no results of these', async () => {
    await using folder = await tempDir();
    const out = join(folder.path, 'record');
    await mkdir(out);
    const write = (stage: string, sources: string) => writeFile(join(out, `${stage}.json`), JSON.stringify({ ...record(stage, 'Firefox 153', [test(keyboard)]), sources }));
    await write('firefox', 'of yesterday');
    await write('chromium', await embedHash());
    await write('cms', await embedHash());
    assert.deepEqual((await readRecords(out)).map(({ stage }) => stage), ['chromium']);
    assert.deepEqual(await readRecords(join(out, 'nowhere')), []);
  });
});
