import assert from 'node:assert/strict';
import { test } from 'node:test';
import { automaticProgress, automaticSteps } from './automatic-steps.ts';
import { Step } from './schemas/feedback.ts';
import { parse } from './parse.ts';

const statuses = ['pending', 'published', 'accepted', 'not-retained', 'withdrawn'] as const;

test('every status has steps with words in French, English and Arabic, starting with "received"', () => {
  for (const lang of ['fr', 'en', 'ar']) {
    for (const status of statuses) {
      const steps = automaticSteps('proposal', status, '2026-03-01T10:00:00Z', lang);
      assert.equal(steps[0]?.id, 'received');
      assert.equal(steps[0]?.date, '2026-03-01');
      for (const step of steps) {
        assert.ok(parse(Step, step).ok);
        assert.notEqual(step.title, step.id, `${lang} ${status} has words`);
      }
    }
    for (const status of ['pending', 'published'] as const) {
      for (const step of automaticSteps('question', status, '2026-03-01', lang)) assert.notEqual(step.title, step.id);
    }
  }
});

test('a reader of another language gets the French words; a regional tag gets its language', () => {
  assert.equal(automaticSteps('proposal', 'pending', '2026-03-01', 'uk')[0]?.title, 'Proposition reçue');
  assert.equal(automaticSteps('proposal', 'pending', '2026-03-01', 'en-GB')[0]?.title, 'Proposal received');
});

test('what waits is being read; what is decided says so and is done', () => {
  assert.deepEqual(automaticSteps('proposal', 'pending', '2026-03-01', 'fr').map((s) => [s.id, s.state]), [['received', 'done'], ['reading', 'now']]);
  assert.deepEqual(automaticSteps('question', 'published', '2026-03-01', 'fr').map((s) => s.title), ['Question reçue', 'Réponse publiée']);
});

test('each status stands somewhere on the timeline', () => {
  assert.deepEqual(statuses.map((s) => automaticProgress('proposal', s)), ['received', 'received', 'accepted', 'not-retained', 'abandoned']);
  assert.equal(automaticProgress('question', 'published'), 'done');
});
